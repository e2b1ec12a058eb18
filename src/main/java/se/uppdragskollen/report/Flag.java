package se.uppdragskollen.report;

import se.uppdragskollen.document.Word;

/**
 * A signal's colour, the best first.
 */
public enum Flag implements Word {

	/** Works well. */
	GREEN("green"),

	/** Works in part. */
	YELLOW("yellow"),

	/** Does not work. */
	RED("red");

	private final String word;

	Flag(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
