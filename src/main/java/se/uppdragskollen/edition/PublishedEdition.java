package se.uppdragskollen.edition;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An edition as it was published.
 *
 * @param assignment the assignment's id
 * @param edition the edition's id
 * @param revision the fingerprint of its content
 * @param from the first day in force
 * @param to the last
 * @param publishedAt when this revision came
 * @param current whether new reports are judged by it; else another revision of the
 * edition has come since
 */
public record PublishedEdition(String assignment, String edition, String revision, LocalDate from, LocalDate to,
		Instant publishedAt, boolean current) {

}
