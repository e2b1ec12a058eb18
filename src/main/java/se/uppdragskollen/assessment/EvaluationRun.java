package se.uppdragskollen.assessment;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A run over many reports.
 *
 * @param id the database's own
 * @param assignment of which assignment
 * @param from reports of periods that end on this day or later
 * @param to and on this day at the latest
 * @param currentRules by the editions as they stand now, not as they stood when each
 * report was judged last
 * @param state {@code running}, {@code done} or {@code cancelled}
 * @param total how many reports
 * @param left how many of them wait
 * @param changed how many have got a new result
 * @param askedBy by whom
 * @param askedByName what that person is called
 * @param askedAt when
 * @param endedAt when it ended, null while it runs
 */
public record EvaluationRun(long id, String assignment, LocalDate from, LocalDate to, boolean currentRules,
		String state, int total, int left, int changed, long askedBy, String askedByName, Instant askedAt,
		@Nullable Instant endedAt) {

}
