package se.uppdragskollen.assessment;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * Which outcomes; null asks for all.
 *
 * @param unit of this unit
 * @param assignment of this assignment
 * @param period of this period
 * @param requirement of this requirement
 * @param outcome with this outcome
 */
public record OutcomeFilter(@Nullable String unit, @Nullable String assignment, @Nullable Period period,
		@Nullable String requirement, @Nullable String outcome) {

}
