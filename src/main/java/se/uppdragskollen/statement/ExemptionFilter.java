package se.uppdragskollen.statement;

import org.jspecify.annotations.Nullable;

/**
 * Which exemptions to list; null for all.
 *
 * @param unit of this unit
 * @param assignment of this assignment
 * @param requirement from this requirement
 * @param state in this state
 */
public record ExemptionFilter(@Nullable String unit, @Nullable String assignment, @Nullable String requirement,
		@Nullable ExemptionState state) {

}
