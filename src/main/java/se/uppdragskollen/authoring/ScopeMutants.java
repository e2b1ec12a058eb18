package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.rule.Comparison;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.RulePrinter;
import se.uppdragskollen.rule.ScopeWord;

/**
 * Plants mistakes in a scope: a condition dropped, a comparison or word exchanged, "or"
 * made "and".
 */
final class ScopeMutants {

	private ScopeMutants() {
	}

	/** A changed scope and the change in words; null when the rule concerns everyone. */
	record Change(String words, @Nullable Condition scope) {

	}

	static List<Change> of(@Nullable Condition scope) {
		List<Change> changes = new ArrayList<>();
		if (scope != null) {
			if (joined(scope).isEmpty()) {
				changes.add(new Change("scope removed", null));
			}
			plant(scope, (one) -> one, changes);
		}
		return changes;
	}

	private static void plant(Condition condition, UnaryOperator<Condition> whole, List<Change> changes) {
		List<Condition> parts = joined(condition);
		for (int i = 0; i < parts.size(); i++) {
			int place = i;
			List<Condition> rest = new ArrayList<>(parts);
			Condition dropped = rest.remove(i);
			changes.add(new Change("scope without " + RulePrinter.scope(dropped),
					whole.apply((rest.size() == 1) ? rest.get(0) : join(condition, rest))));
			plant(dropped, (one) -> {
				List<Condition> others = new ArrayList<>(parts);
				others.set(place, one);
				return whole.apply(join(condition, others));
			}, changes);
		}
		if (condition instanceof Condition.Any any) {
			changes.add(new Change("scope: " + RulePrinter.scope(any) + ": || → &&",
					whole.apply(new Condition.All(any.conditions()))));
		}
		else if (condition instanceof Condition.Compare compare) {
			Comparison other = other(compare.comparison());
			changes.add(new Change(
					"scope: " + RulePrinter.scope(compare) + ": " + compare.comparison().symbol() + " → "
							+ other.symbol(),
					whole.apply(new Condition.Compare(compare.position(), compare.left(), other, compare.right()))));
			Comparison turned = turned(compare.comparison());
			if (turned != null) {
				changes.add(new Change(
						"scope: " + RulePrinter.scope(compare) + ": " + compare.comparison().symbol() + " → "
								+ turned.symbol(),
						whole.apply(
								new Condition.Compare(compare.position(), compare.left(), turned, compare.right()))));
			}
		}
		else if (condition instanceof Condition.Ask ask && other(ask.word()) != null) {
			ScopeWord other = java.util.Objects.requireNonNull(other(ask.word()));
			changes.add(new Change(
					"scope: " + RulePrinter.scope(ask) + ": " + ask.word().written() + " → " + other.written(),
					whole.apply(new Condition.Ask(ask.position(), other, ask.arguments()))));
		}
	}

	private static List<Condition> joined(Condition condition) {
		if (condition instanceof Condition.All all) {
			return all.conditions();
		}
		return (condition instanceof Condition.Any any) ? any.conditions() : List.of();
	}

	private static Condition join(Condition like, List<Condition> parts) {
		return (like instanceof Condition.Any) ? new Condition.Any(parts) : new Condition.All(parts);
	}

	/** The border moved, or the opposite. */
	private static Comparison other(Comparison comparison) {
		return switch (comparison) {
			case GREATER -> Comparison.AT_LEAST;
			case AT_LEAST -> Comparison.GREATER;
			case LESS -> Comparison.AT_MOST;
			case AT_MOST -> Comparison.LESS;
			case EQUAL -> Comparison.NOT_EQUAL;
			case NOT_EQUAL -> Comparison.EQUAL;
		};
	}

	/** The other direction. */
	private static @Nullable Comparison turned(Comparison comparison) {
		return switch (comparison) {
			case GREATER -> Comparison.LESS;
			case AT_LEAST -> Comparison.AT_MOST;
			case LESS -> Comparison.GREATER;
			case AT_MOST -> Comparison.AT_LEAST;
			default -> null;
		};
	}

	private static @Nullable ScopeWord other(ScopeWord word) {
		return switch (word) {
			case YES -> ScopeWord.NO;
			case NO -> ScopeWord.YES;
			case IS -> ScopeWord.IS_NOT;
			case IS_NOT -> ScopeWord.IS;
			case SOME -> ScopeWord.NONE;
			case NONE -> ScopeWord.SOME;
			default -> null;
		};
	}

}
