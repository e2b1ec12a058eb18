package se.uppdragskollen.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.RuleUses;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * What an edition's rules need from other reports than the one judged.
 *
 * @param trends elements and derived elements compared with their own earlier values
 * @param peers elements and derived elements compared with other units'
 * @param elements all elements that those, and rules of other kinds of period, read
 */
record Needs(Set<String> trends, Set<String> peers, Set<String> elements) {

	static Needs of(Edition edition) {
		return of(edition, (kind) -> true);
	}

	/** What the rules for reports of one kind of period need. */
	static Needs of(Edition edition, PeriodKind kind) {
		return of(edition, kind::equals);
	}

	private static Needs of(Edition edition, Predicate<PeriodKind> kinds) {
		Needs needs = new Needs(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
		for (Rule rule : edition.rules()) {
			PeriodKind kind = Objects.requireNonNull(edition.requirements().get(rule.requirement())).period();
			if (!kinds.test(kind)) {
				continue;
			}
			for (Statement statement : rule.statements()) {
				if (statement instanceof Statement.Obligation obligation) {
					needs.note(obligation);
				}
			}
			for (String id : closure(edition, RuleUses.of(rule).data())) {
				Element element = edition.elements().get(id);
				if (element != null && element.period() != kind) {
					needs.elements.add(id);
				}
			}
		}
		Set<String> compared = new LinkedHashSet<>(needs.trends);
		compared.addAll(needs.peers);
		closure(edition, compared).stream().filter(edition.elements()::containsKey).forEach(needs.elements::add);
		return needs;
	}

	private void note(Statement.Obligation obligation) {
		String subject = obligation.arguments().get(0).text();
		if (obligation.word().takes().contains(Takes.PERIODS)) {
			this.trends.add(subject);
		}
		if (obligation.word().takes().contains(Takes.DEVIATIONS)) {
			this.peers.add(subject);
		}
	}

	/** These data and all that their formulas are made of. */
	static Set<String> closure(Edition edition, Set<String> data) {
		Set<String> all = new LinkedHashSet<>(data);
		Deque<String> toVisit = new ArrayDeque<>(data);
		while (!toVisit.isEmpty()) {
			var derived = edition.derived().get(toVisit.pop());
			if (derived != null) {
				FormulaNames.of(edition, derived.formula()).data().stream().filter(all::add).forEach(toVisit::add);
			}
		}
		return all;
	}

	boolean isEmpty() {
		return this.elements.isEmpty();
	}

}
