package se.uppdragskollen.statement;

import se.uppdragskollen.document.Word;

/**
 * Who says a signal of whom.
 */
public enum Direction implements Word {

	/** A counterpart says it of the unit. */
	ABOUT_UNIT("about-unit"),

	/** The unit says it of a counterpart. */
	FROM_UNIT("from-unit");

	private final String word;

	Direction(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
