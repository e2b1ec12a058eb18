package se.uppdragskollen.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.report.Report;

/**
 * A report held against an edition: exactly one outcome per requirement owed, in the
 * order of the edition, and the credits granted.
 *
 * @param edition the edition; its revision is part of the result
 * @param report the report; its fingerprint is part of the result
 * @param outcomes one per requirement owed
 * @param credits what rules granted
 */
public record EvaluationResult(Edition edition, Report report, List<Outcome> outcomes, List<Credit> credits) {

	/** The engine's version, part of every result. */
	public static final String ENGINE = "1.0.0";

	/** How many outcomes there are of each kind. */
	public Map<OutcomeKind, Integer> counts() {
		Map<OutcomeKind, Integer> counts = new EnumMap<>(OutcomeKind.class);
		for (OutcomeKind kind : OutcomeKind.values()) {
			counts.put(kind, 0);
		}
		this.outcomes.forEach((outcome) -> counts.merge(outcome.kind(), 1, Integer::sum));
		return counts;
	}

	public Optional<Outcome> outcome(String requirement) {
		return this.outcomes.stream().filter((one) -> one.requirement().id().equals(requirement)).findFirst();
	}

	/** Whether everything asked is met, not applicable or exempt. */
	public boolean isClean() {
		return this.outcomes.stream()
			.noneMatch((one) -> one.kind() == OutcomeKind.NOT_MET || one.kind() == OutcomeKind.NOT_ASSESSABLE);
	}

}
