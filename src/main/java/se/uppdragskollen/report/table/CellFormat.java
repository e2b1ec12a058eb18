package se.uppdragskollen.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What a number in a workbook stands for by the format that it is shown in: a date, a
 * time, a month, a percentage or just a number.
 *
 * @param year whether the year is shown
 * @param month whether the month is shown
 * @param day whether the day is shown
 * @param time whether the time of day is shown
 * @param percent whether it is shown as percent
 */
record CellFormat(boolean year, boolean month, boolean day, boolean time, boolean percent) {

	/** Excel shows and keeps 15 digits; a file may hold the binary neighbour's 17. */
	private static final MathContext AS_SHOWN = new MathContext(15, RoundingMode.HALF_UP);

	private static final int LARGEST_SCALE = 30;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

	/** The format with this code, as {@code yyyy-mm-dd;@}. */
	static CellFormat of(String code) {
		String bare = code.toLowerCase(Locale.ROOT)
			.replaceAll("\"[^\"]*\"|\\[(?!h|m|s)[^\\]]*\\]|[\\\\_*].", "")
			.replaceAll("general|am/pm", "");
		boolean time = bare.contains("h") || bare.contains("s");
		boolean year = bare.contains("y");
		boolean day = bare.contains("d");
		boolean month = bare.contains("m") && (!time || year || day);
		return new CellFormat(year, month, day, time, bare.contains("%"));
	}

	boolean isDate() {
		return this.year || this.month || this.day;
	}

	/** A number as it is shown. */
	Cell.Kind kind() {
		return this.percent ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
	}

	String number(BigDecimal stored) {
		if (Math.abs((long) stored.scale()) > LARGEST_SCALE) {
			return stored.toString();
		}
		BigDecimal shown = (stored.precision() > AS_SHOWN.getPrecision()) ? stored.round(AS_SHOWN) : stored;
		BigDecimal whole = this.percent ? shown.movePointRight(2) : shown;
		return (whole.signum() == 0) ? "0" : whole.stripTrailingZeros().toPlainString();
	}

	/** A date as the formats of reports write it: by month when only that is shown. */
	String date(LocalDateTime date) {
		boolean midnight = date.toLocalTime().equals(LocalTime.MIDNIGHT);
		if (this.time && !midnight) {
			return date.truncatedTo(ChronoUnit.SECONDS).toString();
		}
		if (!this.day && this.year && this.month && date.getDayOfMonth() == 1) {
			return date.format(MONTH);
		}
		if (!this.day && !this.month && date.getDayOfYear() == 1) {
			return String.valueOf(date.getYear());
		}
		return date.toLocalDate().toString();
	}

	/** The time of day in a fraction of a day, nothing when it is more than a day. */
	static Optional<String> timeOfDay(BigDecimal stored) {
		if (stored.signum() < 0 || stored.compareTo(BigDecimal.ONE) >= 0) {
			return Optional.empty();
		}
		long seconds = stored.multiply(BigDecimal.valueOf(ChronoUnit.DAYS.getDuration().toSeconds()))
			.setScale(0, RoundingMode.HALF_UP)
			.longValue();
		return Optional.of(LocalTime.ofSecondOfDay(seconds % ChronoUnit.DAYS.getDuration().toSeconds()).toString());
	}

}
