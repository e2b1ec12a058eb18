package se.uppdragskollen.operation;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportWriter;
import se.uppdragskollen.report.Signal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts whole reports of the past into the database as if they had been handed in then,
 * with what registers, counterparts and the region said beside them.
 */
@Component
@DemoOnly
class DemoReports {

	private static final Map<String, Doubt> UNCLEAR = Map.of("shift_relation",
			Doubt.of("[13579]$", "Vad ska vara på plats för att det ska bli en fyra?"), "sip_calls",
			Doubt.of("[258]$", "Ska vi räkna kallelser som kommunen har skickat och vi bara svarat på?"),
			"econsultations", Doubt.of("[4]$", ""));

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int DAYS_TO_REPORT = 10;

	private final JdbcTemplate jdbc;

	private final Editions editions;

	DemoReports(JdbcTemplate jdbc, Editions editions) {
		this.jdbc = jdbc;
		this.editions = editions;
	}

	/**
	 * Stores reports; what is to be evaluated stands in the queue afterwards.
	 * @param signers who signs for each unit
	 * @param staff who entered the statements, and who decided on exemptions
	 */
	@Transactional
	public void store(List<Report> reports, Map<String, Long> signers, long[] staff) {
		List<Object[]> heads = new ArrayList<>();
		List<Object[]> versions = new ArrayList<>();
		List<Object[]> tasks = new ArrayList<>();
		for (Report report : reports) {
			Edition edition = this.editions.inForceOn(report.assignment(), report.period().to()).orElseThrow();
			Instant signed = handedIn(report).atTime(8, 30).atZone(Application.ZONE).toInstant();
			Report own = own(report, handedIn(report));
			Object[] key = { report.unit(), report.assignment(), report.period().toString() };
			heads.add(with(key, Date.valueOf(report.period().from()), Date.valueOf(report.period().to()),
					Date.valueOf(handedIn(report))));
			versions.add(with(key, edition.id(), edition.revision(), ReportWriter.json(own), own.fingerprint(),
					JSON.writeValueAsString(entries(own)), Objects.requireNonNull(signers.get(report.unit())),
					Timestamp.from(signed)));
			tasks.add(with(key, Date.valueOf(report.period().to()), Timestamp.from(signed),
					Timestamp.from(Instant.EPOCH)));
		}
		this.jdbc
			.batchUpdate("insert into self_report (unit, assignment, period, period_from, period_to, handed_in, state, "
					+ "latest) values (?, ?, ?, ?, ?, ?, 'submitted', 1)", heads);
		this.jdbc.batchUpdate(
				"insert into report_version (unit, assignment, period, number, edition, revision, content, "
						+ "fingerprint, entries, signed_by, signed_at) values (?, ?, ?, 1, ?, ?, ?, ?, ?::jsonb, ?, ?)",
				versions);
		storeStatements(reports, staff);
		this.jdbc.batchUpdate("insert into evaluation_task (unit, assignment, period, period_to, cause, asked_at, "
				+ "not_before) values (?, ?, ?, ?, 'submission', ?, ?)", tasks);
	}

	private void storeStatements(List<Report> reports, long[] staff) {
		List<Object[]> registers = new ArrayList<>();
		List<Object[]> signals = new ArrayList<>();
		Set<String> told = new HashSet<>();
		List<Object[]> exemptions = new ArrayList<>();
		for (Report report : reports) {
			Timestamp at = Timestamp.from(handedIn(report).atTime(8, 0).atZone(Application.ZONE).toInstant());
			for (RegisterValue one : report.registers()) {
				registers.add(new Object[] { report.unit(), report.assignment(), report.period().toString(),
						Date.valueOf(report.period().to()), one.source(), one.element(),
						JSON.writeValueAsString(json(one.value())), Date.valueOf(one.asOf()), staff[0], at });
			}
			for (Signal one : report.signals()) {
				// Reports of several periods carry the same
				if (told.add(report.unit() + " " + one)) {
					signals.add(Arrays.<@Nullable Object>asList(report.unit(), report.assignment(), one.from().word(),
							one.flag().word(), one.requirement(), one.text(), Date.valueOf(one.date()), staff[0], at)
						.toArray());
				}
			}
			for (Exemption one : report.exemptions()) {
				exemptions
					.add(new Object[] { report.unit(), report.assignment(), one.requirement(), Date.valueOf(one.from()),
							Date.valueOf(one.to()), one.reason(), staff[0], at, staff[1], at, one.approver() });
			}
		}
		this.jdbc.batchUpdate(
				"insert into register_value (unit, assignment, period, period_to, source, element, value, as_of, "
						+ "entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing",
				registers);
		this.jdbc.batchUpdate("insert into signal (unit, assignment, direction, counterpart, flag, requirement, text, "
				+ "on_day, entered_by, entered_at) values (?, ?, 'about-unit', ?, ?, ?, ?, ?, ?, ?)", signals);
		this.jdbc.batchUpdate("insert into exemption (unit, assignment, requirement, from_day, to_day, reason, state, "
				+ "proposed_by, proposed_at, decided_by, decided_at, approver) values (?, ?, ?, ?, ?, ?, 'approved', ?, ?, ?, ?, ?)",
				exemptions);
	}

	private static LocalDate handedIn(Report report) {
		return (report.handedIn() != null) ? report.handedIn() : report.period().to().plusDays(DAYS_TO_REPORT);
	}

	private static Report own(Report report, LocalDate handedIn) {
		return new Report(report.unit(), report.assignment(), report.period(), handedIn, report.values(),
				report.notApplicable(), report.suppressed(), List.of(), List.of(), List.of(), Map.of(), Map.of());
	}

	private static Map<String, Object> entries(Report report) {
		Map<String, Object> entries = new TreeMap<>();
		report.values().forEach((id, value) -> entries.put(id, Map.of("value", json(value))));
		report.notApplicable().forEach((id, why) -> entries.put(id, Map.of("not_applicable", why)));
		report.suppressed().forEach((id) -> entries.put(id, Map.of("suppressed", true)));
		UNCLEAR.forEach((id, doubt) -> {
			if (entries.get(id) instanceof Map<?, ?> entry && doubt.units().matcher(report.unit()).find()) {
				Map<Object, Object> marked = new LinkedHashMap<>(entry);
				marked.put("unclear", doubt.words());
				entries.put(id, marked);
			}
		});
		return new LinkedHashMap<>(entries);
	}

	/** Some centres' doubt about a question, which they tell year after year. */
	private record Doubt(Pattern units, String words) {

		static Doubt of(String units, String words) {
			return new Doubt(Pattern.compile(units), words);
		}

	}

	private static Object json(Object value) {
		return (value instanceof BigDecimal || value instanceof Boolean || value instanceof Collection<?>) ? value
				: value.toString();
	}

	private static Object[] with(Object[] first, Object... more) {
		Object[] all = Arrays.copyOf(first, first.length + more.length);
		System.arraycopy(more, 0, all, first.length, more.length);
		return all;
	}

}
