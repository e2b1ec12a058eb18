package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * How a requirement is followed up.
 */
public enum FollowUp implements Word {

	/** Checked continuously. */
	CONTINUOUS("continuous"),

	/** Taken up in the dialogue. */
	DIALOGUE("dialogue");

	private final String word;

	FollowUp(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
