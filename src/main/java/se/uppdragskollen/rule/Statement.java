package se.uppdragskollen.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;

/**
 * One statement of a rule's THEN.
 */
public sealed interface Statement {

	Position position();

	/** The requirement that it names. */
	Argument requirement();

	/**
	 * {@code must($r, "G25").shareAtLeast("a", "b", "p");}
	 *
	 * @param must {@code must}, else {@code should}
	 * @param severity the severity of this obligation's deviation, or null for the
	 * requirement's
	 */
	record Obligation(Position position, boolean must, Argument requirement, @Nullable Argument severity,
			ObligationWord word, List<Argument> arguments) implements Statement {

		public Obligation withWord(ObligationWord other) {
			return new Obligation(this.position, this.must, this.requirement, this.severity, other, this.arguments);
		}

	}

	/** {@code notApplicable($r, "G19").because("no_child_clinic");} */
	record NotApplicable(Position position, Argument requirement, Argument reason) implements Statement {

	}

	/** {@code credit($r, "AF03").points("af03_points");} */
	record Credit(Position position, Argument requirement, CreditWord word, Argument element) implements Statement {

	}

	/** What a credit grants. */
	enum CreditWord {

		/** Points. */
		POINTS,
		/** Money, in kronor. */
		AMOUNT

	}

}
