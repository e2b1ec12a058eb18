package se.uppdragskollen.assessment;

import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.report.Report;

/**
 * A report as it counts now, with all that stood beside it when it was judged.
 *
 * @param report the report
 * @param evaluator judges by the revision that it was judged by
 */
public record JudgedReport(Report report, Evaluator evaluator) {

}
