package se.uppdragskollen.evaluation;

import se.uppdragskollen.document.Word;

/**
 * What a reviewer must look at when a requirement is not met.
 */
public enum FindingKind implements Word {

	/** A basic requirement (ska) that is not met. */
	DEVIATION("deviation"),

	/** A question for the dialogue: how care is given, or a recommendation (bör). */
	QUESTION("question");

	private final String word;

	FindingKind(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
