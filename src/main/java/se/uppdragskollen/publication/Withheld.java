package se.uppdragskollen.publication;

import java.util.Arrays;

import se.uppdragskollen.document.Word;

/**
 * Why a figure has no value to show. None of them means zero.
 */
public enum Withheld implements Word {

	/** So few people that somebody could be recognised. */
	TOO_FEW("too-few"),

	/** Reviewer and centre have not finished with it. */
	NOT_SETTLED("not-settled"),

	/** The centre or the register has given none. */
	NOT_REPORTED("not-reported"),

	/** It does not concern the centre. */
	NOT_APPLICABLE("not-applicable");

	private final String word;

	Withheld(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	static Withheld named(String word) {
		return Arrays.stream(values()).filter((one) -> one.word.equals(word)).findFirst().orElseThrow();
	}

}
