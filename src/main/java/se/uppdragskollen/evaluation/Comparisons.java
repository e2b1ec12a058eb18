package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.rule.ObligationWord;

/**
 * Compares values with limits: whether it holds, how far it is, what would be enough.
 */
final class Comparisons {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private Comparisons() {
	}

	/** Whether a number word holds, from the sign of value − limit. */
	static boolean holds(ObligationWord word, int sign) {
		return switch (word) {
			case AT_LEAST -> sign >= 0;
			case MORE_THAN -> sign > 0;
			case AT_MOST -> sign <= 0;
			default -> sign < 0;
		};
	}

	static boolean upwards(ObligationWord word) {
		return word == ObligationWord.AT_LEAST || word == ObligationWord.MORE_THAN;
	}

	static void number(Draft draft, ObligationWord word, BigDecimal exact, BigDecimal limit) {
		BigDecimal shown = Rounding.beside(exact, limit);
		BigDecimal distance = shown.subtract(limit);
		draft.value(shown)
			.holds(holds(word, exact.compareTo(limit)))
			.margin(upwards(word) ? distance : distance.negate());
	}

	static void between(Draft draft, BigDecimal exact, BigDecimal low, BigDecimal high) {
		BigDecimal nearest = exact.subtract(low).abs().compareTo(high.subtract(exact).abs()) <= 0 ? low : high;
		BigDecimal shown = Rounding.beside(exact, nearest);
		draft.value(shown)
			.holds(exact.compareTo(low) >= 0 && exact.compareTo(high) <= 0)
			.margin(shown.subtract(low).min(high.subtract(shown)));
	}

	/** The value nearest to the limit that would be enough. */
	static BigDecimal enough(ObligationWord word, BigDecimal limit, @Nullable BigDecimal step) {
		if (step != null) {
			return switch (word) {
				case AT_LEAST -> limit.setScale(0, RoundingMode.CEILING);
				case MORE_THAN -> limit.setScale(0, RoundingMode.FLOOR).add(step);
				case AT_MOST -> limit.setScale(0, RoundingMode.FLOOR);
				default -> limit.setScale(0, RoundingMode.CEILING).subtract(step);
			};
		}
		BigDecimal least = BigDecimal.ONE.movePointLeft(Math.max(1, limit.scale()));
		return switch (word) {
			case MORE_THAN -> limit.add(least);
			case LESS_THAN -> limit.subtract(least);
			default -> limit;
		};
	}

	/** The count nearest to the limit that would be enough: limited is limit · whole. */
	static BigDecimal enoughParts(ObligationWord word, BigDecimal limited) {
		BigDecimal exact = limited.divide(HUNDRED);
		return enough(word, exact, BigDecimal.ONE);
	}

	static void two(Draft draft, ObligationWord word, Object x, Object y) {
		if (x instanceof BigDecimal number && y instanceof BigDecimal limit) {
			BigDecimal shownLimit = Rounding.alone(limit);
			int sign = number.compareTo(limit);
			BigDecimal shown = (number.scale() <= 2) ? number : Rounding.beside(number, shownLimit);
			BigDecimal distance = shown.subtract(shownLimit);
			draft.value(shown).limit(shownLimit).holds(holdsTwo(word, sign));
			draft.margin((word == ObligationWord.AT_LEAST_THAT_OF) ? distance
					: (word == ObligationWord.SAME_AS) ? distance.abs().negate() : distance.negate());
			return;
		}
		draft.value(x).limit(y);
		if (word == ObligationWord.SAME_AS) {
			draft.holds((x instanceof String a && y instanceof String b) ? a.strip().equalsIgnoreCase(b.strip())
					: x.equals(y));
		}
		else if (x instanceof LocalDate date && y instanceof LocalDate other) {
			long days = ChronoUnit.DAYS.between(other, date);
			draft.holds(holdsTwo(word, Long.signum(days)));
			draft.margin(BigDecimal.valueOf((word == ObligationWord.AT_LEAST_THAT_OF) ? days : -days));
		}
		else if (x instanceof java.time.LocalTime time && y instanceof java.time.LocalTime other) {
			long minutes = ChronoUnit.MINUTES.between(other, time);
			draft.holds(holdsTwo(word, Long.signum(minutes)));
			draft.margin(BigDecimal.valueOf((word == ObligationWord.AT_LEAST_THAT_OF) ? minutes : -minutes));
		}
	}

	private static boolean holdsTwo(ObligationWord word, int sign) {
		return switch (word) {
			case AT_LEAST_THAT_OF -> sign >= 0;
			case AT_MOST_THAT_OF -> sign <= 0;
			default -> sign == 0;
		};
	}

	/** Value against mean ± deviations · standard deviation, exact without a division. */
	static void peers(Draft draft, ObligationWord word, String x, Cells cells, BigDecimal deviations, int fewest) {
		Peers peers = cells.report().peers().get(x);
		if (peers == null || peers.count() < fewest) {
			draft.lacks(Absence.FEW_PEERS, List.of(x + "@peers"));
			return;
		}
		BigDecimal reach = peers.sd().multiply(deviations);
		BigDecimal low = peers.mean().subtract(reach);
		BigDecimal high = peers.mean().add(reach);
		draft.limit((word == ObligationWord.NEAR_PEERS) ? List.of(low, high)
				: (word == ObligationWord.NOT_BELOW_PEERS) ? low : high);
		if (!draft.known()) {
			return;
		}
		BigDecimal exact = cells.cell(x).number();
		switch (word) {
			case NOT_BELOW_PEERS -> number(draft, ObligationWord.AT_LEAST, exact, low);
			case NOT_ABOVE_PEERS -> number(draft, ObligationWord.AT_MOST, exact, high);
			default -> between(draft, exact, low, high);
		}
		draft.change(x, (exact.compareTo(low) < 0) ? low : high);
	}

	static List<String> union(List<?> has, List<?> more) {
		List<String> all = new ArrayList<>();
		has.forEach((one) -> all.add(String.valueOf(one)));
		more.forEach((one) -> all.add(String.valueOf(one)));
		all.sort(null);
		return all;
	}

}
