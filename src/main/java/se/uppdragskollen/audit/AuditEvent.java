package se.uppdragskollen.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Fingerprint;

/**
 * One thing that somebody did.
 *
 * @param seq its place in the chain, from 1 without gaps
 * @param at when, to the microsecond
 * @param actor {@code person:12}, {@code link:7}, {@code anonymous} or {@code system}
 * @param act what was done
 * @param subject what it was done to, as {@code case:41}
 * @param unit the unit concerned, null when none
 * @param details canonical JSON; no free text of people, no personal data
 * @param request the id of the request, null when none
 * @param previous the hash of the event before; of the first, {@link #GENESIS}
 * @param hash the SHA-256 over all of this
 */
public record AuditEvent(long seq, Instant at, String actor, String act, String subject, @Nullable String unit,
		String details, @Nullable String request, String previous, String hash) {

	/** What stands before the first event. */
	public static final String GENESIS = "sha256:" + "0".repeat(64);

	/** The hash that the event must have after that one. */
	static String hash(String previous, long seq, Instant at, String actor, String act, String subject,
			@Nullable String unit, String details, @Nullable String request) {
		StringBuilder text = new StringBuilder(256);
		for (Object part : new @Nullable Object[] { previous, seq, at, actor, act, subject, unit, details, request }) {
			String written = (part == null) ? "" : part.toString();
			text.append((part == null) ? -1 : written.length()).append(':').append(written).append('\n');
		}
		return Fingerprint.of(text.toString());
	}

	/** Whether its hash is right. */
	boolean isIntact() {
		return this.hash.equals(hash(this.previous, this.seq, this.at, this.actor, this.act, this.subject, this.unit,
				this.details, this.request));
	}

}
