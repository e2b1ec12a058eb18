package se.uppdragskollen.selfreport;

import java.time.LocalDate;
import java.util.Comparator;

import se.uppdragskollen.assignment.Period;

/**
 * A period for which an edition asks for reports.
 *
 * @param assignment the assignment's id
 * @param period the period
 * @param edition the edition in force on its last day
 * @param due the last day to hand in, unless it is moved
 */
public record OwedPeriod(String assignment, Period period, String edition, LocalDate due) {

	/** The newest first. */
	static final Comparator<OwedPeriod> NEWEST_FIRST = Comparator.comparing(OwedPeriod::period)
		.reversed()
		.thenComparing(OwedPeriod::assignment);

}
