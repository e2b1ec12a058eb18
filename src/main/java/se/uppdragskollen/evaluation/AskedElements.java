package se.uppdragskollen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.RuleUses;
import se.uppdragskollen.rule.Rule;

/**
 * Which requirements ask for an element: those whose rules read it, by themselves or
 * through a formula.
 */
public final class AskedElements {

	private final Map<String, Set<Requirement>> byElement = new LinkedHashMap<>();

	private AskedElements() {
	}

	/** Of an edition; each element's requirements in the edition's order. */
	public static AskedElements of(Edition edition) {
		AskedElements asked = new AskedElements();
		for (Requirement requirement : edition.requirements().values()) {
			for (Rule rule : edition.rulesOf(requirement.id())) {
				for (String id : Needs.closure(edition, RuleUses.of(rule).data())) {
					if (edition.elements().containsKey(id)) {
						asked.byElement.computeIfAbsent(id, (key) -> new LinkedHashSet<>()).add(requirement);
					}
				}
			}
		}
		return asked;
	}

	/** The requirements that ask for an element. */
	public List<Requirement> requirements(String element) {
		return new ArrayList<>(this.byElement.getOrDefault(element, Set.of()));
	}

}
