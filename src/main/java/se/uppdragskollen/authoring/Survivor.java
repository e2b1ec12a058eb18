package se.uppdragskollen.authoring;

import se.uppdragskollen.document.Position;

/**
 * A mutant that no case can notice, explained by the edition's authors.
 *
 * @param file the file it stands in
 * @param position where
 * @param mutant the mutant's id
 * @param why why no case can notice it
 */
public record Survivor(String file, Position position, String mutant, String why) {

}
