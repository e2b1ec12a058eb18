package se.uppdragskollen.statement;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;

/**
 * Whether a link can be used.
 */
public enum LinkState implements Word {

	/** It can. */
	OPEN("open"),

	/** It has been answered. */
	USED("used"),

	/** It was revoked. */
	REVOKED("revoked"),

	/** Its time is over. */
	EXPIRED("expired");

	private final String word;

	LinkState(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	static LinkState of(@Nullable Instant used, @Nullable Instant revoked, Instant expires, Instant now) {
		if (used != null) {
			return USED;
		}
		if (revoked != null) {
			return REVOKED;
		}
		return now.isBefore(expires) ? OPEN : EXPIRED;
	}

}
