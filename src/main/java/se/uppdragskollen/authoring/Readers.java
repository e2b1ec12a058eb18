package se.uppdragskollen.authoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.RuleUses;
import se.uppdragskollen.rule.Rule;

/**
 * Which requirements' rules read a parameter, themselves or through formulas.
 */
final class Readers {

	private final Map<String, Set<String>> byParameter = new LinkedHashMap<>();

	Readers(Edition edition) {
		for (Rule rule : edition.rules()) {
			RuleUses uses = RuleUses.of(rule);
			uses.parameters().forEach((parameter) -> note(parameter, rule));
			Deque<String> data = new ArrayDeque<>(uses.data());
			Set<String> seen = new HashSet<>();
			while (!data.isEmpty()) {
				Derived derived = edition.derived().get(data.pop());
				if (derived != null && seen.add(derived.id())) {
					FormulaNames names = FormulaNames.of(edition, derived.formula());
					names.parameters().values().forEach((parameter) -> note(parameter.qualifiedName(), rule));
					data.addAll(names.data());
				}
			}
		}
	}

	private void note(String parameter, Rule rule) {
		this.byParameter.computeIfAbsent(parameter, (one) -> new LinkedHashSet<>()).add(rule.requirement());
	}

	Set<String> of(Parameter parameter) {
		return this.byParameter.getOrDefault(parameter.qualifiedName(), Set.of(parameter.requirement()));
	}

}
