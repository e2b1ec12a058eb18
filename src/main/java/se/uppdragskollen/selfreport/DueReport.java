package se.uppdragskollen.selfreport;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * A report that a unit owes.
 *
 * @param unit the unit's id
 * @param unitName what people call it
 * @param assignment the assignment's id
 * @param period the period to report
 * @param edition the edition in force on its last day
 * @param due the last day to hand in
 * @param moved whether that day was moved
 * @param status how it stands
 * @param draft whether a draft is open
 * @param latest the number of the newest version handed in, null before the first
 * @param handedIn the day on which the first came, null before it
 */
public record DueReport(String unit, String unitName, String assignment, Period period, String edition, LocalDate due,
		boolean moved, DueStatus status, boolean draft, @Nullable Integer latest, @Nullable LocalDate handedIn) {

}
