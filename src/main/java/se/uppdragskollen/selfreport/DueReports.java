package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * The reports that units owe, whether anything is typed or not: for every period that the
 * editions ask for and in all of which the unit was open. A deadline is so many calendar
 * days after the period's end as the edition says, on whatever day of the week, unless it
 * was moved.
 */
@Repository
@Transactional(readOnly = true)
public class DueReports {

	/** How many parts the list's sort key has. */
	public static final int KEYS = 3;

	/** Reports looked at in one go: some periods of all units. */
	private static final int AT_ONCE = 2000;

	private final JdbcClient jdbc;

	private final OwedReports owed;

	private final ReportUnits units;

	private final StatusPeriods narrowing;

	private final Deadlines deadlines;

	private final Audit audit;

	private final Clock clock;

	DueReports(JdbcClient jdbc, OwedReports owed, ReportUnits units, StatusPeriods narrowing, Deadlines deadlines,
			Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.owed = owed;
		this.units = units;
		this.narrowing = narrowing;
		this.deadlines = deadlines;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A part of the list: the newest period first, then by assignment and unit.
	 * @throws Refusal when a unit is asked for that the actor may not read
	 */
	public Page<DueReport> page(Actor actor, DueFilter filter, PageRequest page) {
		actor.require(Act.READ_REPORTS);
		if (filter.unit() != null) {
			actor.require(Act.READ_REPORTS, filter.unit());
			this.units.require(filter.unit());
		}
		List<ReportUnit> all = this.units.within(actor.reach(Act.READ_REPORTS), filter.unit());
		List<OwedPeriod> asked = this.owed.periods().stream().filter(filter::takes).toList();
		int first = page.isFirst() ? 0 : indexOf(asked, page);
		List<OwedPeriod> periods = this.narrowing.of(asked.subList(first, asked.size()), all, filter.status(),
				LocalDate.now(this.clock));
		List<DueReport> found = new ArrayList<>();
		Unread unread = new Unread(asked.isEmpty() ? null : asked.get(first), page);
		int step = Math.max(1, AT_ONCE / Math.max(1, all.size()));
		for (int i = 0; i < periods.size() && found.size() < page.fetch() && !all.isEmpty(); i += step) {
			List<OwedPeriod> some = periods.subList(i, Math.min(periods.size(), i + step));
			// Without a status every report counts: no more units are needed than rows
			List<ReportUnit> needed = (step > 1 || filter.status() != null) ? all
					: unread.of(some.get(0), all).limit((long) page.fetch() - found.size()).toList();
			Known known = known(some, needed);
			for (OwedPeriod period : some) {
				unread.of(period, needed)
					.map((unit) -> known.report(unit, period))
					.filter(filter::takes)
					.limit((long) page.fetch() - found.size())
					.forEach(found::add);
			}
		}
		return page.page(found, (one) -> List.of(one.assignment(), one.period().toString(), one.unit()));
	}

	/** Notes that the whole list was taken out. */
	@Transactional
	public void exported(Actor actor) {
		this.audit.note(actor, "exported", "reports", null, Map.of());
	}

	/** How it stands with one report, which the unit may hand in even if it owes none. */
	DueReport one(ReportKey key, Edition edition, ReportUnit unit, @Nullable ReportState state, boolean typed) {
		List<DeadlineMove> moves = this.deadlines.moves(key);
		LocalDate due = moves.isEmpty() ? OwedReports.due(edition, key.period()) : moves.get(moves.size() - 1).due();
		OwedPeriod period = new OwedPeriod(key.assignment(), key.period(), edition.id(), due);
		return report(unit, period, state, typed, due, !moves.isEmpty(), LocalDate.now(this.clock));
	}

	private static int indexOf(List<OwedPeriod> periods, PageRequest page) {
		for (int i = 0; i < periods.size(); i++) {
			OwedPeriod period = periods.get(i);
			if (period.assignment().equals(page.after(0)) && period.period().toString().equals(page.after(1))) {
				return i;
			}
		}
		throw Refusal.invalid("cursor", "page-cursor");
	}

	/** What the database knows of these periods' reports. */
	private Known known(Collection<OwedPeriod> periods, List<ReportUnit> all) {
		String[] assignments = periods.stream().map(OwedPeriod::assignment).distinct().toArray(String[]::new);
		String[] texts = periods.stream().map((one) -> one.period().toString()).distinct().toArray(String[]::new);
		String[] ids = all.stream().map(ReportUnit::id).toArray(String[]::new);
		Map<ReportKey, ReportState> states = new HashMap<>();
		Set<ReportKey> typed = new HashSet<>();
		this.jdbc.sql("""
				select s.unit, s.assignment, s.period, s.state, s.latest, s.handed_in, s.version,
				d.version is not null as typed from self_report s
				left join draft d on d.unit = s.unit and d.assignment = s.assignment and d.period = s.period
				where s.assignment = any(?) and s.period = any(?) and s.unit = any(?)
				""").params(assignments, texts, ids).query((ResultSet row) -> {
			ReportKey key = key(row);
			states.put(key, new ReportState(row.getString("state"), row.getObject("latest", Integer.class),
					row.getObject("handed_in", LocalDate.class), null, row.getLong("version")));
			if (row.getBoolean("typed")) {
				typed.add(key);
			}
		});
		Map<ReportKey, LocalDate> moved = new HashMap<>();
		this.jdbc.sql("""
				select unit, assignment, period, due from deadline_move
				where assignment = any(?) and period = any(?) and unit = any(?) order by id
				""").params(assignments, texts, ids).query((ResultSet row) -> {
			moved.put(key(row), row.getObject("due", LocalDate.class));
		});
		return new Known(states, typed, moved, LocalDate.now(this.clock));
	}

	private static ReportKey key(ResultSet row) throws SQLException {
		return new ReportKey(row.getString("unit"), row.getString("assignment"),
				Period.parse(row.getString("period")).orElseThrow());
	}

	private static DueReport report(ReportUnit unit, OwedPeriod period, @Nullable ReportState state, boolean typed,
			LocalDate due, boolean moved, LocalDate today) {
		return new DueReport(unit.id(), unit.name(), period.assignment(), period.period(), period.edition(), due, moved,
				DueStatus.of(period.period(), state, typed, due, today), typed, (state == null) ? null : state.latest(),
				(state == null) ? null : state.handedIn());
	}

	/**
	 * The units of a period that the page before has not given.
	 *
	 * @param resumed the period with which the page before ended
	 */
	private record Unread(@Nullable OwedPeriod resumed, PageRequest page) {

		Stream<ReportUnit> of(OwedPeriod period, List<ReportUnit> units) {
			boolean goesOn = !this.page.isFirst() && period.equals(this.resumed);
			return units.stream()
				.filter((unit) -> !goesOn || unit.id().compareTo(this.page.after(2)) > 0)
				.filter((unit) -> unit.owes(period.period()));
		}

	}

	/**
	 * What is known of some reports.
	 */
	private record Known(Map<ReportKey, ReportState> states, Set<ReportKey> typed, Map<ReportKey, LocalDate> moved,
			LocalDate today) {

		DueReport report(ReportUnit unit, OwedPeriod period) {
			ReportKey key = new ReportKey(unit.id(), period.assignment(), period.period());
			Optional<LocalDate> move = Optional.ofNullable(this.moved.get(key));
			return DueReports.report(unit, period, this.states.get(key), this.typed.contains(key),
					move.orElse(period.due()), move.isPresent(), this.today);
		}

	}

}
