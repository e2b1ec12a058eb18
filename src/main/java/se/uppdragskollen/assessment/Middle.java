package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * The middle of values: half of them are not above it, half not below.
 */
public final class Middle {

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private Middle() {
	}

	/**
	 * The median; of an even number the mean of the two in the middle.
	 * @param values at least one
	 */
	public static BigDecimal of(Collection<BigDecimal> values) {
		List<BigDecimal> sorted = values.stream().sorted().toList();
		int half = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(half) : sorted.get(half - 1).add(sorted.get(half)).divide(TWO);
	}

}
