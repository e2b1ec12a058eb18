package se.uppdragskollen.statement;

import org.jspecify.annotations.Nullable;

/**
 * Which register values to list; null for all.
 *
 * @param unit about this unit
 * @param assignment of this assignment
 * @param period for this period
 * @param source from this register
 * @param element of this element
 * @param withdrawn whether withdrawn ones are listed too
 */
public record RegisterValueFilter(@Nullable String unit, @Nullable String assignment, @Nullable String period,
		@Nullable String source, @Nullable String element, boolean withdrawn) {

}
