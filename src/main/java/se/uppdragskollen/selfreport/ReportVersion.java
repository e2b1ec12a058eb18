package se.uppdragskollen.selfreport;

import java.util.List;
import java.util.SortedMap;

/**
 * A version that was handed in, with all that it says.
 *
 * @param summary when it came and by whom
 * @param entries the answers, with comments
 * @param comment about the whole report, empty when there is none
 * @param content what the unit itself says, as canonical JSON in the report format
 * @param evidence what it rests on
 * @param changes what it says otherwise than the version before; empty for the first
 */
public record ReportVersion(VersionSummary summary, SortedMap<String, DraftEntry> entries, String comment,
		String content, List<Evidence> evidence, List<EntryChange> changes) {

}
