package se.uppdragskollen.selfreport;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * Which of the reports that are owed are asked for; null is all.
 *
 * @param unit of this unit
 * @param assignment of this assignment
 * @param period of this period
 * @param status that stand so
 */
public record DueFilter(@Nullable String unit, @Nullable String assignment, @Nullable Period period,
		@Nullable DueStatus status) {

	boolean takes(OwedPeriod owed) {
		return (this.assignment == null || this.assignment.equals(owed.assignment()))
				&& (this.period == null || this.period.equals(owed.period()));
	}

}
