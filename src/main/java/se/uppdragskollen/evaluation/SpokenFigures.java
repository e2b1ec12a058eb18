package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import se.uppdragskollen.rule.ObligationWord;

/**
 * A figure and its limits as people say them, when nobody has typed the decimals: with
 * one decimal, or as many as it takes for each comparison to read as it is.
 *
 * @param value the figure
 * @param limits one, or the lowest and the highest
 */
public record SpokenFigures(BigDecimal value, List<BigDecimal> limits) {

	static final int MOST_DECIMALS = 8;

	public SpokenFigures {
		limits = List.copyOf(limits);
	}

	/**
	 * The figures rounded.
	 * @param word how they are compared
	 */
	public static SpokenFigures of(ObligationWord word, BigDecimal value, List<BigDecimal> limits) {
		int decimals = 0;
		SpokenFigures said;
		do {
			decimals++;
			said = round(word, value, limits, decimals);
		}
		while (decimals < MOST_DECIMALS && !said.reads(value, limits));
		return said;
	}

	private static SpokenFigures round(ObligationWord word, BigDecimal value, List<BigDecimal> limits, int decimals) {
		BigDecimal said = round(value, decimals, RoundingMode.HALF_UP);
		if (limits.size() == 1) {
			return new SpokenFigures(said, List.of(round(limits.get(0), decimals, direction(word))));
		}
		return new SpokenFigures(said, List.of(round(limits.get(0), decimals, RoundingMode.CEILING),
				round(limits.get(1), decimals, RoundingMode.FLOOR)));
	}

	/** So that what is said to be enough is. */
	private static RoundingMode direction(ObligationWord word) {
		return switch (word) {
			case NOT_BELOW_PEERS -> RoundingMode.CEILING;
			case NOT_ABOVE_PEERS -> RoundingMode.FLOOR;
			default -> RoundingMode.HALF_UP;
		};
	}

	/** Whether the rounded figures lie as the exact ones do. */
	private boolean reads(BigDecimal exact, List<BigDecimal> exactLimits) {
		for (int i = 0; i < exactLimits.size(); i++) {
			if (sign(this.value, this.limits.get(i)) != sign(exact, exactLimits.get(i))) {
				return false;
			}
		}
		return exactLimits.size() < 2
				|| sign(this.limits.get(0), this.limits.get(1)) == sign(exactLimits.get(0), exactLimits.get(1));
	}

	/** What has so few decimals is said as it is. */
	static BigDecimal round(BigDecimal exact, int decimals, RoundingMode mode) {
		return (exact.scale() <= decimals) ? exact : exact.setScale(decimals, mode);
	}

	static int sign(BigDecimal one, BigDecimal other) {
		return Integer.signum(one.compareTo(other));
	}

}
