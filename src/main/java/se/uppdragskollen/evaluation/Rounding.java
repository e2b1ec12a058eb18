package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimals for people. What decides is exact; what is shown has as many decimals as the
 * limit and one more, and never so few that it seems to be on the limit's other side.
 */
final class Rounding {

	private static final int MOST_DECIMALS = 8;

	private static final int CREDIT_DECIMALS = 6;

	private Rounding() {
	}

	static BigDecimal beside(BigDecimal exact, BigDecimal limit) {
		int decimals = (limit.scale() <= 0) ? 1 : Math.max(limit.stripTrailingZeros().scale(), 0) + 1;
		if (exact.scale() <= decimals) {
			return exact;
		}
		int side = Integer.signum(exact.compareTo(limit));
		BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
		while (Integer.signum(rounded.compareTo(limit)) != side && decimals < MOST_DECIMALS) {
			decimals++;
			rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
		}
		return plain(rounded);
	}

	static BigDecimal alone(BigDecimal exact) {
		return (exact.scale() <= 2) ? exact : plain(exact.setScale(2, RoundingMode.HALF_UP));
	}

	static BigDecimal credit(BigDecimal exact) {
		return (exact.scale() <= CREDIT_DECIMALS) ? exact
				: plain(exact.setScale(CREDIT_DECIMALS, RoundingMode.HALF_UP));
	}

	private static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}
