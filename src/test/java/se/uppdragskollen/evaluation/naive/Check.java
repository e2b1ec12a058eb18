package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One comparison: whether it holds, and for numbers, dates and times how far the value is
 * from the limit. A value that is null is not known, and then nothing is.
 *
 * @param holds whether it holds
 * @param value the value compared, null when not known
 * @param limit what it was compared with, null when not known
 * @param margin signed distance, positive when it holds; null when there is none
 */
public record Check(Truth holds, @Nullable Object value, @Nullable Object limit, @Nullable BigDecimal margin) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	static final Check UNKNOWN = new Check(Truth.UNKNOWN, null, null, null);

	static Check atLeast(@Nullable BigDecimal value, @Nullable BigDecimal limit) {
		if (value == null || limit == null) {
			return UNKNOWN;
		}
		BigDecimal margin = value.subtract(limit);
		return new Check(Truth.of(margin.signum() >= 0), value, limit, margin);
	}

	static Check atMost(@Nullable BigDecimal value, @Nullable BigDecimal limit) {
		if (value == null || limit == null) {
			return UNKNOWN;
		}
		BigDecimal margin = limit.subtract(value);
		return new Check(Truth.of(margin.signum() >= 0), value, limit, margin);
	}

	static Check between(@Nullable BigDecimal value, BigDecimal low, BigDecimal high) {
		if (value == null) {
			return UNKNOWN;
		}
		BigDecimal margin = value.subtract(low).min(high.subtract(value));
		return new Check(Truth.of(margin.signum() >= 0), value, (value.compareTo(low) < 0) ? low : high, margin);
	}

	/** At least so many percent of a whole that is not too small a group. */
	static Check share(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal percent, int smallestGroup) {
		if (part == null || whole == null || whole.signum() <= 0
				|| whole.compareTo(BigDecimal.valueOf(smallestGroup)) < 0 || part.compareTo(whole) > 0) {
			return UNKNOWN;
		}
		BigDecimal hundredfold = part.multiply(HUNDRED);
		boolean holds = hundredfold.compareTo(percent.multiply(whole)) >= 0;
		BigDecimal share = hundredfold.divide(whole, 20, java.math.RoundingMode.HALF_UP);
		return new Check(Truth.of(holds), share, percent, share.subtract(percent));
	}

	static Check yes(@Nullable Boolean answer) {
		return (answer == null) ? UNKNOWN : new Check(Truth.of(answer), answer, true, null);
	}

	static Check given(@Nullable String text) {
		return (text == null) ? UNKNOWN : new Check(Truth.of(!text.isBlank()), text, null, null);
	}

	static Check notBefore(@Nullable LocalDate date, @Nullable LocalDate earliest) {
		if (date == null || earliest == null) {
			return UNKNOWN;
		}
		long days = ChronoUnit.DAYS.between(earliest, date);
		return new Check(Truth.of(days >= 0), date, earliest, BigDecimal.valueOf(days));
	}

	static Check notAfter(@Nullable LocalDate date, @Nullable LocalDate latest) {
		if (date == null || latest == null) {
			return UNKNOWN;
		}
		long days = ChronoUnit.DAYS.between(date, latest);
		return new Check(Truth.of(days >= 0), date, latest, BigDecimal.valueOf(days));
	}

	static Check notBefore(@Nullable LocalTime time, @Nullable LocalTime earliest) {
		return (time == null || earliest == null) ? UNKNOWN
				: new Check(Truth.of(!time.isBefore(earliest)), time, earliest, null);
	}

	static Check notAfter(@Nullable LocalTime time, @Nullable LocalTime latest) {
		return (time == null || latest == null) ? UNKNOWN
				: new Check(Truth.of(!time.isAfter(latest)), time, latest, null);
	}

	static Check includes(@Nullable List<String> items, List<String> required) {
		return (items == null) ? UNKNOWN : new Check(Truth.of(items.containsAll(required)), items, required, null);
	}

	static Check oneOf(@Nullable String choice, List<String> accepted) {
		return (choice == null) ? UNKNOWN : new Check(Truth.of(accepted.contains(choice)), choice, accepted, null);
	}

	static Check sameText(@Nullable String one, @Nullable String other) {
		return (one == null || other == null) ? UNKNOWN
				: new Check(Truth.of(one.strip().equalsIgnoreCase(other.strip())), one, other, null);
	}

}
