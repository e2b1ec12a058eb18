package se.uppdragskollen.selfreport;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All about a report but what it says.
 *
 * @param report how it stands
 * @param returnedReason what a reviewer wants completed, null when it is not returned
 * @param versions what was handed in, the oldest first
 * @param deadlines the moves of the deadline, the oldest first
 * @param version of the report's state, 0 when it has not begun
 */
public record ReportOverview(DueReport report, @Nullable String returnedReason, List<VersionSummary> versions,
		List<DeadlineMove> deadlines, long version) {

}
