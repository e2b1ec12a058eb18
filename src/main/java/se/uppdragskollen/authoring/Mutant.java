package se.uppdragskollen.authoring;

import java.util.Set;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Position;

/**
 * An edition with one small mistake planted.
 *
 * @param id the mistake in words that people can find it by, as
 * {@code G25.lowest_share@2025-01-01: 85 → 86}
 * @param requirement the requirement whose parameter or rule has the mistake
 * @param file the file in which it would stand
 * @param position where the parameter or the rule begins
 * @param concerned the requirements whose outcomes it can change
 * @param edition the edition with the mistake, with the rules of those requirements only
 */
public record Mutant(String id, String requirement, String file, Position position, Set<String> concerned,
		Edition edition) {

	@Override
	public String toString() {
		return this.id;
	}

}
