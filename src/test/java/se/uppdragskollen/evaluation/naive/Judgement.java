package se.uppdragskollen.evaluation.naive;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * Puts the comparisons of one requirement together: known false beats unknown, unknown
 * beats true.
 */
final class Judgement {

	private final Severity usual;

	private @Nullable Severity worst;

	private @Nullable Check failing;

	private @Nullable Check holding;

	private boolean unknown;

	private boolean notApplicable;

	Judgement(Severity usual) {
		this.usual = usual;
	}

	/** This must hold; else the deviation weighs as the requirement says. */
	Judgement must(Check check) {
		return must(this.usual, check);
	}

	/** This must hold; else the deviation weighs so. */
	Judgement must(Severity severity, Check check) {
		if (check.holds() == Truth.FALSE) {
			if (this.worst == null || severity.compareTo(this.worst) < 0) {
				this.worst = severity;
				this.failing = check;
			}
		}
		else if (check.holds() == Truth.UNKNOWN) {
			this.unknown = true;
		}
		else if (this.holding == null) {
			this.holding = check;
		}
		return this;
	}

	/** Whether more is asked of the unit is not known. */
	Judgement unknown() {
		this.unknown = true;
		return this;
	}

	/** The requirement does not concern the unit. */
	Judgement notApplicable() {
		this.notApplicable = true;
		return this;
	}

	Verdict verdict(String requirement) {
		if (this.worst != null) {
			return new Verdict(requirement, OutcomeKind.NOT_MET, this.worst, this.failing);
		}
		if (this.unknown) {
			return new Verdict(requirement, OutcomeKind.NOT_ASSESSABLE, null, null);
		}
		if (this.notApplicable) {
			return new Verdict(requirement, OutcomeKind.NOT_APPLICABLE, null, null);
		}
		if (this.holding == null) {
			throw new IllegalStateException(requirement + ": nothing was said");
		}
		return new Verdict(requirement, OutcomeKind.MET, null, this.holding);
	}

}
