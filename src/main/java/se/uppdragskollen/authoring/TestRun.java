package se.uppdragskollen.authoring;

import java.util.List;

import se.uppdragskollen.assignment.Edition;

/**
 * How an edition's cases went.
 *
 * @param edition the edition
 * @param cases one result for each case, in their order
 * @param reports one result for each whole report
 * @param guards what the cases as a whole lack
 */
public record TestRun(Edition edition, List<CaseResult> cases, List<ReportResult> reports, List<Guard> guards) {

	/** Whether all went as expected and nothing is lacking. */
	public boolean passed() {
		return failed() == 0 && this.guards.isEmpty();
	}

	/** How many cases and whole reports went otherwise than expected. */
	public int failed() {
		return (int) (this.cases.stream().filter((one) -> !one.passed()).count()
				+ this.reports.stream().filter((one) -> !one.passed()).count());
	}

}
