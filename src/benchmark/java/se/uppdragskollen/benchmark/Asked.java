package se.uppdragskollen.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.RuleUses;
import se.uppdragskollen.rule.Rule;

/**
 * What the requirements of each kind of period read, themselves or through formulas.
 */
final class Asked {

	private Asked() {
	}

	/** The elements, those first that others are part of. */
	static Map<PeriodKind, Set<String>> elements(Edition edition) {
		Map<PeriodKind, Set<String>> asked = new EnumMap<>(PeriodKind.class);
		data(edition).forEach((kind, ids) -> {
			Set<String> elements = asked.computeIfAbsent(kind, (one) -> new LinkedHashSet<>());
			for (String id : ids) {
				Element element = edition.elements().get(id);
				if (element != null) {
					if (element.partOf() != null) {
						elements.add(element.partOf());
					}
					elements.add(id);
				}
			}
		});
		return asked;
	}

	/** Elements and derived elements. */
	static Map<PeriodKind, Set<String>> data(Edition edition) {
		Map<PeriodKind, Set<String>> asked = new EnumMap<>(PeriodKind.class);
		for (Rule rule : edition.rules()) {
			PeriodKind kind = Objects.requireNonNull(edition.requirements().get(rule.requirement())).period();
			Set<String> all = asked.computeIfAbsent(kind, (one) -> new LinkedHashSet<>());
			Deque<String> toVisit = new ArrayDeque<>(RuleUses.of(rule).data());
			while (!toVisit.isEmpty()) {
				String id = toVisit.pop();
				Derived derived = edition.derived().get(id);
				if (all.add(id) && derived != null) {
					toVisit.addAll(FormulaNames.of(edition, derived.formula()).data());
				}
			}
		}
		return asked;
	}

}
