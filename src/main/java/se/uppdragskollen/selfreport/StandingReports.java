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

	/** The newest move of a deadline counts. */
	private static final String OWED = """
			with p as materialized (
			select * from unnest(:assignments, :periods, :from, :to, :due) with ordinality
			as p (assignment, period, first, last, due, place)),
			m as materialized (
			select distinct on (unit, assignment, period) unit, assignment, period, due from deadline_move
			where assignment = any(:assignments) and period = any(:periods) order by unit, assignment, period, id desc),
			s as (
			select unit, assignment, period, state, handed_in from self_report
			where unit = any(:units) and assignment = any(:assignments) and period = any(:periods)
			and latest is not null)
			select p.assignment, p.period, u.id as unit
			from p join unit u on u.opened <= p.first and (u.closed is null or u.closed >= p.last)
			""";

	private static final String MOVED = """
			left join m on m.unit = u.id and m.assignment = p.assignment and m.period = p.period
			""";

	private static final String HANDED_IN = """
			join s on s.unit = u.id and s.assignment = p.assignment and s.period = p.period
			where\s""";

	/**
	 * Most periods are told apart by their own deadline, before any unit is looked at.
	 */
	private static final String NOT_HANDED_IN = MOVED + """
			left join s on s.unit = u.id and s.assignment = p.assignment and s.period = p.period
			where s.unit is null and (p.due >= :today
			or (p.assignment, p.period) in (select assignment, period from m where m.due >= :today))
			and coalesce(m.due, p.due) >= :today and\s""";

	private static final String TYPED = """
			(u.id, p.assignment, p.period) in (select unit, assignment, period from draft)
			""";

	/** Looked up only for what came after the usual deadline: moving gives more time. */
	private static final String AFTER_MOVED = """
			coalesce((select due from deadline_move d where d.assignment = p.assignment and d.period = p.period
			and d.unit = u.id order by d.id desc limit 1), p.due)
			""";

	/** That it reads of what was handed in keeps the look-up behind that question. */
	private static final String LATE = """
			left join s on s.unit = u.id and s.assignment = p.assignment and s.period = p.period
			where s.unit is null and p.due < :today and coalesce(s.handed_in,
			""";

	private static final String ASKED = """
			 and u.id = any(:units) and (p.place > 1 or u.id > :after) order by p.place, u.id limit :fetch
			""";

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
		return this.jdbc.sql(OWED + condition(status) + ASKED)
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
	private static String condition(@Nullable DueStatus status) {
		if (status == null) {
			return "where true";
		}
		return switch (status) {
			case NOT_DUE -> NOT_HANDED_IN + "not " + TYPED + "and p.last >= :today";
			case DUE -> NOT_HANDED_IN + "not " + TYPED + "and p.last < :today";
			case DRAFT -> NOT_HANDED_IN + TYPED;
			case LATE -> LATE + AFTER_MOVED + ") < :today";
			case RETURNED -> HANDED_IN + "s.state = 'returned'";
			case SUBMITTED ->
				HANDED_IN + "s.state <> 'returned' and (s.handed_in <= p.due or s.handed_in <= " + AFTER_MOVED + ")";
			case SUBMITTED_LATE ->
				HANDED_IN + "s.state <> 'returned' and s.handed_in > p.due and s.handed_in > " + AFTER_MOVED;
		};
	}

	private static String[] texts(List<OwedPeriod> periods, Function<OwedPeriod, String> text) {
		return periods.stream().map(text).toArray(String[]::new);
	}

	private static Date[] days(List<OwedPeriod> periods, Function<OwedPeriod, LocalDate> day) {
		return periods.stream().map(day).map(Date::valueOf).toArray(Date[]::new);
	}

}
