package se.uppdragskollen.assessment;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Memory;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * A report that is being judged.
 *
 * @param key which
 * @param report what the unit says, with statements of others
 * @param reportVersion which version of the self-report
 * @param evaluator by which edition
 * @param memory what such reports leave behind
 * @param current the result that counts so far, null when there is none
 * @param cause why it is judged
 */
record Judged(ReportKey key, Report report, int reportVersion, Evaluator evaluator, Memory memory,
		@Nullable StoredResult current, String cause) {

}
