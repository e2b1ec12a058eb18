package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * How central a way of working is for a patient group in the prioritisation model. Not a
 * severity.
 */
public enum Priority implements Word {

	/** Critical. */
	RED("red"),

	/** To be evaluated, used when needed. */
	YELLOW("yellow"),

	/** Not central, may be relevant. */
	WHITE("white");

	private final String word;

	Priority(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
