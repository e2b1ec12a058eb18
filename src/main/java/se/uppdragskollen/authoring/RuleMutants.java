package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;

/**
 * Plants mistakes in rules: each obligation turned or dropped, its own severity lost,
 * each other statement dropped, and each condition of the scope changed or dropped.
 */
final class RuleMutants {

	private final Edition edition;

	private final List<Mutant> mutants;

	private final List<SkippedMutant> skipped;

	RuleMutants(Edition edition, List<Mutant> mutants, List<SkippedMutant> skipped) {
		this.edition = edition;
		this.mutants = mutants;
		this.skipped = skipped;
	}

	void plant() {
		for (Rule rule : this.edition.rules()) {
			for (ScopeMutants.Change change : ScopeMutants.of(rule.scope())) {
				plant(rule, change.words(), rule.withScope(change.scope()));
			}
			for (int i = 0; i < rule.statements().size(); i++) {
				plant(rule, i);
			}
		}
	}

	private void plant(Rule rule, int place) {
		Statement statement = rule.statements().get(place);
		if (statement instanceof Statement.Obligation obligation) {
			String which = "obligation " + (place + 1) + ": ";
			for (ObligationWord other : obligation.word().flips()) {
				plant(rule, which + obligation.word().written() + " → " + other.written(),
						with(rule, place, obligation.withWord(other)));
			}
			severity(rule, place, which, obligation);
			plant(rule, which + obligation.word().written() + " removed", with(rule, place, null));
		}
		else {
			String word = (statement instanceof Statement.Credit) ? "credit" : "notApplicable";
			plant(rule, word + " removed", with(rule, place, null));
		}
	}

	private void severity(Rule rule, int place, String which, Statement.Obligation obligation) {
		if (obligation.severity() == null) {
			return;
		}
		String written = obligation.severity().text();
		String change = which + "severity " + written + " removed";
		if (Objects.requireNonNull(this.edition.requirements().get(rule.requirement()))
			.severity()
			.word()
			.equals(written)) {
			this.skipped.add(new SkippedMutant(id(rule, change), Messages.both("mutant.skipped.own-severity")));
			return;
		}
		plant(rule, change, with(rule, place, new Statement.Obligation(obligation.position(), obligation.must(),
				obligation.requirement(), null, obligation.word(), obligation.arguments())));
	}

	/** The rule with one statement exchanged or dropped; null when nothing is left. */
	private static @Nullable Rule with(Rule rule, int place, @Nullable Statement other) {
		List<Statement> statements = new ArrayList<>(rule.statements());
		if (other == null) {
			statements.remove(place);
		}
		else {
			statements.set(place, other);
		}
		return statements.isEmpty() ? null : rule.withStatements(statements);
	}

	private void plant(Rule rule, String change, @Nullable Rule changed) {
		List<Rule> rules = new ArrayList<>();
		for (Rule one : this.edition.rulesOf(rule.requirement())) {
			if (one != rule) {
				rules.add(one);
			}
			else if (changed != null) {
				rules.add(changed);
			}
		}
		String id = id(rule, change);
		this.mutants.add(new Mutant(id, rule.requirement(), rule.file(), rule.position(), Set.of(rule.requirement()),
				this.edition.withRules(rules, id)));
	}

	private static String id(Rule rule, String change) {
		String sentence = rule.name().startsWith(rule.requirement() + " ")
				? rule.name().substring(rule.requirement().length() + 1) : rule.name();
		return rule.requirement() + " \"" + sentence + "\" " + change;
	}

}
