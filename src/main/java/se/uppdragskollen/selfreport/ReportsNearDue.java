package se.uppdragskollen.selfreport;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.calendar.WorkingDays;
import se.uppdragskollen.edition.Editions;

/**
 * Finds the self-reports that nobody has handed in and that are due before long, or
 * should have come of late.
 */
@Repository
public class ReportsNearDue {

	/** No edition reminds earlier: days. */
	private static final int EARLIEST = 60;

	private final WorkingDays workingDays = new WorkingDays();

	private final JdbcClient jdbc;

	private final OwedReports owed;

	private final Editions editions;

	private final Clock clock;

	ReportsNearDue(JdbcClient jdbc, OwedReports owed, Editions editions, Clock clock) {
		this.jdbc = jdbc;
		this.owed = owed;
		this.editions = editions;
		this.clock = clock;
	}

	/**
	 * A report that is waited for.
	 *
	 * @param key which
	 * @param due the last day, moved or not
	 */
	public record Waited(ReportKey key, LocalDate due) {

	}

	/**
	 * Those of which the edition says that it is time to remind, and those whose last day
	 * has passed no more than so many days ago.
	 */
	@Transactional(readOnly = true)
	public List<Waited> find(int daysLate) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate first = today.minusDays(daysLate);
		List<OwedPeriod> periods = this.owed.periods()
			.stream()
			.filter((one) -> !one.due().isAfter(today.plusDays(EARLIEST))
					&& !one.period().to().plusDays(MoveDeadline.MOST_DAYS).isBefore(first))
			.toList();
		Map<String, FollowUpSettings> settings = new HashMap<>();
		periods.forEach((one) -> settings.computeIfAbsent(one.assignment() + " " + one.period(), (key) -> of(one)));
		return waited(periods, first, today.plusDays(EARLIEST)).stream().filter((one) -> {
			int before = Objects.requireNonNull(settings.get(one.key().assignment() + " " + one.key().period()))
				.remindBefore();
			return !this.workingDays.minus(one.due(), before).isAfter(today);
		}).toList();
	}

	private List<Waited> waited(List<OwedPeriod> periods, LocalDate first, LocalDate last) {
		return this.jdbc
			.sql("""
					with p as materialized (
					select * from unnest(:assignments, :periods, :from, :to, :due) as p (assignment, period, begins, ends, due))
					select * from (
					select p.assignment, p.period, u.id as unit,
					greatest(p.due, (select due from deadline_move d where d.assignment = p.assignment
					and d.period = p.period and d.unit = u.id order by d.id desc limit 1)) as due
					from p join unit u on u.kind = 'health-centre' and u.opened <= p.begins
					and (u.closed is null or u.closed >= p.ends)
					where not exists (select 1 from self_report s where s.assignment = p.assignment
					and s.period = p.period and s.unit = u.id and s.latest is not null)) waited
					where due between :first and :last order by unit, due, period
					""")
			.param("assignments", periods.stream().map(OwedPeriod::assignment).toArray(String[]::new))
			.param("periods", periods.stream().map((one) -> one.period().toString()).toArray(String[]::new))
			.param("from", days(periods, (one) -> one.period().from()))
			.param("to", days(periods, (one) -> one.period().to()))
			.param("due", days(periods, OwedPeriod::due))
			.param("first", first)
			.param("last", last)
			.query((row, i) -> new Waited(DueReports.key(row),
					Objects.requireNonNull(row.getObject("due", LocalDate.class))))
			.list();
	}

	private FollowUpSettings of(OwedPeriod period) {
		return this.editions.current(period.assignment(), period.edition())
			.map(Edition::followUpSettings)
			.orElseGet(FollowUpSettings::defaults);
	}

	private static Date[] days(List<OwedPeriod> periods, Function<OwedPeriod, LocalDate> day) {
		return periods.stream().map(day).map(Date::valueOf).toArray(Date[]::new);
	}

}
