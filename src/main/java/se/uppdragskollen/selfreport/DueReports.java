package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

	/** Most lists are full after the newest periods; else twice as many more are read. */
	private static final int FIRST_PERIODS = 4;

	private final JdbcClient jdbc;

	private final OwedReports owed;

	private final ReportUnits units;

	private final StandingReports standing;

	private final Deadlines deadlines;

	private final Audit audit;

	private final Clock clock;

	DueReports(JdbcClient jdbc, OwedReports owed, ReportUnits units, StandingReports standing, Deadlines deadlines,
			Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.owed = owed;
		this.units = units;
		this.standing = standing;
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
		List<OwedPeriod> asked = this.owed.periods()
			.stream()
			.filter(filter::takes)
			.filter((one) -> mayStand(one, filter.status()))
			.toList();
		int first = page.isFirst() ? 0 : indexOf(asked, page);
		List<ReportKey> found = new ArrayList<>();
		int some = FIRST_PERIODS;
		for (int i = first; i < asked.size() && found.size() < page.fetch(); i += some, some *= 2) {
			List<OwedPeriod> periods = asked.subList(i, Math.min(asked.size(), i + some));
			String after = (i == first && !page.isFirst()) ? page.after(2) : "";
			found.addAll(this.standing.of(periods, all, filter.status(), LocalDate.now(this.clock), after,
					page.fetch() - found.size()));
		}
		return page.page(known(found, asked, all),
				(one) -> List.of(one.assignment(), one.period().toString(), one.unit()));
	}

	/**
	 * Whether any report for it may stand so: deadlines are moved later only, and no
	 * further than so, which tells most periods apart before any unit is looked at.
	 */
	private boolean mayStand(OwedPeriod owed, @Nullable DueStatus status) {
		if (status == null) {
			return true;
		}
		LocalDate today = LocalDate.now(this.clock);
		LocalDate end = owed.period().to();
		LocalDate last = OwedReports.due(owed.due(), end.plusDays(MoveDeadline.MOST_DAYS));
		return switch (status) {
			case NOT_DUE -> !end.isBefore(today);
			case DUE -> end.isBefore(today) && !last.isBefore(today);
			case DRAFT -> !last.isBefore(today);
			case LATE -> owed.due().isBefore(today);
			case SUBMITTED, SUBMITTED_LATE, RETURNED -> true;
		};
	}

	/** Notes that the whole list was taken out. */
	@Transactional
	public void exported(Actor actor) {
		this.audit.note(actor, "exported", "reports", null, Map.of());
	}

	/** How it stands with one report, which the unit may hand in even if it owes none. */
	DueReport one(ReportKey key, Edition edition, ReportUnit unit, @Nullable ReportState state, boolean typed) {
		List<DeadlineMove> moves = this.deadlines.moves(key);
		LocalDate move = moves.isEmpty() ? null : moves.get(moves.size() - 1).due();
		LocalDate due = OwedReports.due(OwedReports.due(edition, key.period()), move);
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

	/** The reports with all that the database knows of them. */
	private List<DueReport> known(List<ReportKey> keys, List<OwedPeriod> owed, List<ReportUnit> all) {
		String[] units = keys.stream().map(ReportKey::unit).toArray(String[]::new);
		String[] assignments = keys.stream().map(ReportKey::assignment).toArray(String[]::new);
		String[] periods = keys.stream().map((one) -> one.period().toString()).toArray(String[]::new);
		Map<ReportKey, ReportState> states = new HashMap<>();
		Set<ReportKey> typed = new HashSet<>();
		this.jdbc.sql("""
				select s.unit, s.assignment, s.period, s.state, s.latest, s.handed_in, s.version,
				d.version is not null as typed from unnest(?, ?, ?) as k (unit, assignment, period)
				join self_report s on s.unit = k.unit and s.assignment = k.assignment and s.period = k.period
				left join draft d on d.unit = s.unit and d.assignment = s.assignment and d.period = s.period
				""").params(units, assignments, periods).query((ResultSet row) -> {
			ReportKey key = key(row);
			states.put(key, new ReportState(row.getString("state"), row.getObject("latest", Integer.class),
					row.getObject("handed_in", LocalDate.class), null, row.getLong("version")));
			if (row.getBoolean("typed")) {
				typed.add(key);
			}
		});
		Map<ReportKey, LocalDate> moved = new HashMap<>();
		this.jdbc.sql("""
				select m.unit, m.assignment, m.period, m.due from unnest(?, ?, ?) as k (unit, assignment, period)
				join deadline_move m on m.unit = k.unit and m.assignment = k.assignment and m.period = k.period
				order by m.id
				""").params(units, assignments, periods).query((ResultSet row) -> {
			moved.put(key(row), row.getObject("due", LocalDate.class));
		});
		Map<String, ReportUnit> unitById = all.stream().collect(Collectors.toMap(ReportUnit::id, (one) -> one));
		Map<List<Object>, OwedPeriod> owedBy = owed.stream()
			.collect(Collectors.toMap((one) -> List.of(one.assignment(), one.period()), (one) -> one));
		LocalDate today = LocalDate.now(this.clock);
		return keys.stream().map((key) -> {
			OwedPeriod period = Objects.requireNonNull(owedBy.get(List.of(key.assignment(), key.period())));
			LocalDate move = moved.get(key);
			return report(Objects.requireNonNull(unitById.get(key.unit())), period, states.get(key),
					typed.contains(key), OwedReports.due(period.due(), move), move != null, today);
		}).toList();
	}

	static ReportKey key(ResultSet row) throws SQLException {
		return new ReportKey(row.getString("unit"), row.getString("assignment"),
				Period.parse(row.getString("period")).orElseThrow());
	}

	private static DueReport report(ReportUnit unit, OwedPeriod period, @Nullable ReportState state, boolean typed,
			LocalDate due, boolean moved, LocalDate today) {
		return new DueReport(unit.id(), unit.name(), period.assignment(), period.period(), period.edition(), due, moved,
				DueStatus.of(period.period(), state, typed, due, today), typed, (state == null) ? null : state.latest(),
				(state == null) ? null : state.handedIn());
	}

}
