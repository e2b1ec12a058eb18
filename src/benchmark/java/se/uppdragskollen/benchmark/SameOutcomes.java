package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Obligation;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.naive.NaiveEvaluator;
import se.uppdragskollen.report.Report;

/**
 * Sees that all ways come to the same: a comparison of speed says nothing else. Outcome
 * and severity of every requirement; from the rule engines also what holds in every
 * comparison, and how far the value is from the limit.
 */
final class SameOutcomes {

	/** The engine rounds margins for people, the others do not. */
	private static final BigDecimal ROUNDING = new BigDecimal("0.051");

	private final Evaluator evaluator;

	private final NaiveEvaluator byHand;

	private final UsualDrools drools;

	private final UsualEvrete evrete;

	private final Map<OutcomeKind, Integer> seen = new EnumMap<>(OutcomeKind.class);

	private int comparisons;

	SameOutcomes(Edition edition, Evaluator evaluator) {
		this.evaluator = evaluator;
		this.byHand = new NaiveEvaluator(edition);
		this.drools = new UsualDrools(edition);
		this.evrete = new UsualEvrete(edition);
	}

	/**
	 * Compares the outcomes of all reports.
	 * @throws IllegalStateException when two differ
	 */
	void verify(Edition edition, List<Report> reports) {
		for (FactSheet sheet : FactSheet.of(edition, this.evaluator, reports)) {
			List<Outcome> outcomes = this.evaluator.evaluate(sheet.report()).outcomes();
			var byHand = this.byHand.evaluate(sheet.report());
			List<Verdicts.Verdict> drools = this.drools.evaluate(sheet);
			List<Verdicts.Verdict> evrete = this.evrete.evaluate(sheet);
			for (int i = 0; i < outcomes.size(); i++) {
				Outcome outcome = outcomes.get(i);
				this.seen.merge(outcome.kind(), 1, Integer::sum);
				if (outcome.kind() != byHand.get(i).outcome() || outcome.severity() != byHand.get(i).severity()) {
					throw differs(sheet, outcome, byHand.get(i));
				}
				same(sheet, outcome, drools.get(i));
				same(sheet, outcome, evrete.get(i));
			}
		}
		this.evrete.shutdown();
	}

	private void same(FactSheet sheet, Outcome outcome, Verdicts.Verdict verdict) {
		if (outcome.kind() != verdict.outcome() || outcome.severity() != verdict.severity()
				|| outcome.obligations().size() != verdict.found().size()) {
			throw differs(sheet, outcome, verdict);
		}
		List<Found> found = verdict.found()
			.stream()
			.sorted((one, other) -> Integer.compare(one.demanded().place(), other.demanded().place()))
			.toList();
		for (int i = 0; i < found.size(); i++) {
			this.comparisons++;
			Obligation obligation = outcome.obligations().get(i);
			boolean near = obligation.margin() == null || found.get(i).margin() == null
					|| obligation.margin().subtract(found.get(i).margin()).abs().compareTo(ROUNDING) <= 0;
			if (!Objects.equals(obligation.holds(), found.get(i).holds()) || !near) {
				throw differs(sheet, outcome, found.get(i));
			}
		}
	}

	private static IllegalStateException differs(FactSheet sheet, Outcome outcome, Object other) {
		return new IllegalStateException("not the same for " + sheet.report().unit() + " " + sheet.report().period()
				+ ":\n" + outcome.requirement().id() + " " + outcome.kind() + " " + outcome.obligations() + "\n" + other);
	}

	@Override
	public String toString() {
		return "the same outcomes in all four ways: " + this.seen + ", with " + this.comparisons / 2
				+ " comparisons";
	}

}
