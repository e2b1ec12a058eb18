package se.uppdragskollen.statement;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An exemption as it stands.
 *
 * @param id the id
 * @param unit whom it relieves
 * @param unitName what people call it
 * @param assignment the assignment
 * @param requirement from which requirement
 * @param from the first day
 * @param to the last day, as it was proposed
 * @param reason why it was proposed
 * @param state how far it has come
 * @param proposedBy the name of who proposed it
 * @param proposedAt when
 * @param decidedBy the name of who approved or refused it, null before
 * @param decidedAt when
 * @param decisionReason what was said with the decision
 * @param endedOn the last day that counts, when it was ended early
 * @param endedBy the name of who ended it
 * @param endedAt when
 * @param endReason why it was ended
 * @param withdrawnAt when whoever proposed it took it back, null if they have not
 * @param version goes up with every change
 */
public record StatedExemption(long id, String unit, String unitName, String assignment, String requirement,
		LocalDate from, LocalDate to, String reason, ExemptionState state, String proposedBy, Instant proposedAt,
		@Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String decisionReason,
		@Nullable LocalDate endedOn, @Nullable String endedBy, @Nullable Instant endedAt, @Nullable String endReason,
		@Nullable Instant withdrawnAt, long version) {

}
