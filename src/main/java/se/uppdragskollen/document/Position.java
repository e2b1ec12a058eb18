package se.uppdragskollen.document;

/**
 * A place in a text, line and column counted from 1.
 */
public record Position(int line, int column) {

	/** No place in particular: the whole file. */
	public static final Position NOWHERE = new Position(0, 0);

}
