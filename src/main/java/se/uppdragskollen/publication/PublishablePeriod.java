package se.uppdragskollen.publication;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * A period that can be published, now or later.
 *
 * @param assignment the assignment
 * @param period the period
 * @param edition the edition in force on its last day
 * @param reports how many centres have reported it
 * @param due the last day on which reports are due
 * @param from the first day on which it may be published
 * @param open whether that day has come
 * @param newest the newest publication of it, shown or withdrawn; null before the first
 */
public record PublishablePeriod(String assignment, Period period, String edition, int reports, LocalDate due,
		LocalDate from, boolean open, @Nullable Publication newest) {

	/** Whether residents see it. */
	public boolean shown() {
		return this.newest != null && this.newest.withdrawn() == null;
	}

}
