package se.uppdragskollen.selfreport;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;

/**
 * Counts how many reports of a period are in, late or missing, for those who see the
 * whole region.
 */
@Repository
@Transactional(readOnly = true)
public class CountReports {

	private final JdbcClient jdbc;

	private final OwedReports owed;

	private final Clock clock;

	CountReports(JdbcClient jdbc, OwedReports owed, Clock clock) {
		this.jdbc = jdbc;
		this.owed = owed;
		this.clock = clock;
	}

	/** Every period that has begun and is to be reported, the newest first. */
	public List<OwedPeriod> periods() {
		return this.owed.periods();
	}

	/** How these periods stand, in the same order. */
	public List<ReportCount> of(Actor actor, List<OwedPeriod> periods) {
		actor.require(Act.READ_OVERVIEW);
		List<ReportCount> counts = new ArrayList<>();
		periods.forEach((one) -> counts.add(new ReportCount(one, 0, 0, 0, 0, 0)));
		this.jdbc.sql("""
				with p as materialized (
				select * from unnest(:assignments, :periods, :from, :to, :due) with ordinality
				as p (assignment, period, first, last, due, place)),
				r as (select p.place, s.latest, s.state, s.handed_in, greatest(p.due, (
				 select due from deadline_move d where d.assignment = p.assignment and d.period = p.period
				 and d.unit = u.id order by d.id desc limit 1)) as due
				 from p join unit u on u.kind = 'health-centre' and u.opened <= p.first
				 and (u.closed is null or u.closed >= p.last)
				 left join self_report s on s.assignment = p.assignment and s.period = p.period and s.unit = u.id)
				select place, count(*) as units,
				count(*) filter (where latest is not null and state <> 'returned') as handed_in,
				count(*) filter (where latest is not null and state <> 'returned' and handed_in > due) as too_late,
				count(*) filter (where latest is not null and state = 'returned') as returned,
				count(*) filter (where latest is null and due < :today) as missing
				from r group by place
				""")
			.param("assignments", periods.stream().map(OwedPeriod::assignment).toArray(String[]::new))
			.param("periods", periods.stream().map((one) -> one.period().toString()).toArray(String[]::new))
			.param("from", periods.stream().map((one) -> Date.valueOf(one.period().from())).toArray(Date[]::new))
			.param("to", periods.stream().map((one) -> Date.valueOf(one.period().to())).toArray(Date[]::new))
			.param("due", periods.stream().map((one) -> Date.valueOf(one.due())).toArray(Date[]::new))
			.param("today", LocalDate.now(this.clock))
			.query((row, i) -> {
				int place = row.getInt("place") - 1;
				return counts.set(place,
						new ReportCount(periods.get(place), row.getInt("units"), row.getInt("handed_in"),
								row.getInt("too_late"), row.getInt("returned"), row.getInt("missing")));
			})
			.list();
		return counts;
	}

}
