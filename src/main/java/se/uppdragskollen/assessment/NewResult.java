package se.uppdragskollen.assessment;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * A result that is about to be stored.
 *
 * @param id its id
 * @param result the result
 * @param document as JSON
 * @param input the report as JSON, with all that stood beside it
 * @param figures the report's numbers as JSON, or why there are none
 * @param reportVersion which version of the self-report
 * @param cause why it was evaluated
 * @param supersedes the one before, null for the first
 */
public record NewResult(long id, EvaluationResult result, String document, String input, String figures,
		int reportVersion, String cause, @Nullable Long supersedes) {

	public ReportKey key() {
		return new ReportKey(this.result.report().unit(), this.result.report().assignment(),
				this.result.report().period());
	}

}
