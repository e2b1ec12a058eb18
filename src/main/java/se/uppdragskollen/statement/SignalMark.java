package se.uppdragskollen.statement;

import java.time.Instant;

/**
 * That the region has taken a signal in, with a word of what was done.
 *
 * @param signal which signal
 * @param text what was done
 * @param markedBy the name of who did, or saw to it
 * @param markedAt when it was told
 */
public record SignalMark(long signal, String text, String markedBy, Instant markedAt) {

}
