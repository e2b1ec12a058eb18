package se.uppdragskollen.publication;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A figure of an edition while a period is drawn up: what must be known and looked at
 * before its values may be shown.
 *
 * @param figure what residents see of it
 * @param datum whose values it has
 * @param whole the count that its values are a share of, null for other figures
 * @param elements all elements that its values are made of
 * @param counts those that count people
 * @param carried those of them that are counted in another kind of period
 * @param requirements the requirements whose findings concern it
 */
record Column(Figure figure, String datum, @Nullable String whole, Set<String> elements, Set<String> counts,
		Set<String> carried, Set<String> requirements) {

}
