package se.uppdragskollen.assignment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

/**
 * A reporting period, as {@code 2025-02}, {@code 2025-Q1}, {@code 2025-T1},
 * {@code 2025-H1} or {@code 2025}. Ordered by last day, then the shorter first.
 */
public final class Period implements Comparable<Period> {

	private static final Pattern WRITTEN = Pattern
		.compile("((?:19|20|21)\\d\\d)(?:-(?:(0[1-9]|1[0-2])|([QTH])([1-4])))?");

	private final PeriodKind kind;

	private final int year;

	private final int number;

	private final LocalDate from;

	private final LocalDate to;

	private final String text;

	private Period(PeriodKind kind, int year, int number) {
		this.kind = kind;
		this.year = year;
		this.number = number;
		this.from = LocalDate.of(year, (number - 1) * kind.months() + 1, 1);
		this.to = this.from.plusMonths(kind.months()).minusDays(1);
		this.text = switch (kind) {
			case YEAR -> String.valueOf(year);
			case MONTH -> year + ((number < 10) ? "-0" : "-") + number;
			default -> year + "-" + kind.sign() + number;
		};
	}

	/**
	 * The period with this number in its year, counted from 1.
	 * @throws IllegalArgumentException when the year has no such period
	 */
	public static Period of(PeriodKind kind, int year, int number) {
		if (number < 1 || number > 12 / kind.months()) {
			throw new IllegalArgumentException("no " + kind.word() + " " + number + " in a year");
		}
		return new Period(kind, year, number);
	}

	/** The period written so, or nothing when that is no period. */
	public static Optional<Period> parse(String written) {
		Matcher matcher = WRITTEN.matcher(written);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		int year = Integer.parseInt(matcher.group(1));
		if (matcher.group(2) != null) {
			return Optional.of(new Period(PeriodKind.MONTH, year, Integer.parseInt(matcher.group(2))));
		}
		if (matcher.group(3) == null) {
			return Optional.of(new Period(PeriodKind.YEAR, year, 1));
		}
		int number = Integer.parseInt(matcher.group(4));
		for (PeriodKind kind : PeriodKind.values()) {
			if (kind.sign() == matcher.group(3).charAt(0) && number <= 12 / kind.months()) {
				return Optional.of(new Period(kind, year, number));
			}
		}
		return Optional.empty();
	}

	public PeriodKind kind() {
		return this.kind;
	}

	public LocalDate from() {
		return this.from;
	}

	/** The last day, by which the edition and dated parameters are chosen. */
	public LocalDate to() {
		return this.to;
	}

	/** The period of the same kind that many before this one; negative is after. */
	public Period minus(int periods) {
		int perYear = 12 / this.kind.months();
		int count = this.year * perYear + this.number - 1 - periods;
		return new Period(this.kind, Math.floorDiv(count, perYear), Math.floorMod(count, perYear) + 1);
	}

	@Override
	public int compareTo(Period other) {
		int byEnd = this.to.compareTo(other.to);
		return (byEnd != 0) ? byEnd : this.kind.compareTo(other.kind);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Period period && period.kind == this.kind && period.year == this.year
				&& period.number == this.number;
	}

	@Override
	public int hashCode() {
		return (this.year * 12 + this.number) * 5 + this.kind.ordinal();
	}

	/** As people say it: {@code kvartal 1 2025}. */
	public String said(Language language) {
		return switch (this.kind) {
			case MONTH -> Days.say(YearMonth.from(this.from), language);
			case QUARTER -> said("period.quarter", language);
			case TERTIAL -> said("period.tertial", language);
			case HALF_YEAR -> said("period.half-year", language);
			case YEAR -> this.text;
		};
	}

	private String said(String key, Language language) {
		return Messages.text(language, key, String.valueOf(this.number), String.valueOf(this.year));
	}

	@Override
	public String toString() {
		return this.text;
	}

}
