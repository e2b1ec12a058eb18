package se.uppdragskollen.selfreport;

import java.sql.Date;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds, among the reports that units owe for some periods, those that stand in a certain
 * way, so that a list of few reports does not look at all. Never leaves one out.
 */
@Repository
class StandingReports {

	/** The newest move of a deadline counts. */
	private static final String ASKED = """
			with p as materialized (
			select * from unnest(:assignments, :periods, :from, :to, :due) p (assignment, period, first, last, due)),
			m as materialized (
			select distinct on (unit, assignment, period) unit, assignment, period, due from deadline_move
			where assignment = any(:assignments) and period = any(:periods) order by unit, assignment, period, id desc)
			select p.assignment, p.period,
			""";

	private static final String NOT_HANDED_IN = ASKED + """
			u.id as unit from p join unit u on u.opened <= p.first and (u.closed is null or u.closed >= p.last)
			left join m on m.unit = u.id and m.assignment = p.assignment and m.period = p.period
			left join self_report s on s.unit = u.id and s.assignment = p.assignment and s.period = p.period
			and s.latest is not null
			where u.id = any(:units) and s.unit is null and (p.due %1$s :today
			or (p.assignment, p.period) in (select assignment, period from m where m.due %1$s :today))
			and coalesce(m.due, p.due) %1$s :today
			""";

	private static final String HANDED_IN = ASKED + """
			s.unit from p join self_report s on s.assignment = p.assignment and s.period = p.period
			left join m on m.unit = s.unit and m.assignment = p.assignment and m.period = p.period
			where s.unit = any(:units) and s.latest is not null
			""";

	private final JdbcClient jdbc;

	StandingReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of these units and periods that stand so. */
	Set<ReportKey> of(List<OwedPeriod> periods, List<ReportUnit> units, DueStatus status, LocalDate today) {
		Set<ReportKey> found = new HashSet<>();
		this.jdbc.sql(sql(status))
			.param("assignments", texts(periods, OwedPeriod::assignment))
			.param("periods", texts(periods, (one) -> one.period().toString()))
			.param("from", days(periods, (one) -> one.period().from()))
			.param("to", days(periods, (one) -> one.period().to()))
			.param("due", days(periods, OwedPeriod::due))
			.param("units", units.stream().map(ReportUnit::id).toArray(String[]::new))
			.param("today", today)
			.query((ResultSet row) -> {
				found.add(DueReports.key(row));
			});
		return found;
	}

	private static String sql(DueStatus status) {
		return switch (status) {
			case NOT_DUE, DUE, DRAFT -> NOT_HANDED_IN.formatted(">=");
			case LATE -> NOT_HANDED_IN.formatted("<");
			case RETURNED -> HANDED_IN + "and s.state = 'returned'";
			case SUBMITTED -> HANDED_IN + "and s.state <> 'returned' and s.handed_in <= coalesce(m.due, p.due)";
			case SUBMITTED_LATE -> HANDED_IN + "and s.state <> 'returned' and s.handed_in > coalesce(m.due, p.due)";
		};
	}

	private static String[] texts(List<OwedPeriod> periods, Function<OwedPeriod, String> text) {
		return periods.stream().map(text).toArray(String[]::new);
	}

	private static Date[] days(List<OwedPeriod> periods, Function<OwedPeriod, LocalDate> day) {
		return periods.stream().map(day).map(Date::valueOf).toArray(Date[]::new);
	}

}
