package se.uppdragskollen.evaluation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Word;

/**
 * What a unit's report leaves behind for its later reports and for its peers.
 *
 * @param use what it is for
 * @param datum the element or derived element
 * @param period the report's period
 * @param value typed as the datum
 * @param source the register that said it, else null
 * @param asOf when the register said so, else null
 */
public record Trace(Use use, String datum, Period period, Object value, @Nullable String source,
		@Nullable LocalDate asOf) {

	/**
	 * What a trace is for.
	 */
	public enum Use implements Word {

		/** The unit's own earlier values. */
		HISTORY("history"),

		/** A register's value that counts for reports of other kinds of period too. */
		REGISTER("register"),

		/** What other units are compared with. */
		PEERS("peers");

		private final String word;

		Use(String word) {
			this.word = word;
		}

		@Override
		public String word() {
			return this.word;
		}

	}

}
