package se.uppdragskollen.selfreport;

import se.uppdragskollen.assignment.Period;

/**
 * Which self-report: one per unit, assignment and period.
 *
 * @param unit the unit's id
 * @param assignment the assignment's id
 * @param period the period reported
 */
public record ReportKey(String unit, String assignment, Period period) {

	/** Its name in the log of who did what. */
	public String subject() {
		return "report:" + this.unit + "/" + this.assignment + "/" + this.period;
	}

}
