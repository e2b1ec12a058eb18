package se.uppdragskollen.selfreport;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Narrows a list of periods to those of which some report may have a status, so that a
 * list of few reports does not look through all years. Never leaves one out that has it.
 */
@Repository
class StatusPeriods {

	private static final String PERIODS = """
			select p.assignment || ' ' || p.period
			from unnest(:assignments, :periods, :from, :to, :due) p (assignment, period, first, last, due) where
			""";

	private static final String MOVED = """
			exists (select from deadline_move m where m.assignment = p.assignment and m.period = p.period
			and m.unit = any(:units))
			""";

	private final JdbcClient jdbc;

	StatusPeriods(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The periods, in the same order, of which a report may have the status. */
	List<OwedPeriod> of(List<OwedPeriod> periods, List<ReportUnit> units, @Nullable DueStatus status, LocalDate today) {
		if (status == null || status == DueStatus.SUBMITTED) {
			return periods;
		}
		if (status == DueStatus.NOT_DUE) {
			return periods.stream().filter((one) -> !today.isAfter(one.period().to())).toList();
		}
		Set<String> found = new HashSet<>(this.jdbc.sql(PERIODS + where(status))
			.param("assignments", texts(periods, OwedPeriod::assignment))
			.param("periods", texts(periods, (one) -> one.period().toString()))
			.param("from", days(periods, (one) -> one.period().from()))
			.param("to", days(periods, (one) -> one.period().to()))
			.param("due", days(periods, OwedPeriod::due))
			.param("units", units.stream().map(ReportUnit::id).toArray(String[]::new))
			.param("today", today)
			.query(String.class)
			.list());
		return periods.stream().filter((one) -> found.contains(one.assignment() + " " + one.period())).toList();
	}

	private static String where(DueStatus status) {
		return switch (status) {
			case DUE, DRAFT -> "p.due >= :today or " + MOVED;
			case LATE -> """
					(p.due < :today or %s) and exists (select from unit u where u.id = any(:units)
					and u.opened <= p.first and (u.closed is null or u.closed >= p.last)
					and not exists (select from self_report s where s.unit = u.id and s.assignment = p.assignment
					and s.period = p.period and s.latest is not null))
					""".formatted(MOVED);
			case RETURNED -> """
					exists (select from self_report s where s.assignment = p.assignment and s.period = p.period
					and s.state = 'returned' and s.unit = any(:units))
					""";
			default -> """
					exists (select from self_report s where s.assignment = p.assignment and s.period = p.period
					and s.handed_in > p.due and s.unit = any(:units)) or
					""" + MOVED;
		};
	}

	private static String[] texts(List<OwedPeriod> periods, Function<OwedPeriod, String> text) {
		return periods.stream().map(text).toArray(String[]::new);
	}

	private static Date[] days(List<OwedPeriod> periods, Function<OwedPeriod, LocalDate> day) {
		return periods.stream().map(day).map(Date::valueOf).toArray(Date[]::new);
	}

}
