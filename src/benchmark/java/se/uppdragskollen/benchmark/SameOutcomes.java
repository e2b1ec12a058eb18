package se.uppdragskollen.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.naive.NaiveEvaluator;
import se.uppdragskollen.report.Report;

/**
 * Sees that all ways come to the same: a comparison of speed says nothing else. Outcome
 * and severity of every requirement; from the rule engines also whether each comparison
 * holds.
 */
final class SameOutcomes {

	private final Evaluator evaluator;

	private final NaiveEvaluator byHand;

	private final UsualDrools drools;

	private final UsualEvrete evrete;

	private final Map<OutcomeKind, Integer> seen = new EnumMap<>(OutcomeKind.class);

	private int comparisons;

	SameOutcomes(Edition edition, Evaluator evaluator) {
		this.evaluator = evaluator;
		this.byHand = new NaiveEvaluator(edition);
		this.drools = new UsualDrools(edition, evaluator);
		this.evrete = new UsualEvrete(edition, evaluator);
	}

	/**
	 * Compares the outcomes of all reports.
	 * @throws IllegalStateException when two differ
	 */
	void verify(List<Report> reports) {
		for (Report report : reports) {
			List<Outcome> outcomes = this.evaluator.evaluate(report).outcomes();
			var byHand = this.byHand.evaluate(report);
			List<Verdicts.Verdict> drools = this.drools.evaluate(report);
			List<Verdicts.Verdict> evrete = this.evrete.evaluate(report);
			for (int i = 0; i < outcomes.size(); i++) {
				Outcome outcome = outcomes.get(i);
				this.seen.merge(outcome.kind(), 1, Integer::sum);
				if (outcome.kind() != byHand.get(i).outcome() || outcome.severity() != byHand.get(i).severity()) {
					throw differs(report, outcome, byHand.get(i));
				}
				same(report, outcome, drools.get(i));
				same(report, outcome, evrete.get(i));
			}
		}
		this.evrete.shutdown();
	}

	private void same(Report report, Outcome outcome, Verdicts.Verdict verdict) {
		if (outcome.kind() != verdict.outcome() || outcome.severity() != verdict.severity()
				|| outcome.obligations().size() != verdict.found().size()) {
			throw differs(report, outcome, verdict);
		}
		for (int i = 0; i < verdict.found().size(); i++) {
			this.comparisons++;
			if (!Objects.equals(outcome.obligations().get(i).holds(), verdict.found().get(i).holds())) {
				throw differs(report, outcome, verdict.found().get(i));
			}
		}
	}

	private static IllegalStateException differs(Report report, Outcome outcome, Object other) {
		return new IllegalStateException("not the same for " + report.unit() + " " + report.period()
				+ ":\n" + outcome.requirement().id() + " " + outcome.kind() + " " + outcome.obligations() + "\n" + other);
	}

	@Override
	public String toString() {
		return "the same outcomes in all four ways: " + this.seen + ", with " + this.comparisons / 2
				+ " comparisons";
	}

}
