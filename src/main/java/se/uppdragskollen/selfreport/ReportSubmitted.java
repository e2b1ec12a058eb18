package se.uppdragskollen.selfreport;

import se.uppdragskollen.assignment.Period;

/**
 * A unit has handed in a self-report, or a new version of one. Told inside the
 * transaction that keeps it.
 *
 * @param unit the unit's id
 * @param assignment the assignment's id
 * @param period the period reported
 */
public record ReportSubmitted(String unit, String assignment, Period period) {

}
