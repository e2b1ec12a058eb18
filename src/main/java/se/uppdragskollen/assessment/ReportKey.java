package se.uppdragskollen.assessment;

import se.uppdragskollen.assignment.Period;

/**
 * Which report: of a unit, for an assignment and a period.
 */
public record ReportKey(String unit, String assignment, Period period) {

}
