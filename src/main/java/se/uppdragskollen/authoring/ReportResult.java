package se.uppdragskollen.authoring;

import java.util.List;
import java.util.Map;

import se.uppdragskollen.evaluation.EvaluationResult;

/**
 * How a whole report went.
 *
 * @param tested the report and what was expected
 * @param result how it went
 * @param differences what went otherwise than expected, by requirement
 */
public record ReportResult(WholeReport tested, EvaluationResult result, Map<String, List<Difference>> differences) {

	public boolean passed() {
		return this.differences.isEmpty();
	}

}
