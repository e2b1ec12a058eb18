package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a centre is open in an ordinary week.
 *
 * @param days weekdays in a week
 * @param opens each of these days
 * @param closes each of these days
 */
record Opening(int days, LocalTime opens, LocalTime closes) {

	/** The day on which the region's centres went over to longer hours. */
	private static final LocalDate LONGER_HOURS = LocalDate.of(2025, 1, 2);

	private static final LocalTime EIGHT = LocalTime.of(8, 0);

	private static final Opening LONG = new Opening(5, LocalTime.of(7, 30), LocalTime.of(17, 0));

	private static final Opening ORDINARY = new Opening(5, EIGHT, LocalTime.of(17, 0));

	private static final Opening FILIAL = new Opening(2, EIGHT, LocalTime.of(16, 0));

	static Opening of(Centre centre, LocalDate day) {
		if (centre.isFilial()) {
			return FILIAL;
		}
		boolean longer = !day.isBefore(LONGER_HOURS);
		if (Cast.includes(centre.index())) {
			return (longer && !centre.is(Cast.OLD_HOURS)) ? LONG : ORDINARY;
		}
		double follows = centre.operator().isPrivate() ? 0.8 : 0.97;
		return (longer && centre.chance().even("opening/follows") < follows) ? LONG : before(centre);
	}

	private static Opening before(Centre centre) {
		double which = centre.chance().even("opening");
		if (which < 0.84) {
			return ORDINARY;
		}
		return (which < 0.92) ? LONG : new Opening(5, EIGHT, LocalTime.of(16, (which < 0.97) ? 30 : 0));
	}

	BigDecimal hours() {
		return BigDecimal.valueOf(Duration.between(this.opens, this.closes).toMinutes() * this.days)
			.divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
	}

}
