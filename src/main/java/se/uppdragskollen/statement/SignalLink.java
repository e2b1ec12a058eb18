package se.uppdragskollen.statement;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;

/**
 * A link by which a counterpart may say once how the work with a unit goes. Its secret is
 * not in it.
 *
 * @param id the id
 * @param unit the unit
 * @param unitName what people call it
 * @param assignment the assignment
 * @param counterpart who is asked
 * @param organisation which one
 * @param requirement what is asked about, null for the work together in general
 * @param state whether it can be used
 * @param expiresAt when it stops working
 * @param madeBy the name of who made it
 * @param madeAt when
 * @param usedAt when it was answered, null before
 * @param revokedAt when it was revoked, null when it was not
 */
public record SignalLink(long id, String unit, String unitName, String assignment, Counterpart counterpart,
		String organisation, @Nullable String requirement, LinkState state, Instant expiresAt, String madeBy,
		Instant madeAt, @Nullable Instant usedAt, @Nullable Instant revokedAt) {

}
