package se.uppdragskollen.assessment;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.report.Report;

/**
 * A report as it was judged, with all that stood beside it.
 *
 * @param result the result's id
 * @param report the report
 * @param evaluator judges by the revision that it was judged by
 */
public record JudgedReport(long result, Report report, Evaluator evaluator) {

	/**
	 * The earlier period whose value an element of another kind of period takes, null
	 * when there is none.
	 */
	public @Nullable Period source(String element) {
		Period last = null;
		if (this.report.history().containsKey(element)) {
			for (Period one : this.report.history().get(element).keySet()) {
				last = one.to().isAfter(this.report.period().to()) ? last : one;
			}
		}
		return last;
	}

}
