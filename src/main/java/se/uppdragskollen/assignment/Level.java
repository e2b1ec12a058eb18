package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * How strongly the assignment asks.
 */
public enum Level implements Word {

	/** Ska: not doing it is a deviation. */
	MUST("must"),

	/** Bör: not doing it is a question. */
	SHOULD("should");

	private final String word;

	Level(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
