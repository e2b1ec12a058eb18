package se.uppdragskollen.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.RegisterValueReader;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

/**
 * What is stated about units, as reports hold it when they are judged. Whatever register
 * values, signals and exemptions a report came with give way: only what is stated here
 * counts.
 *
 * <ul>
 * <li>Register values: those of the report's period that count. One that does not fit the
 * edition (an element that is no more) is left out, which the log tells.
 * <li>Signals: what counterparts say of the unit on a day in the period, if about a
 * requirement, one of the edition. What a unit says of a counterpart is not in its
 * report: there it has questions of its own for that.
 * <li>Exemptions: the approved ones that overlap the period, for requirements of the
 * edition. One that was ended early ends on that day. Whether it counts the evaluation
 * decides: when it covers the period's last day.
 * </ul>
 *
 * They stand in an order of their own, whichever way they were entered, and what was
 * stated twice stands there once.
 */
@Repository
public class Statements {

	/** Reports that are fetched for at once. */
	static final int CHUNK = 500;

	private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

	private final JdbcClient jdbc;

	Statements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The report with what is stated about its unit. */
	public Report with(Report report, Edition edition) {
		return with(List.of(report), (one) -> edition).get(0);
	}

	/**
	 * Reports with what is stated about their units, in the same order.
	 * @param reports all of one assignment
	 * @param editions the edition that each is judged by
	 */
	public List<Report> with(List<Report> reports, Function<Report, Edition> editions) {
		List<Report> all = new ArrayList<>(reports.size());
		for (int i = 0; i < reports.size(); i += CHUNK) {
			List<Report> chunk = reports.subList(i, Math.min(i + CHUNK, reports.size()));
			Stated stated = fetch(chunk);
			chunk.forEach((report) -> all.add(stated.with(report, editions.apply(report))));
		}
		return all;
	}

	private Stated fetch(List<Report> reports) {
		String assignment = reports.get(0).assignment();
		if (reports.stream().anyMatch((report) -> !report.assignment().equals(assignment))) {
			throw new IllegalArgumentException("reports of several assignments");
		}
		String[] units = reports.stream().map(Report::unit).distinct().toArray(String[]::new);
		String[] periods = reports.stream()
			.map((report) -> report.period().toString())
			.distinct()
			.toArray(String[]::new);
		LocalDate from = reports.stream()
			.map((report) -> report.period().from())
			.min(LocalDate::compareTo)
			.orElseThrow();
		LocalDate to = reports.stream().map((report) -> report.period().to()).max(LocalDate::compareTo).orElseThrow();
		Stated stated = new Stated();
		this.jdbc.sql("""
				select unit, period, source, element, value::text, as_of from register_value
				where assignment = :assignment and unit = any(:units) and period = any(:periods)
				  and withdrawn_at is null
				""").param("assignment", assignment).param("units", units).param("periods", periods).query((row) -> {
			stated.registers(row.getString("unit"), row.getString("period"))
				.add(new Kept(row.getString("source"), row.getString("element"), row.getString("value"),
						row.getObject("as_of", LocalDate.class)));
		});
		this.jdbc.sql("""
				select unit, counterpart, flag, requirement, text, on_day from signal
				where assignment = :assignment and unit = any(:units) and on_day between :from and :to
				  and direction = 'about-unit' and withdrawn_at is null
				""")
			.param("assignment", assignment)
			.param("units", units)
			.param("from", from)
			.param("to", to)
			.query((row) -> {
				stated.signals(row.getString("unit"))
					.add(new Signal(Words.of(Counterpart.class, row.getString("counterpart")),
							Words.of(Flag.class, row.getString("flag")), row.getString("requirement"),
							row.getString("text"), row.getObject("on_day", LocalDate.class)));
			});
		this.jdbc.sql("""
				select unit, requirement, from_day, least(to_day, ended_on) as to_day, approver, reason from exemption
				where assignment = :assignment and unit = any(:units) and state in ('approved', 'ended')
				  and from_day <= :to and least(to_day, ended_on) >= greatest(:from, from_day)
				""")
			.param("assignment", assignment)
			.param("units", units)
			.param("from", from)
			.param("to", to)
			.query((row) -> {
				stated.exemptions(row.getString("unit"))
					.add(new Exemption(row.getString("requirement"), row.getObject("from_day", LocalDate.class),
							row.getObject("to_day", LocalDate.class), row.getString("approver"),
							row.getString("reason")));
			});
		return stated;
	}

	/** A register's value as it is kept. */
	private record Kept(String source, String element, String json, LocalDate asOf) {

	}

	/** What was fetched for some reports. */
	private static final class Stated {

		private static final Comparator<RegisterValue> REGISTERS = Comparator.comparing(RegisterValue::source)
			.thenComparing(RegisterValue::element);

		private static final Comparator<Signal> SIGNALS = Comparator.comparing(Signal::date)
			.thenComparing(Signal::from)
			.thenComparing(Signal::requirement, Comparator.nullsFirst(Comparator.naturalOrder()))
			.thenComparing(Signal::flag)
			.thenComparing(Signal::text, Comparator.nullsFirst(Comparator.naturalOrder()));

		private static final Comparator<Exemption> EXEMPTIONS = Comparator.comparing(Exemption::requirement)
			.thenComparing(Exemption::from)
			.thenComparing(Exemption::to)
			.thenComparing(Exemption::approver)
			.thenComparing(Exemption::reason);

		private final Map<String, List<Kept>> registers = new HashMap<>();

		private final Map<String, List<Signal>> signals = new HashMap<>();

		private final Map<String, List<Exemption>> exemptions = new HashMap<>();

		List<Kept> registers(String unit, String period) {
			return this.registers.computeIfAbsent(unit + " " + period, (key) -> new ArrayList<>());
		}

		List<Signal> signals(String unit) {
			return this.signals.computeIfAbsent(unit, (key) -> new ArrayList<>());
		}

		List<Exemption> exemptions(String unit) {
			return this.exemptions.computeIfAbsent(unit, (key) -> new ArrayList<>());
		}

		Report with(Report report, Edition edition) {
			Period period = report.period();
			List<RegisterValue> values = registers(report.unit(), period.toString()).stream()
				.map((kept) -> value(kept, report, edition))
				.flatMap(Optional::stream)
				.sorted(REGISTERS)
				.toList();
			List<Signal> said = signals(report.unit()).stream()
				.filter((signal) -> !signal.date().isBefore(period.from()) && !signal.date().isAfter(period.to()))
				.filter((signal) -> isOf(edition, signal.requirement()))
				.distinct()
				.sorted(SIGNALS)
				.toList();
			List<Exemption> granted = exemptions(report.unit()).stream()
				.filter((one) -> !one.from().isAfter(period.to()) && !one.to().isBefore(period.from()))
				.filter((one) -> isOf(edition, one.requirement()))
				.distinct()
				.sorted(EXEMPTIONS)
				.toList();
			return new Report(report.unit(), report.assignment(), period, report.handedIn(), report.values(),
					report.notApplicable(), report.suppressed(), values, said, granted, report.history(),
					report.peers());
		}

		private static boolean isOf(Edition edition, @Nullable String requirement) {
			return requirement == null || edition.requirements().containsKey(requirement);
		}

		private static Optional<RegisterValue> value(Kept kept, Report report, Edition edition) {
			Problems problems = new Problems();
			Optional<RegisterValue> value = new RegisterValueReader(edition, LocalDate.MAX).kept(kept.source,
					kept.element, kept.json, kept.asOf, problems);
			if (value.isEmpty()) {
				LOG.warn("register value left out: {} {} {}@{} does not fit edition {}: {}", report.unit(),
						report.period(), kept.element, kept.source, edition.name(),
						problems.all().stream().map(Problem::key).toList());
			}
			return value;
		}

	}

}
