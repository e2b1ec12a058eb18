package se.uppdragskollen.evaluation.naive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.authoring.Case;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.report.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the engine against the same editions by hand. {@code -Dseed=N} takes other random
 * reports, {@code -Dreports=N} more or fewer.
 */
class NaiveEvaluatorTests {

	private static final int REPORTS = Integer.getInteger("reports", 5000);

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void agreesWithTheEngineOnRandomReports(String id) {
		Edition edition = Kalmar.edition(id);
		Evaluator engine = Kalmar.engine(edition);
		NaiveEvaluator naive = new NaiveEvaluator(edition);
		RandomReports reports = new RandomReports(edition, RandomReports.SEED);
		List<String> disagreements = new ArrayList<>();
		for (int i = 0; i < REPORTS; i++) {
			Report report = reports.next();
			disagreements(engine.evaluate(report), naive.evaluate(report), "report " + i, disagreements);
		}
		assertThat(disagreements).as("seed %d", RandomReports.SEED).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void agreesWithTheEngineOnTheReportsOfAllCases(String id) {
		Edition edition = Kalmar.edition(id);
		Evaluator engine = Kalmar.engine(edition);
		NaiveEvaluator naive = new NaiveEvaluator(edition);
		List<String> disagreements = new ArrayList<>();
		for (Case one : Kalmar.cases(edition).cases()) {
			disagreements(engine.evaluate(one.report()), naive.evaluate(one.report()), one.file() + " " + one.name(),
					disagreements);
		}
		assertThat(disagreements).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void saysWhatTheCasesExpect(String id) {
		Edition edition = Kalmar.edition(id);
		NaiveEvaluator naive = new NaiveEvaluator(edition);
		List<String> disagreements = new ArrayList<>();
		for (Case one : Kalmar.cases(edition).cases()) {
			Verdict verdict = naive.evaluate(one.report())
				.stream()
				.filter((some) -> some.requirement().equals(one.requirement()))
				.findFirst()
				.orElseThrow();
			boolean sameSeverity = one.expected().severity() == null || one.expected().severity() == verdict.severity();
			if (verdict.outcome() != one.expected().outcome() || !sameSeverity) {
				disagreements
					.add(one.file() + " " + one.name() + ": expected " + one.expected() + ", by hand " + verdict);
			}
		}
		assertThat(disagreements).isEmpty();
	}

	/** Else agreement would say little. */
	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void meetsEveryOutcomeOfEveryRequirementInRandomReports(String id) {
		Edition edition = Kalmar.edition(id);
		NaiveEvaluator naive = new NaiveEvaluator(edition);
		RandomReports reports = new RandomReports(edition, RandomReports.SEED);
		Map<String, Set<OutcomeKind>> lacking = new TreeMap<>();
		for (String requirement : edition.requirements().keySet()) {
			lacking.put(requirement, EnumSet.of(OutcomeKind.MET, OutcomeKind.NOT_MET, OutcomeKind.NOT_ASSESSABLE));
		}
		edition.requirements()
			.values()
			.stream()
			.filter((one) -> !one.reasons().isEmpty())
			.forEach((one) -> lacking.get(one.id()).add(OutcomeKind.NOT_APPLICABLE));
		for (int i = 0; i < REPORTS; i++) {
			naive.evaluate(reports.next()).forEach((one) -> lacking.get(one.requirement()).remove(one.outcome()));
		}
		lacking.values().removeIf(Set::isEmpty);
		assertThat(lacking).as("seed %d", RandomReports.SEED).isEmpty();
	}

	private static void disagreements(EvaluationResult result, List<Verdict> verdicts, String where,
			List<String> disagreements) {
		assertThat(verdicts).extracting(Verdict::requirement)
			.as(where)
			.isEqualTo(result.outcomes().stream().map((one) -> one.requirement().id()).toList());
		for (int i = 0; i < verdicts.size(); i++) {
			Outcome outcome = result.outcomes().get(i);
			Verdict verdict = verdicts.get(i);
			if (outcome.kind() != verdict.outcome() || outcome.severity() != verdict.severity()) {
				disagreements.add(where + ", " + result.report().period() + ": the engine says " + outcome.kind() + " "
						+ outcome.severity() + " " + outcome.missing() + " " + outcome.obligations() + ", by hand "
						+ verdict);
			}
		}
	}

}
