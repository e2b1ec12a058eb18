package se.uppdragskollen.selfreport;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds, among the reports that units owe for some periods, those that stand in a certain
 * way, in the list's order and no more than asked for.
 */
@Repository
class StandingReports {

	private static final String PERIODS = """
			with p as materialized (
			select * from unnest(:assignments, :periods, :from, :to, :due) with ordinality
			as p (assignment, period, first, last, due, place))
			select p.assignment, p.period, u.id as unit from p
			""";

	private static final String OPEN = """
			u.opened <= p.first and (u.closed is null or u.closed >= p.last)
			and u.id = any(:units) and (p.place > 1 or u.id > :after)
			""";

	private static final String HANDED_IN = PERIODS + "join unit u on " + OPEN + """
			join self_report s on s.unit = u.id and s.assignment = p.assignment and s.period = p.period
			where s.latest is not null and\s""";

	/**
	 * Set against set for each period: most have handed in, and few are left to look at.
	 */
	private static final String NOT_HANDED_IN = PERIODS + "cross join lateral (select id from unit u where " + OPEN
			+ """
							except select unit from self_report s
							where s.assignment = p.assignment and s.period = p.period and s.latest is not null
					and s.unit between (select min(id) from unnest(:units) as id)
					and (select max(id) from unnest(:units) as id)) u
							where\s""";

	private static final String TYPED = """
			(u.id, p.assignment, p.period) in (select unit, assignment, period from draft)
			""";

	/** As {@link OwedReports#due(LocalDate, LocalDate)} says it. */
	private static final String MOVED = """
			greatest(p.due, (select due from deadline_move d where d.assignment = p.assignment
			and d.period = p.period and d.unit = u.id order by d.id desc limit 1))
			""";

	private static final String ORDER = " order by p.place, u.id limit :fetch";

	private final JdbcClient jdbc;

	StandingReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of these units and periods that stand so.
	 * @param periods in the list's order
	 * @param status how they stand; null for all that are owed
	 * @param after of the first period only units after this one; empty for all
	 * @param fetch how many at most
	 */
	List<ReportKey> of(List<OwedPeriod> periods, List<ReportUnit> units, @Nullable DueStatus status, LocalDate today,
			String after, int fetch) {
		return this.jdbc.sql(question(status) + ORDER)
			.param("assignments", texts(periods, OwedPeriod::assignment))
			.param("periods", texts(periods, (one) -> one.period().toString()))
			.param("from", days(periods, (one) -> one.period().from()))
			.param("to", days(periods, (one) -> one.period().to()))
			.param("due", days(periods, OwedPeriod::due))
			.param("units", units.stream().map(ReportUnit::id).toArray(String[]::new))
			.param("today", today)
			.param("after", after)
			.param("fetch", fetch)
			.query((row, i) -> DueReports.key(row))
			.list();
	}

	/** As {@link DueStatus#of} says it of one report. */
	private static String question(@Nullable DueStatus status) {
		if (status == null) {
			return PERIODS + "join unit u on " + OPEN;
		}
		return switch (status) {
			case NOT_DUE -> NOT_HANDED_IN + "p.last >= :today and not " + TYPED;
			case DUE -> NOT_HANDED_IN + "p.last < :today and not " + TYPED + "and " + MOVED + " >= :today";
			case DRAFT -> NOT_HANDED_IN + TYPED + "and " + MOVED + " >= :today";
			case LATE -> NOT_HANDED_IN + "p.due < :today and " + MOVED + " < :today";
			case RETURNED -> HANDED_IN + "s.state = 'returned'";
			case SUBMITTED ->
				HANDED_IN + "s.state <> 'returned' and (s.handed_in <= p.due or s.handed_in <= " + MOVED + ")";
			case SUBMITTED_LATE ->
				HANDED_IN + "s.state <> 'returned' and s.handed_in > p.due and s.handed_in > " + MOVED;
		};
	}

	private static String[] texts(List<OwedPeriod> periods, Function<OwedPeriod, String> text) {
		return periods.stream().map(text).toArray(String[]::new);
	}

	private static Date[] days(List<OwedPeriod> periods, Function<OwedPeriod, LocalDate> day) {
		return periods.stream().map(day).map(Date::valueOf).toArray(Date[]::new);
	}

}
