package se.uppdragskollen.followup;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * How it went with a case's requirement in one period.
 *
 * @param period the period
 * @param outcome how it went
 * @param kind deviation or question, null unless not met
 * @param severity how much it weighs, null unless not met
 * @param result the result that explains it
 */
public record Finding(Period period, OutcomeKind outcome, @Nullable FindingKind kind, @Nullable Severity severity,
		long result) {

	boolean fails() {
		return this.outcome == OutcomeKind.NOT_MET;
	}

	boolean passes() {
		return !fails() && this.outcome != OutcomeKind.NOT_ASSESSABLE;
	}

	/** Whether it says the same, whichever result says so. */
	boolean sameAs(Finding other) {
		return this.outcome == other.outcome && this.kind == other.kind && this.severity == other.severity;
	}

	/** Whether who has looked at this has looked at the other too: it weighs no more. */
	boolean covers(Finding other) {
		return fails() && this.severity != null && other.severity != null
				&& this.severity.compareTo(other.severity) <= 0;
	}

}
