package se.uppdragskollen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.RuleUses;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.ScopeWord;

/**
 * Which requirements ask for an element: those whose rules read it, by themselves or
 * through a formula; and after which answers alone.
 */
public final class AskedElements {

	private final Map<String, Set<Requirement>> byElement = new LinkedHashMap<>();

	/** The answers without which no rule reads an element. */
	private final Map<String, Set<Answer>> after = new LinkedHashMap<>();

	private AskedElements() {
	}

	/** Of an edition; each element's requirements in the edition's order. */
	public static AskedElements of(Edition edition) {
		AskedElements asked = new AskedElements();
		for (Requirement requirement : edition.requirements().values()) {
			for (Rule rule : edition.rulesOf(requirement.id())) {
				Set<Answer> answers = new LinkedHashSet<>();
				answers(rule.scope(), answers);
				for (String id : Needs.closure(edition, RuleUses.of(rule).data())) {
					if (edition.elements().containsKey(id)) {
						asked.byElement.computeIfAbsent(id, (key) -> new LinkedHashSet<>()).add(requirement);
						Set<Answer> left = asked.after.computeIfAbsent(id, (key) -> new LinkedHashSet<>(answers));
						left.removeIf((one) -> !answers.contains(one) || one.element().equals(id));
					}
				}
			}
		}
		return asked;
	}

	/** The answers that a scope demands. */
	private static void answers(@Nullable Condition scope, Set<Answer> answers) {
		if (scope instanceof Condition.All all) {
			all.conditions().forEach((one) -> answers(one, answers));
		}
		else if (scope instanceof Condition.Ask ask && (ask.word() == ScopeWord.YES || ask.word() == ScopeWord.NO)) {
			answers.add(new Answer(ask.arguments().get(0).text(), ask.word() == ScopeWord.YES));
		}
	}

	/**
	 * An answer to a yes-or-no question.
	 *
	 * @param element the question
	 * @param yes the answer
	 */
	public record Answer(String element, boolean yes) {

	}

	/** The answer after which alone any rule reads an element, if there is one. */
	public Optional<Answer> onlyAfter(String element) {
		return this.after.getOrDefault(element, Set.of()).stream().findFirst();
	}

	/** The requirements that ask for an element. */
	public List<Requirement> requirements(String element) {
		return new ArrayList<>(this.byElement.getOrDefault(element, Set.of()));
	}

}
