package se.uppdragskollen.followup;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has done something with a case, or written in it for the other side to read.
 * Told inside the transaction that keeps it.
 *
 * @param id the case
 * @param unit the unit that it is about
 * @param act what was done
 * @param due by when the next step is to be taken, when the act says so
 * @param reviewer who sees to the case, null for nobody
 * @param by who did it
 */
public record CaseMoved(long id, String unit, CaseAct act, @Nullable LocalDate due, @Nullable Long reviewer, long by) {

}
