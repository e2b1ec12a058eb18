package se.uppdragskollen.selfreport;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.CurrentEditions;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;

/**
 * What the service itself knows of how reports come in, as a register that editions may
 * read: {@code report-log}, with {@code report_received} (the day on which the first
 * version came) and {@code late_reports} (how many of the unit's reports for periods that
 * ended during twelve months came late, this one included). A register value that
 * somebody has entered counts instead.
 */
@Component
public class ReportLog {

	/** The register's name in editions. */
	public static final String REGISTER = "report-log";

	private static final String RECEIVED = "report_received";

	private static final String LATE = "late_reports";

	private final JdbcClient jdbc;

	private final Editions editions;

	private final Deadlines deadlines;

	private final Clock clock;

	ReportLog(JdbcClient jdbc, Editions editions, Deadlines deadlines, Clock clock) {
		this.jdbc = jdbc;
		this.editions = editions;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/** The reports, all of one assignment, with what the log tells of each. */
	public List<Report> with(List<Report> reports, Function<Report, Edition> editionOf) {
		List<String> units = reports.stream()
			.filter((report) -> reads(editionOf.apply(report), report, RECEIVED)
					|| reads(editionOf.apply(report), report, LATE))
			.map(Report::unit)
			.distinct()
			.toList();
		if (units.isEmpty()) {
			return reports;
		}
		Map<String, List<Received>> received = received(reports.get(0).assignment(), units);
		return reports.stream()
			.map((report) -> with(report, editionOf.apply(report), received.getOrDefault(report.unit(), List.of())))
			.toList();
	}

	/** A draft with what the log would tell of it if it were handed in today. */
	public Report ofDraft(Report draft, Edition edition) {
		if (!reads(edition, draft, RECEIVED) && !reads(edition, draft, LATE)) {
			return draft;
		}
		List<Received> all = new ArrayList<>(
				received(draft.assignment(), List.of(draft.unit())).getOrDefault(draft.unit(), List.of()));
		if (all.stream().noneMatch((one) -> one.period().equals(draft.period()))) {
			LocalDate today = LocalDate.now(this.clock);
			LocalDate due = this.deadlines.due(new ReportKey(draft.unit(), draft.assignment(), draft.period()),
					OwedReports.due(edition, draft.period()));
			all.add(new Received(draft.period(), today, today.isAfter(due)));
		}
		return with(draft, edition, all);
	}

	private static boolean reads(Edition edition, Report report, String id) {
		Element element = edition.elements().get(id);
		return element != null && element.from().equals(REGISTER) && element.period() == report.period().kind()
				&& report.registers()
					.stream()
					.noneMatch((one) -> one.source().equals(REGISTER) && one.element().equals(id));
	}

	private static Report with(Report report, Edition edition, List<Received> all) {
		Optional<Received> own = all.stream().filter((one) -> one.period().equals(report.period())).findFirst();
		if (own.isEmpty()) {
			return report;
		}
		List<RegisterValue> registers = new ArrayList<>(report.registers());
		LocalDate day = own.get().handedIn();
		if (reads(edition, report, RECEIVED)) {
			registers.add(new RegisterValue(REGISTER, RECEIVED, day, day));
		}
		if (reads(edition, report, LATE)) {
			LocalDate end = report.period().to();
			long late = all.stream()
				.filter((one) -> !one.period().to().isAfter(end) && one.period().to().isAfter(end.minusYears(1)))
				.filter(Received::late)
				.count();
			registers.add(new RegisterValue(REGISTER, LATE, BigDecimal.valueOf(late), day));
		}
		return report.withRegisters(registers);
	}

	private Map<String, List<Received>> received(String assignment, List<String> units) {
		CurrentEditions editions = this.editions.currentOf(assignment);
		Map<String, List<Received>> received = new HashMap<>();
		this.jdbc.sql("""
				select r.unit, r.period, r.handed_in, (select m.due from deadline_move m where m.unit = r.unit
				and m.assignment = r.assignment and m.period = r.period order by m.id desc limit 1) as moved
				from self_report r
				where r.assignment = :assignment and r.unit = any(:units) and r.handed_in is not null
				order by r.unit, r.period_to, r.period
				""").param("assignment", assignment).param("units", units.toArray(String[]::new)).query((row, i) -> {
			Period period = Period.parse(row.getString("period")).orElseThrow();
			LocalDate handedIn = row.getObject("handed_in", LocalDate.class);
			LocalDate moved = row.getObject("moved", LocalDate.class);
			boolean late = editions.inForceOn(period.to())
				.map((edition) -> handedIn.isAfter(OwedReports.due(OwedReports.due(edition, period), moved)))
				.orElse(false);
			return received.computeIfAbsent(row.getString("unit"), (unit) -> new ArrayList<>())
				.add(new Received(period, handedIn, late));
		}).list();
		return received;
	}

	/**
	 * A report that came in.
	 */
	private record Received(Period period, LocalDate handedIn, boolean late) {

	}

}
