package se.uppdragskollen.evaluation;

import se.uppdragskollen.document.Word;

/**
 * Why a value is not known.
 */
public enum Absence implements Word {

	/** Nobody reported it. */
	NOT_REPORTED("not-reported"),

	/** The unit says that it does not concern it. */
	NOT_APPLICABLE("not-applicable"),

	/** Withheld because the group is small. */
	SUPPRESSED("suppressed"),

	/** The group is smaller than the smallest that gives a verdict. */
	SMALL_GROUP("small-group"),

	/** The latest value is too old. */
	STALE("stale"),

	/** What was reported cannot be true. */
	INVALID("invalid"),

	/** The formula gives nothing: a division by zero, say. */
	NOT_COMPUTABLE("not-computable"),

	/** Too few comparable units. */
	FEW_PEERS("few-peers");

	private final String word;

	Absence(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
