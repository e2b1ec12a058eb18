package se.uppdragskollen.assessment;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * A report that is to be evaluated.
 *
 * @param key which
 * @param cause why
 * @param run the run that asks for it, null when none
 * @param currentRules by the edition as it stands now, not as it stood before
 * @param failures how often it went wrong
 */
record EvaluationTask(ReportKey key, String cause, @Nullable Long run, boolean currentRules, int failures) {

}
