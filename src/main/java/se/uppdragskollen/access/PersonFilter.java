package se.uppdragskollen.access;

import org.jspecify.annotations.Nullable;

/**
 * Which people are asked for; null asks for all.
 *
 * @param text in the name, the address or the HSA-id, small or capital
 * @param role who have this role
 * @param unit who have a role, or that one, for this centre
 * @param active whether they may log in
 */
public record PersonFilter(@Nullable String text, @Nullable Role role, @Nullable String unit,
		@Nullable Boolean active) {

}
