package se.uppdragskollen.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is stated about a unit stands in its reports, whichever way it was entered.
 */
class StatementsTests {

	private final RunningService service = RunningService.shared();

	private final Statements statements = this.service.get(Statements.class);

	private final Edition edition = this.service.get(Editions.class)
		.inForceOn("kalmar-halsoval", LocalDate.of(2025, 2, 28))
		.orElseThrow();

	private final String unit = this.service.unit();

	private final Client staff = this.service.person(Role.COMMISSIONER);

	@Test
	void givesAReportWhatCountsInItsPeriod() {
		value("2025-02", "84.2");
		value("2025-02", "84.3");
		value("2025-01", "90");
		signal("2025-02-01", "red");
		signal("2025-02-28", "green");
		signal("2025-01-31", "yellow");
		signal("2025-03-01", "yellow");
		withdraw(signal("2025-02-15", "yellow"));
		this.service.person(Role.REPORTER, this.unit)
			.post("/api/v1/units/" + this.unit + "/signals", signalBody("2025-02-03", "red"));
		exemption("G12", "2025-02-20", "2025-06-30", null);
		exemption("G13", "2025-01-01", "2025-12-31", "2025-02-10");
		exemption("G14", "2025-01-01", "2025-12-31", "2025-01-31");
		exemption("G15", "2025-01-01", "2025-12-31", "2024-12-31");
		propose("G16", "2025-01-01", "2025-12-31");
		Report report = this.statements.with(report("2025-02"), this.edition);
		assertThat(report.registers()).containsExactly(new RegisterValue("waiting-time-register", "assessed_share",
				new BigDecimal("84.3"), LocalDate.of(2025, 3, 1)));
		assertThat(report.signals()).containsExactly(
				new Signal(Counterpart.MUNICIPALITY, Flag.RED, "U12", "Ord", LocalDate.of(2025, 2, 1)),
				new Signal(Counterpart.MUNICIPALITY, Flag.GREEN, "U12", "Ord", LocalDate.of(2025, 2, 28)));
		assertThat(report.exemptions())
			.extracting(Exemption::requirement, Exemption::from, Exemption::to, Exemption::reason)
			.containsExactly(
					org.assertj.core.groups.Tuple.tuple("G12", LocalDate.of(2025, 2, 20), LocalDate.of(2025, 6, 30),
							"Nybygge"),
					org.assertj.core.groups.Tuple.tuple("G13", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 10),
							"Nybygge"));
		assertThat(report.exemptions()).allMatch((one) -> one.approver().startsWith("Test commissioner"));
		assertThat(report.values()).isEqualTo(report("2025-02").values());
		assertThat(this.statements.with(report, this.edition)).isEqualTo(report);
	}

	@Test
	void givesManyReportsEachItsOwnInTheirOrder() {
		value("2025-02", "84.2");
		value("2025-01", "90");
		String other = this.service.unit();
		List<Report> reports = new ArrayList<>();
		for (int i = 0; i < Statements.CHUNK; i++) {
			reports.add(report(other, "2025-03"));
		}
		reports.add(report("2025-02"));
		reports.add(report(other, "2025-02"));
		reports.add(report("2025-01"));
		List<Report> with = this.statements.with(reports, (report) -> this.edition);
		assertThat(with).hasSameSizeAs(reports);
		assertThat(with.subList(Statements.CHUNK, with.size())).extracting((report) -> report.registers().size())
			.containsExactly(1, 0, 1);
		assertThat(with.get(Statements.CHUNK).registers().get(0).value()).isEqualTo(new BigDecimal("84.2"));
		assertThat(this.statements.with(List.of(), (report) -> this.edition)).isEmpty();
	}

	@Test
	void doesNotDependOnTheOrderOfEntering() {
		signal("2025-02-01", "red");
		signal("2025-02-01", "green");
		String other = this.service.unit();
		staffSignal(other, "2025-02-01", "green");
		staffSignal(other, "2025-02-01", "red");
		staffSignal(other, "2025-02-01", "red");
		assertThat(this.statements.with(report(this.unit, "2025-02"), this.edition).signals())
			.isEqualTo(this.statements.with(report(other, "2025-02"), this.edition).signals());
	}

	@Test
	void leavesOutWhatNoLongerFitsTheEdition() {
		value("2025-02", "84.2");
		raw("no_such_element", "1");
		raw("acg_index", "\"many\"");
		assertThat(this.statements.with(report("2025-02"), this.edition).registers()).extracting(RegisterValue::element)
			.containsExactly("assessed_share");
	}

	@Test
	void tellsInsideTheTransactionThatSomethingChanged() {
		List<StatementChanged> told = new ArrayList<>();
		ApplicationListener<ApplicationEvent> listener = (event) -> {
			if (event instanceof PayloadApplicationEvent<?> one && one.getPayload() instanceof StatementChanged changed
					&& changed.unit().equals(this.unit)) {
				assertThat(org.springframework.transaction.support.TransactionSynchronizationManager
					.isActualTransactionActive()).isTrue();
				told.add(changed);
			}
		};
		ApplicationEventMulticaster events = this.service.get(ApplicationEventMulticaster.class);
		events.addApplicationListener(listener);
		try {
			value("2025-02", "84.2");
			value("2025-02", "84.2");
			withdraw(signal("2024-11-03", "red"));
			exemption("G12", "2025-02-20", "2026-03-31", "2025-04-01");
		}
		finally {
			events.removeApplicationListener(listener);
		}
		StatementChanged value = changed("2025-02-28", "2025-02-28");
		StatementChanged signal = changed("2024-11-03", "2024-12-31");
		StatementChanged exemption = changed("2025-02-20", "2026-12-31");
		assertThat(told).containsExactly(value, signal, signal, exemption, exemption);
	}

	private StatementChanged changed(String from, String to) {
		return new StatementChanged(this.unit, "kalmar-halsoval", LocalDate.parse(from), LocalDate.parse(to));
	}

	private Report report(String period) {
		return report(this.unit, period);
	}

	private static Report report(String unit, String period) {
		return new Report(unit, "kalmar-halsoval", Period.parse(period).orElseThrow(), null,
				Map.of("assessed_total", BigDecimal.TEN), Map.of(), Set.of(),
				List.of(new RegisterValue("1177", "opening_hours_per_week", BigDecimal.TEN, LocalDate.EPOCH)),
				List.of(), List.of(), Map.of(), Map.of());
	}

	private void value(String period, String value) {
		created(this.staff.post("/api/v1/register-values", """
				{"assignment": "kalmar-halsoval", "unit": "%s", "period": "%s", "source": "waiting-time-register",
				 "element": "assessed_share", "value": %s, "as_of": "2025-03-01"}""".formatted(this.unit, period,
				value), "Idempotency-Key", "key-" + Events.next()));
	}

	private void raw(String element, String json) {
		this.service.jdbc().sql("""
				insert into register_value (unit, assignment, period, period_to, source, element, value, as_of,
				                            entered_by, entered_at)
				select ?, 'kalmar-halsoval', '2025-02', date '2025-02-28', 'acg', ?, ?::jsonb, date '2025-03-01',
				       min(id), now() from person
				""").params(this.unit, element, json).update();
	}

	private long signal(String date, String flag) {
		return staffSignal(this.unit, date, flag);
	}

	private long staffSignal(String about, String date, String flag) {
		return created(this.staff.post("/api/v1/signals",
				signalBody(date, flag).replace("{\"assignment", "{\"unit\": \"" + about + "\", \"assignment")));
	}

	private static String signalBody(String date, String flag) {
		return """
				{"assignment": "kalmar-halsoval", "counterpart": "municipality", "flag": "%s", "requirement": "U12",
				 "text": "Ord", "date": "%s"}""".formatted(flag, date);
	}

	private void withdraw(long signal) {
		assertThat(this.staff.post("/api/v1/signals/" + signal + "/withdrawal", "{\"reason\": \"Fel\"}").status())
			.isEqualTo(200);
	}

	private long propose(String requirement, String from, String to) {
		return created(this.service.person(Role.REVIEWER).post("/api/v1/exemptions", """
				{"assignment": "kalmar-halsoval", "unit": "%s", "requirement": "%s", "from": "%s", "to": "%s",
				 "reason": "Nybygge"}""".formatted(this.unit, requirement, from, to)));
	}

	private void exemption(String requirement, String from, String to, String endedOn) {
		String address = "/api/v1/exemptions/" + propose(requirement, from, to);
		assertThat(this.staff.post(address + "/decision", "{\"decision\": \"approved\"}", "If-Match", "\"1\"").status())
			.isEqualTo(200);
		if (endedOn != null) {
			assertThat(this.staff
				.post(address + "/end", "{\"ended_on\": \"" + endedOn + "\", \"reason\": \"Klart\"}", "If-Match",
						"\"2\"")
				.status()).isEqualTo(200);
		}
	}

	private static long created(Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		return answer.json().path("id").asLong();
	}

}
