package se.uppdragskollen.rule;

import java.util.List;
import java.util.stream.Stream;

import se.uppdragskollen.document.Position;

/**
 * A scope: whom a rule concerns.
 */
public sealed interface Condition {

	/** The elements that it reads, in the order written. */
	Stream<Argument> elements();

	/** All of them hold. */
	record All(List<Condition> conditions) implements Condition {

		@Override
		public Stream<Argument> elements() {
			return this.conditions.stream().flatMap(Condition::elements);
		}

	}

	/** At least one of them holds. */
	record Any(List<Condition> conditions) implements Condition {

		@Override
		public Stream<Argument> elements() {
			return this.conditions.stream().flatMap(Condition::elements);
		}

	}

	/** A number compared with another. */
	record Compare(Position position, Operand left, Comparison comparison, Operand right) implements Condition {

		@Override
		public Stream<Argument> elements() {
			return Stream.of(this.left, this.right)
				.filter(NumberOf.class::isInstance)
				.map((number) -> ((NumberOf) number).element());
		}

	}

	/** A word that asks about one element or the requirement's phase. */
	record Ask(Position position, ScopeWord word, List<Argument> arguments) implements Condition {

		@Override
		public Stream<Argument> elements() {
			return (this.word == ScopeWord.PHASE) ? Stream.empty() : Stream.of(this.arguments.get(0));
		}

	}

	/** What a comparison compares. */
	sealed interface Operand {

	}

	/** {@code number("x")}. */
	record NumberOf(Argument element) implements Operand {

	}

	/** {@code parameter("G23", "p")}. */
	record ParameterOf(Argument requirement, Argument name) implements Operand {

	}

}
