package se.uppdragskollen.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;

/**
 * What a counterpart says of the unit.
 *
 * @param from who says it
 * @param flag how it goes
 * @param requirement what it is about, null for the work together in general
 * @param text in words, null when nothing was written
 * @param date when it was said
 */
public record Signal(Counterpart from, Flag flag, @Nullable String requirement, @Nullable String text, LocalDate date) {

}
