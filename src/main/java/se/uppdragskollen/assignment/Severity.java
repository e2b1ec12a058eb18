package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * How much a deviation weighs; the heaviest first. Not to be mixed up with
 * {@link Priority}.
 */
public enum Severity implements Word {

	/** Röd. */
	RED("red"),

	/** Gul. */
	YELLOW("yellow"),

	/** Vit. */
	WHITE("white");

	private final String word;

	Severity(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
