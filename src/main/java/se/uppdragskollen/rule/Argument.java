package se.uppdragskollen.rule;

import se.uppdragskollen.document.Position;

/**
 * A quoted name in a rule and its place.
 */
public record Argument(String text, Position position) {

}
