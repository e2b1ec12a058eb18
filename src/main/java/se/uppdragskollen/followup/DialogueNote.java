package se.uppdragskollen.followup;

import java.time.Instant;

/**
 * What somebody has written before a dialogue with a unit. The unit never reads it.
 *
 * @param id the database's own
 * @param text the words
 * @param shared whether the region's people read it, else the writer alone
 * @param writtenBy the writer's name
 * @param writtenAt when
 * @param own whether the reader wrote it
 */
public record DialogueNote(long id, String text, boolean shared, String writtenBy, Instant writtenAt, boolean own) {

}
