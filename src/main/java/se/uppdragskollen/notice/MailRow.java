package se.uppdragskollen.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A notice as administrators see it.
 *
 * @param id the notice
 * @param person whom it is for
 * @param name that person's name
 * @param kind what it tells
 * @param unitName about which unit, empty for none
 * @param madeAt when it was written
 * @param at when it is tried next, or when it ended
 * @param attempts how often it was tried
 * @param answer what the mail server said last, null when it said nothing
 * @param why why it was not sent, when no server said so
 */
public record MailRow(long id, long person, String name, NoticeKind kind, String unitName, Instant madeAt, Instant at,
		int attempts, @Nullable String answer, @Nullable Answer why) {

}
