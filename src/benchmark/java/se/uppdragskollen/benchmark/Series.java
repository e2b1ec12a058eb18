package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A fact: an element's earlier values by how many periods back, null where there is none.
 */
public record Series(String element, List<@Nullable BigDecimal> back) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** Whether all of so many periods are known, the present one counted. */
	public boolean reaches(int periods) {
		for (int i = 1; i < periods; i++) {
			if (this.back.get(i) == null) {
				return false;
			}
		}
		return true;
	}

	/** Whether each of so many periods is above (1) or below (−1) the one before. */
	public boolean steadily(int direction, BigDecimal now, int periods) {
		BigDecimal later = now;
		for (int i = 1; i < periods; i++) {
			if (later.compareTo(this.back.get(i)) != direction) {
				return false;
			}
			later = this.back.get(i);
		}
		return true;
	}

	public @Nullable BigDecimal at(int periods) {
		return this.back.get(periods);
	}

	/** Whether there is a value, not 0, to reckon a change in percent from. */
	public boolean hasBase(int periods) {
		return at(periods) != null && at(periods).signum() != 0;
	}

	/** By how many percent a number differs from the one so many periods back. */
	public BigDecimal change(BigDecimal now, int periods) {
		BigDecimal before = at(periods);
		return now.subtract(before).multiply(HUNDRED).divide(before, MathContext.DECIMAL64).abs();
	}

}
