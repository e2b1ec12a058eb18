package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.RuleBook;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.rule.Rule;

/**
 * Runs an edition's cases: each holds one requirement's outcome against what was
 * expected. Beside the cases it tells what they lack as a whole: a requirement without a
 * case, a rule that concerns none of them, a base that is not sound.
 */
public final class CaseRunner {

	private CaseRunner() {
	}

	/**
	 * Runs the cases of an edition.
	 * @param cases the edition's cases
	 * @param ruleBook the same edition's compiled rules
	 */
	public static TestRun run(Cases cases, RuleBook ruleBook) {
		Evaluator evaluator = new Evaluator(cases.edition(), ruleBook);
		return new TestRun(cases.edition(), results(cases.cases(), evaluate(cases.cases(), evaluator)),
				reports(cases, evaluator), guards(cases, evaluator));
	}

	static List<EvaluationResult> evaluate(List<Case> cases, Evaluator evaluator) {
		return evaluator.evaluate(cases.stream().map(Case::report).toList());
	}

	static List<CaseResult> results(List<Case> cases, List<EvaluationResult> results) {
		List<CaseResult> all = new ArrayList<>(cases.size());
		for (int i = 0; i < cases.size(); i++) {
			Case tested = cases.get(i);
			Outcome outcome = results.get(i).outcome(tested.requirement()).orElseThrow();
			all.add(new CaseResult(tested, outcome, tested.expected().differences(outcome, results.get(i).credits())));
		}
		return all;
	}

	private static List<ReportResult> reports(Cases cases, Evaluator evaluator) {
		List<ReportResult> all = new ArrayList<>();
		for (WholeReport tested : cases.reports()) {
			EvaluationResult result = evaluator.evaluate(tested.report());
			Map<String, List<Difference>> differences = new LinkedHashMap<>();
			for (Outcome outcome : result.outcomes()) {
				Expectation expected = tested.expected().get(outcome.requirement().id());
				List<Difference> own = (expected == null) ? List.of() : expected.differences(outcome, result.credits());
				if (!own.isEmpty()) {
					differences.put(outcome.requirement().id(), own);
				}
			}
			all.add(new ReportResult(tested, result, differences));
		}
		return all;
	}

	private static List<Guard> guards(Cases cases, Evaluator evaluator) {
		List<Guard> guards = new ArrayList<>();
		for (Report base : cases.base().values()) {
			for (Outcome outcome : evaluator.evaluate(base).outcomes()) {
				if (outcome.kind() != OutcomeKind.MET) {
					String id = outcome.requirement().id();
					guards.add(guard(Guard.Kind.BASE_NOT_MET, id, id, outcome.kind().word(), base.period()));
				}
			}
		}
		for (String id : cases.edition().requirements().keySet()) {
			List<Case> own = cases.of(id);
			if (own.isEmpty()) {
				guards.add(guard(Guard.Kind.NO_CASE, id, id));
				continue;
			}
			Set<String> fired = new HashSet<>();
			evaluator.fired(own.stream().map(Case::report).toList()).forEach(fired::addAll);
			for (Rule rule : cases.edition().rulesOf(id)) {
				if (!fired.contains(rule.name())) {
					guards.add(guard(Guard.Kind.RULE_NEVER_FIRES, id, rule.name()));
				}
			}
		}
		return guards;
	}

	private static Guard guard(Guard.Kind kind, String requirement, Object... holes) {
		Bilingual sentence = switch (kind) {
			case NO_CASE -> Messages.both("guard.no-case", holes);
			case RULE_NEVER_FIRES -> Messages.both("guard.rule-never-fires", holes);
			default -> Messages.both("guard.base-not-met", holes);
		};
		return new Guard(kind, requirement, sentence);
	}

}
