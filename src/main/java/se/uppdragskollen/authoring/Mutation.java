package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.RuleBook;

/**
 * Plants one small mistake after another in an edition and tells which ones no case
 * notices. A mutant is noticed when a case that passes under the edition itself no longer
 * does; only the cases of the requirements that the mistake can change are asked. Run the
 * cases first ({@link CaseRunner}): those that fail notice nothing.
 */
public final class Mutation {

	private final Cases cases;

	private final RuleBook ruleBook;

	private final Map<String, List<Case>> passing = new HashMap<>();

	private Mutation(Cases cases, RuleBook ruleBook) {
		this.cases = cases;
		this.ruleBook = ruleBook;
	}

	/**
	 * Tries all mutants of an edition.
	 * @param cases the edition's cases
	 * @param ruleBook the same edition's compiled rules
	 * @param progress told after each mutant
	 */
	public static MutationRun run(Cases cases, RuleBook ruleBook, Progress progress) {
		return new Mutation(cases, ruleBook).run(progress);
	}

	private MutationRun run(Progress progress) {
		List<EvaluationResult> unchanged = CaseRunner.evaluate(this.cases.cases(),
				new Evaluator(this.cases.edition(), this.ruleBook));
		compareWithSpoken(unchanged);
		for (CaseResult one : CaseRunner.results(this.cases.cases(), unchanged)) {
			if (one.passed()) {
				this.passing.computeIfAbsent(one.tested().requirement(), (id) -> new ArrayList<>()).add(one.tested());
			}
		}
		List<Mutant> mutants = new ArrayList<>();
		List<SkippedMutant> skipped = new ArrayList<>();
		new ParameterMutants(this.cases.edition(), mutants, skipped).plant();
		new RuleMutants(this.cases.edition(), mutants, skipped).plant();
		Map<String, String> explained = new HashMap<>();
		this.cases.survivors().forEach((one) -> explained.put(one.mutant(), one.why()));
		List<MutantResult> results = new ArrayList<>(mutants.size());
		for (Mutant mutant : mutants) {
			results.add(new MutantResult(mutant, noticedBy(mutant), explained.get(mutant.id())));
			progress.at(results.size(), mutants.size());
		}
		return new MutationRun(this.cases.edition(), results, skipped, problems(results));
	}

	/** Unchanged rules must give the same outcomes spoken as compiled. */
	private void compareWithSpoken(List<EvaluationResult> compiled) {
		List<EvaluationResult> spoken = CaseRunner.evaluate(this.cases.cases(),
				new Evaluator(this.cases.edition(), new SpokenRules(this.cases.edition(), this.ruleBook)));
		for (int i = 0; i < spoken.size(); i++) {
			if (!compiled.get(i).outcomes().equals(spoken.get(i).outcomes())
					|| !compiled.get(i).credits().equals(spoken.get(i).credits())) {
				Case differing = this.cases.cases().get(i);
				throw new IllegalStateException(
						"compiled and spoken rules differ: " + differing.requirement() + ", " + differing.name());
			}
		}
	}

	private @Nullable Case noticedBy(Mutant mutant) {
		Evaluator evaluator = new Evaluator(mutant.edition(), new SpokenRules(mutant.edition(), this.ruleBook));
		for (String requirement : mutant.concerned()) {
			for (Case one : this.passing.getOrDefault(requirement, List.of())) {
				if (notices(one, evaluator)) {
					return one;
				}
			}
		}
		return null;
	}

	private static boolean notices(Case tested, Evaluator evaluator) {
		try {
			return !CaseRunner.results(List.of(tested), CaseRunner.evaluate(List.of(tested), evaluator))
				.get(0)
				.passed();
		}
		catch (RuntimeException ex) {
			// a mistake of which the engine can make nothing is noticed, and loudly
			return true;
		}
	}

	private List<Problem> problems(List<MutantResult> results) {
		Problems problems = new Problems();
		Set<String> ids = new HashSet<>();
		Map<String, Case> noticed = new HashMap<>();
		for (MutantResult result : results) {
			ids.add(result.mutant().id());
			if (result.noticedBy() != null) {
				noticed.put(result.mutant().id(), result.noticedBy());
			}
		}
		for (Survivor survivor : this.cases.survivors()) {
			Problems.At at = problems.at(survivor.file(), survivor.position(), "survivors").found(survivor.mutant());
			Case by = noticed.get(survivor.mutant());
			if (!ids.contains(survivor.mutant())) {
				at.allowedNames(ids).say("unknown-mutant");
			}
			else if (by != null) {
				at.say("survivor-killed", by.name());
			}
		}
		return problems.all();
	}

}
