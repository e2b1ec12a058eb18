package se.uppdragskollen.evaluation;

import java.util.List;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;

/**
 * Compiles editions, each revision once.
 */
public interface RuleBooks {

	/**
	 * The edition's rule book.
	 * @throws UncompilableException when a formula or rule cannot be compiled
	 */
	RuleBook of(Edition edition);

	/** Tells what is wrong with the edition's formulas. */
	void checkFormulas(Edition edition, Problems problems);

	/**
	 * An edition that cannot be compiled; {@code lint} tells why.
	 */
	final class UncompilableException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient List<Problem> problems;

		public UncompilableException(List<Problem> problems) {
			super("cannot be compiled: " + problems);
			this.problems = problems;
		}

		public List<Problem> problems() {
			return this.problems;
		}

	}

}
