package se.uppdragskollen.unit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which units are asked for; null asks for all.
 *
 * @param municipality exactly this one
 * @param operator run so
 * @param openOn open on this day
 * @param text in the name or the id, small or capital
 */
public record UnitFilter(@Nullable String municipality, @Nullable Operator operator, @Nullable LocalDate openOn,
		@Nullable String text) {

}
