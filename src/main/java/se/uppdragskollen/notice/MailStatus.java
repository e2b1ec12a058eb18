package se.uppdragskollen.notice;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with the mail.
 *
 * @param waiting how many notices wait
 * @param failing how many of them have been tried
 * @param givenUp how many were given up, as long as that is kept
 * @param sent how many were sent in the last 24 hours
 * @param lastSent when the newest was sent, null when none was
 * @param next those that are tried next, some of them
 */
public record MailStatus(long waiting, long failing, long givenUp, long sent, @Nullable Instant lastSent,
		List<MailRow> next) {

}
