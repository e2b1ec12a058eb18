package se.uppdragskollen.selfreport;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * What is to be known of a unit to say which reports it owes.
 *
 * @param id the unit's id
 * @param name what people call it
 * @param opened its first day
 * @param closed its last day, null while none is known
 */
record ReportUnit(String id, String name, LocalDate opened, @Nullable LocalDate closed) {

	/** Whether it was open on some day of the period, so that it may report it. */
	boolean mayReport(Period period) {
		return !this.opened.isAfter(period.to()) && (this.closed == null || !this.closed.isBefore(period.from()));
	}

	/** Whether it was open all of the period, so that it must report it. */
	boolean owes(Period period) {
		return !this.opened.isAfter(period.from()) && (this.closed == null || !this.closed.isBefore(period.to()));
	}

}
