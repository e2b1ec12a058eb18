package se.uppdragskollen.statement;

import se.uppdragskollen.document.Word;

/**
 * How far an exemption has come.
 */
public enum ExemptionState implements Word {

	/** Waits for somebody else's decision. */
	PROPOSED("proposed"),

	/** Counts. */
	APPROVED("approved"),

	/** Never counts. */
	REFUSED("refused"),

	/** Was approved, and counts up to the day on which it was ended. */
	ENDED("ended"),

	/** Was taken back by whoever proposed it, before anybody decided; never counts. */
	WITHDRAWN("withdrawn");

	private final String word;

	ExemptionState(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
