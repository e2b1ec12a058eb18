package se.uppdragskollen.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Language;

/**
 * A notice that a worker has taken to send it.
 *
 * @param id the notice
 * @param attempts how often it was tried, this time too
 * @param told what it tells
 * @param unitName what the unit is called, empty for none
 * @param address where it goes, null when there is nowhere any more
 * @param language the person's
 * @param wanted whether the person still is somebody to tell and has not declined
 * @param since since when it has been waiting
 */
record Outgoing(long id, int attempts, Told told, String unitName, @Nullable String address, Language language,
		boolean wanted, Instant since) {

}
