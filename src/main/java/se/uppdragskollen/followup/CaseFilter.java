package se.uppdragskollen.followup;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.FindingKind;

/**
 * Which cases; null asks for all.
 *
 * @param unit of this unit
 * @param assignment of this assignment
 * @param requirement of this requirement, by any id that it has had
 * @param chapter of this chapter
 * @param state in this state
 * @param open true: not ended, false: ended
 * @param kind deviations or questions
 * @param severity of this severity
 * @param course that go like this
 * @param overdue true: whose deadline has passed, false: the others
 * @param reviewer that this person sees to
 */
public record CaseFilter(@Nullable String unit, @Nullable String assignment, @Nullable String requirement,
		@Nullable String chapter, @Nullable CaseState state, @Nullable Boolean open, @Nullable FindingKind kind,
		@Nullable Severity severity, @Nullable Course course, @Nullable Boolean overdue, @Nullable Long reviewer) {

}
