package se.uppdragskollen.demo;

import java.time.LocalDate;
import java.util.Map;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;

/**
 * When reports are handed in, and which never are.
 */
final class Handing {

	/** Days after the period's end within which a report is on time. */
	private static final int IN_TIME = 15;

	private static final LocalDate FIRST_DAY = LocalDate.of(2023, 7, 1);

	private static final Map<String, Integer> CARELESS_DAYS = Map.of("2024-Q2", 36, "2024-Q3", 29, "2024-Q4", 22);

	/** The month that the careless centre never reports. */
	static final String MISSING = "2024-09";

	private Handing() {
	}

	static boolean isMissing(Centre centre, Period period) {
		return centre.is(Cast.CARELESS) && period.toString().equals(MISSING);
	}

	static LocalDate day(Centre centre, Period period) {
		return period.to().plusDays(days(centre, period));
	}

	/** Late reports in the twelve months up to the period's end, this one counted. */
	static int late(Centre centre, Period period) {
		int late = 0;
		LocalDate after = period.to().minusMonths(12);
		for (PeriodKind kind : PeriodKind.values()) {
			Period one = kind.at(period.to());
			one = one.to().isAfter(period.to()) ? one.minus(1) : one;
			for (; one.to().isAfter(after) && one.to().isAfter(FIRST_DAY); one = one.minus(1)) {
				late += (days(centre, one) > IN_TIME && !isMissing(centre, one)) ? 1 : 0;
			}
		}
		return late;
	}

	private static int days(Centre centre, Period period) {
		if (centre.is(Cast.CARELESS)) {
			return CARELESS_DAYS.getOrDefault(period.toString(), centre.chance().whole("handed/" + period, 8, 14));
		}
		boolean late = !Cast.includes(centre.index()) && centre.chance().even("late/" + period) < 0.025;
		return late ? centre.chance().whole("handed/" + period, 16, 34)
				: centre.chance().whole("handed/" + period, 2, 13);
	}

}
