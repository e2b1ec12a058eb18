package se.uppdragskollen.notice;

import java.util.Arrays;
import java.util.Optional;

import se.uppdragskollen.document.Word;

/**
 * Why a notice was not sent, when no mail server said so.
 */
public enum Answer implements Word {

	/** The person has no address any more. */
	NO_ADDRESS("no-address"),

	/** The person's address is none. */
	BAD_ADDRESS("bad-address"),

	/** No mail server is set. */
	NO_SERVER("no-server"),

	/** It has waited too long to be of use. */
	TOO_OLD("too-old");

	private static final String MARK = "!";

	private final String word;

	Answer(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** As it is kept among what servers said. */
	String written() {
		return MARK + this.word;
	}

	/** What is kept, when it is not a server's answer. */
	static Optional<Answer> of(String written) {
		return Arrays.stream(values()).filter((one) -> one.written().equals(written)).findFirst();
	}

}
