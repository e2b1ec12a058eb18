package se.uppdragskollen.statement;

import java.time.LocalDate;

/**
 * What counts for evaluation has changed. Published inside the transaction that changes
 * it.
 *
 * @param unit the unit concerned
 * @param assignment the assignment
 * @param from periods whose last day lies on this day
 * @param to or any day up to this one are concerned
 */
public record StatementChanged(String unit, String assignment, LocalDate from, LocalDate to) {

	/** What is said of one day: the longest period with the day ends with its year. */
	static StatementChanged between(String unit, String assignment, LocalDate from, LocalDate to) {
		return new StatementChanged(unit, assignment, from, to.withMonth(12).withDayOfMonth(31));
	}

}
