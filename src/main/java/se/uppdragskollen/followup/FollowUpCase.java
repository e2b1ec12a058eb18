package se.uppdragskollen.followup;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.FindingKind;

/**
 * A follow-up case: what a reviewer looks at about one requirement of one unit, from the
 * first failing report until it is closed.
 *
 * @param id the database's own
 * @param unit the unit
 * @param unitName what it is called
 * @param assignment the assignment
 * @param edition the edition by whose deadlines and ladder it goes
 * @param lineage the requirement's first id through all editions
 * @param requirement the requirement's id in that edition
 * @param chapter its chapter
 * @param kind deviation or question
 * @param severity that of the newest failing report
 * @param course how it goes from report to report
 * @param state where it stands
 * @param earlier the case of the same requirement that had ended before, null for none
 * @param ladderStep the step of the ladder that it has come to, null for none
 * @param proposedStep the step that waits for a second pair of eyes, null for none
 * @param proposedBy who has proposed it
 * @param firstPeriod the first failing period
 * @param lastPeriod the newest period
 * @param recheckAfter the last day of the newest period when the re-check began
 * @param reviewer who sees to it, null for nobody
 * @param reviewerName that person's name
 * @param due by when the next step is to be taken, null when nobody is waited for
 * @param openedAt when it was proposed first
 * @param confirmedAt when a reviewer confirmed it
 * @param closedAt when it was closed or dismissed
 * @param version for changes
 */
record FollowUpCase(long id, String unit, String unitName, String assignment, String edition, String lineage,
		String requirement, String chapter, FindingKind kind, Severity severity, Course course, CaseState state,
		@Nullable Long earlier, @Nullable String ladderStep, @Nullable String proposedStep, @Nullable Long proposedBy,
		Period firstPeriod, Period lastPeriod, @Nullable LocalDate recheckAfter, @Nullable Long reviewer,
		@Nullable String reviewerName, @Nullable LocalDate due, Instant openedAt, @Nullable Instant confirmedAt,
		@Nullable Instant closedAt, long version) {

	/** Whether the service itself closed it, before anybody looked. */
	boolean withdrawn() {
		return this.state == CaseState.CLOSED && this.confirmedAt == null;
	}

	/** Whether the centre knows of it. */
	boolean sharedWithCentre() {
		return this.confirmedAt != null && this.state != CaseState.DISMISSED && this.state != CaseState.PROPOSED;
	}

	/** Whether a report has come since the re-check began. */
	boolean recheckReady() {
		return this.recheckAfter != null && this.lastPeriod.to().isAfter(this.recheckAfter);
	}

}
