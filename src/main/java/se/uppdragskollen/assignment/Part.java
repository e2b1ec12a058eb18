package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * The two parts of the assignment.
 */
public enum Part implements Word {

	/** Chapter 1, basic requirements: an unmet one is a deviation. */
	BASIC("basic"),

	/** Chapter 2, how care is given: an unmet one is a question, never a breach. */
	CARE("care");

	private final String word;

	Part(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
