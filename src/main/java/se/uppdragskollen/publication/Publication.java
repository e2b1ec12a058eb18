package se.uppdragskollen.publication;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * That somebody published a period. It never changes; it is replaced by a correction or
 * withdrawn.
 *
 * @param id the database's own
 * @param assignment the assignment
 * @param period the period
 * @param edition the edition by which the figures were made
 * @param revision its fingerprint
 * @param smallestGroup groups below this were withheld
 * @param fingerprint of all that it shows
 * @param replaces the one that it corrects, null for the first of its period
 * @param reason why it was corrected, empty for the first
 * @param by who published it
 * @param at when
 * @param withdrawn what became of it, null while it stands
 */
public record Publication(long id, String assignment, Period period, String edition, String revision, int smallestGroup,
		String fingerprint, @Nullable Long replaces, String reason, String by, Instant at,
		@Nullable Withdrawal withdrawn) {

	/**
	 * That it was withdrawn.
	 *
	 * @param reason why
	 * @param by who did it
	 * @param at when
	 */
	public record Withdrawal(String reason, String by, Instant at) {

	}

}
