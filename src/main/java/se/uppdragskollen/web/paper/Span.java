package se.uppdragskollen.web.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.page.Say;

/**
 * What a document tells of: one period, or a year up to a month.
 *
 * @param from the first day on which a period may end
 * @param to the last
 * @param only the one period, null for a year
 */
public record Span(LocalDate from, LocalDate to, @Nullable Period only) {

	private static final int MONTHS = 12;

	private static final String YEAR_TO = "year-to-";

	/** The year up to the last whole month before a day. */
	public static Span upTo(LocalDate today) {
		return years(today).get(0);
	}

	/** The year up to a month. */
	public static Span yearTo(Period month) {
		return new Span(month.to().plusDays(1).minusYears(1), month.to(), null);
	}

	/** One period alone. */
	public static Span only(Period period) {
		return new Span(period.to(), period.to(), period);
	}

	/**
	 * As an address writes it: {@code 2025-Q2}, {@code year-to-2025-06}, or nothing for
	 * the year up to now.
	 * @throws Refusal when it is neither
	 */
	public static Span of(@Nullable String written, LocalDate today) {
		if (written == null || written.isEmpty()) {
			return upTo(today);
		}
		if (written.startsWith(YEAR_TO)) {
			return Period.parse(written.substring(YEAR_TO.length()))
				.filter((one) -> one.kind() == PeriodKind.MONTH)
				.map(Span::yearTo)
				.orElseThrow(() -> Refusal.invalid("span", "period-form", written));
		}
		Optional<Period> period = Period.parse(written);
		return only(period.orElseThrow(() -> Refusal.invalid("span", "period-form", written)));
	}

	/** Those to choose from on a day: years up to the last twelve months. */
	public static List<Span> years(LocalDate today) {
		return before(PeriodKind.MONTH, today, MONTHS).map(Span::yearTo).toList();
	}

	/** Those to choose from on a day: the last periods of each kind. */
	public static List<Span> periods(LocalDate today) {
		return Stream
			.of(before(PeriodKind.MONTH, today, MONTHS), before(PeriodKind.QUARTER, today, 4),
					before(PeriodKind.TERTIAL, today, 3), before(PeriodKind.HALF_YEAR, today, 2),
					before(PeriodKind.YEAR, today, 2))
			.flatMap((some) -> some)
			.map(Span::only)
			.toList();
	}

	/** The last whole periods, the newest first. */
	private static Stream<Period> before(PeriodKind kind, LocalDate today, int count) {
		Period now = Period.of(kind, today.getYear(), (today.getMonthValue() - 1) / kind.months() + 1);
		return IntStream.rangeClosed(1, count).mapToObj(now::minus);
	}

	/** Whether a period belongs to it. */
	public boolean holds(Period period) {
		return (this.only == null) ? !period.to().isBefore(this.from) && !period.to().isAfter(this.to)
				: this.only.equals(period);
	}

	/** Whether a time from one day to another touches it. */
	public boolean touches(LocalDate first, LocalDate last) {
		LocalDate start = (this.only == null) ? this.from : this.only.from();
		return !last.isBefore(start) && !first.isAfter(this.to);
	}

	/** The month in which it ends. */
	public String month(Say say) {
		return say.period(Period.of(PeriodKind.MONTH, this.to.getYear(), this.to.getMonthValue()));
	}

	/** As an address writes it. */
	public String written() {
		return (this.only == null) ? YEAR_TO + this.to.toString().substring(0, 7) : this.only.toString();
	}

	/** {@code 1 juli 2024 till 30 juni 2025}, or the period. */
	public String told(Say say) {
		return (this.only == null) ? say.text("paper.span-year", say.date(this.from), say.date(this.to))
				: say.period(this.only);
	}

}
