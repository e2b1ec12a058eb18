package se.uppdragskollen.statement;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.report.Flag;

/**
 * A signal as it is kept, withdrawn ones too.
 *
 * @param id the id
 * @param unit the unit that it is about, or that it comes from
 * @param unitName what people call it
 * @param assignment the assignment
 * @param direction who says it of whom
 * @param counterpart who says it, or of whom it is said
 * @param organisation which one, empty when not told
 * @param flag how it goes
 * @param requirement what it is about, null for the work together in general
 * @param text in words, null when nothing was written
 * @param date when it was said
 * @param enteredBy the name of who noted it, null when it came by a link
 * @param enteredAt when it was noted
 * @param link the link that it came by, null when it was noted
 * @param withdrawnAt when it was withdrawn, null while it counts
 * @param withdrawnBy by whom
 * @param withdrawnReason why
 */
public record StatedSignal(long id, String unit, String unitName, String assignment, Direction direction,
		Counterpart counterpart, String organisation, Flag flag, @Nullable String requirement, @Nullable String text,
		LocalDate date, @Nullable String enteredBy, Instant enteredAt, @Nullable Long link,
		@Nullable Instant withdrawnAt, @Nullable String withdrawnBy, @Nullable String withdrawnReason) {

}
