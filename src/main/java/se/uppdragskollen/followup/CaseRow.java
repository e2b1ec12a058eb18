package se.uppdragskollen.followup;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.language.Bilingual;

/**
 * A case at a glance.
 *
 * @param id its id
 * @param unit the unit
 * @param unitName what it is called
 * @param assignment the assignment
 * @param edition the edition by whose deadlines and ladder it goes
 * @param requirement the requirement in that edition
 * @param title what it is called
 * @param chapter its chapter
 * @param kind deviation or question
 * @param severity that of the newest failing report
 * @param course how it goes from report to report
 * @param state where it stands
 * @param earlier the case of the same requirement that had ended before
 * @param ladderStep the step of the ladder that it has come to
 * @param firstPeriod the first failing period
 * @param lastPeriod the newest period
 * @param reviewer who sees to it
 * @param due by when the next step is to be taken
 * @param remindOn the day to remind of that
 * @param overdue whether that day has passed
 * @param openedAt when it was proposed
 * @param confirmedAt when it was confirmed
 * @param closedAt when it was closed or dismissed
 * @param version for changes
 */
public record CaseRow(long id, String unit, String unitName, String assignment, String edition, String requirement,
		@Nullable Bilingual title, String chapter, FindingKind kind, Severity severity, Course course, CaseState state,
		@Nullable Long earlier, @Nullable String ladderStep, Period firstPeriod, Period lastPeriod,
		@Nullable PersonName reviewer, @Nullable LocalDate due, @Nullable LocalDate remindOn, boolean overdue,
		Instant openedAt, @Nullable Instant confirmedAt, @Nullable Instant closedAt, long version) {

}
