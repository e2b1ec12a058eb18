package se.uppdragskollen.evaluation.naive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.RuleUses;
import se.uppdragskollen.authoring.Case;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.rule.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Taking anything out of a report never turns another outcome into "met".
 */
class NothingPassesBySilenceTests {

	private static final int REPORTS = Integer.getInteger("reports", 40);

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void noValueTakenOutOfACaseMakesItMet(String id) {
		Edition edition = Kalmar.edition(id);
		Evaluator engine = Kalmar.engine(edition);
		Removals removals = new Removals(edition);
		Map<String, Set<String>> read = read(edition);
		List<String> passing = new ArrayList<>();
		for (Case one : Kalmar.cases(edition).cases()) {
			if (engine.evaluate(one.report()).outcome(one.requirement()).orElseThrow().kind() == OutcomeKind.MET) {
				continue;
			}
			Map<String, Report> without = removals.of(one.report(), read.get(one.requirement())::contains);
			List<String> names = List.copyOf(without.keySet());
			List<EvaluationResult> results = engine.evaluate(List.copyOf(without.values()));
			for (int i = 0; i < names.size(); i++) {
				if (results.get(i).outcome(one.requirement()).orElseThrow().kind() == OutcomeKind.MET) {
					passing.add(one.file() + " " + one.name() + " is met without " + names.get(i));
				}
			}
		}
		assertThat(passing).isEmpty();
	}

	/** What each requirement's rules read, directly, by formulas or to be believed. */
	private static Map<String, Set<String>> read(Edition edition) {
		Map<String, Set<String>> read = new TreeMap<>();
		for (Rule rule : edition.rules()) {
			Set<String> data = read.computeIfAbsent(rule.requirement(), (id) -> new TreeSet<>());
			Deque<String> open = new ArrayDeque<>(RuleUses.of(rule).data());
			while (!open.isEmpty()) {
				String id = open.pop();
				if (edition.datum(id).isEmpty() || !data.add(id)) {
					continue;
				}
				if (edition.datum(id).get() instanceof Derived derived) {
					open.addAll(List.of(derived.formula().split("[^a-z0-9_]+")));
				}
				else if (edition.datum(id).get() instanceof Element element && element.partOf() != null) {
					open.add(element.partOf());
				}
			}
		}
		return read;
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void noValueTakenOutOfARandomReportMakesAnythingMet(String id) {
		Edition edition = Kalmar.edition(id);
		Evaluator engine = Kalmar.engine(edition);
		Removals removals = new Removals(edition);
		RandomReports reports = new RandomReports(edition, RandomReports.SEED + 2);
		List<String> passing = new ArrayList<>();
		for (int i = 0; i < REPORTS; i++) {
			passing(engine, reports.next(), removals, "report " + i, passing);
		}
		assertThat(passing).as("seed %d", RandomReports.SEED).isEmpty();
	}

	private static void passing(Evaluator engine, Report report, Removals removals, String where,
			List<String> passing) {
		List<Outcome> before = engine.evaluate(report).outcomes();
		if (before.stream().allMatch((one) -> one.kind() == OutcomeKind.MET)) {
			return;
		}
		Map<String, Report> without = removals.of(report, (id) -> true);
		List<String> names = List.copyOf(without.keySet());
		List<EvaluationResult> results = engine.evaluate(List.copyOf(without.values()));
		for (int i = 0; i < names.size(); i++) {
			List<Outcome> after = results.get(i).outcomes();
			for (int j = 0; j < before.size(); j++) {
				if (before.get(j).kind() != OutcomeKind.MET && after.get(j).kind() == OutcomeKind.MET) {
					passing.add(where + " without " + names.get(i) + ": " + before.get(j).requirement().id() + " was "
							+ before.get(j).kind().word() + " " + before.get(j).obligations());
				}
			}
		}
	}

}
