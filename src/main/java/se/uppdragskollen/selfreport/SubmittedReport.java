package se.uppdragskollen.selfreport;

import java.time.Instant;

import se.uppdragskollen.assignment.Period;

/**
 * A version of a self-report that a unit has signed and handed in; never changed.
 *
 * @param unit the unit's id
 * @param assignment the assignment's id
 * @param period the period reported
 * @param number counted from 1 for each unit and period
 * @param edition the edition that was in force when it was signed
 * @param revision that edition's revision then
 * @param content what the unit itself says, as canonical JSON in the report format
 * @param fingerprint the content's
 * @param signedAt when it was signed and handed in
 */
public record SubmittedReport(String unit, String assignment, Period period, int number, String edition,
		String revision, String content, String fingerprint, Instant signedAt) {

}
