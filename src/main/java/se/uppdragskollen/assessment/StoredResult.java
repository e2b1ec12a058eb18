package se.uppdragskollen.assessment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * A result as it was stored; it never changes.
 *
 * @param id the database's own
 * @param unit the unit
 * @param unitName what people call it
 * @param assignment the assignment
 * @param period the report's period
 * @param edition the edition
 * @param revision the edition's fingerprint
 * @param engine the engine's version
 * @param fingerprint the report's, with all that stood beside it
 * @param reportVersion which version of the self-report
 * @param cause why it was evaluated
 * @param supersedes the result before it, null for the first
 * @param storedAt when
 * @param current whether no newer one has come
 */
public record StoredResult(long id, String unit, String unitName, String assignment, Period period, String edition,
		String revision, String engine, String fingerprint, int reportVersion, String cause, @Nullable Long supersedes,
		Instant storedAt, boolean current) {

}
