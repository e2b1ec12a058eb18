package se.uppdragskollen.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;

/**
 * One of everything that addresses name, all of one unit.
 */
final class AccessFixtures {

	private final RunningService service;

	private final String unit;

	private final String other;

	private final Map<String, String> holes = new LinkedHashMap<>();

	private final AtomicInteger keys = new AtomicInteger();

	AccessFixtures(RunningService service) {
		this.service = service;
		this.unit = service.unit();
		this.other = service.unit();
		make(service.jdbc());
	}

	private void make(JdbcClient jdbc) {
		long person = jdbc
			.sql("insert into person (issuer, subject, name) values ('urn:x', ?, 'Prov Person') returning id")
			.param("fixture-" + this.unit)
			.query(Long.class)
			.single();
		jdbc.sql(
				"""
						insert into self_report (unit, assignment, period, period_from, period_to, state, latest, handed_in)
						values (?, 'kalmar-halsoval', '2025-Q1', date '2025-01-01', date '2025-03-31', 'submitted', 1, date '2025-04-10')
						""")
			.param(this.unit)
			.update();
		String revision = jdbc
			.sql("select revision from edition_revision where assignment = 'kalmar-halsoval' and edition = '2025-01' "
					+ "and current")
			.query(String.class)
			.single();
		jdbc.sql("""
				insert into report_version (unit, assignment, period, number, edition, revision, content, fingerprint,
				entries, signed_by, signed_at) values (?, 'kalmar-halsoval', '2025-Q1', 1, '2025-01', ?,
				?, 'sha256:0', '{}', ?, now())
				""")
			.params(this.unit, revision,
					"{\"unit\":\"" + this.unit
							+ "\",\"assignment\":\"kalmar-halsoval\",\"period\":\"2025-Q1\",\"values\":{}}",
					person)
			.update();
		long result = jdbc.sql("""
				insert into result (unit, assignment, period, period_to, edition, revision, engine, input, fingerprint,
				document, report_version, cause, stored_at) values (?, 'kalmar-halsoval', '2025-Q1', date '2025-03-31',
				'2025-01', ?, '1.0.0', ?, 'sha256:0', '{"outcomes":[]}', 1, 'submission', now()) returning id
				""")
			.params(this.unit, revision,
					"{\"unit\":\"" + this.unit
							+ "\",\"assignment\":\"kalmar-halsoval\",\"period\":\"2025-Q1\",\"values\":{}}")
			.query(Long.class)
			.single();
		jdbc.sql("insert into current_result values (?, 'kalmar-halsoval', '2025-Q1', ?)")
			.params(this.unit, result)
			.update();
		hole("unit", this.unit);
		hole("figure", "assessed_share");
		hole("publication", 0);
		hole("view", 0);
		hole("note", 0);
		hole("notice", 0);
		hole("desk", "centre");
		hole("person", person);
		hole("result", result);
		hole("register_value", jdbc.sql("""
				insert into register_value (unit, assignment, period, period_to, source, element, value, as_of,
				entered_by, entered_at) values (?, 'kalmar-halsoval', '2025-Q1', date '2025-03-31', '1177',
				'opening_hours_per_week', '45', date '2025-03-31', ?, now()) returning id
				""").params(this.unit, person).query(Long.class).single());
		hole("exemption", jdbc.sql("""
				insert into exemption (unit, assignment, requirement, from_day, to_day, reason, state, proposed_by,
				proposed_at) values (?, 'kalmar-halsoval', 'G12', date '2025-01-01', date '2025-12-31', 'Prov',
				'proposed', ?, now()) returning id
				""").params(this.unit, person).query(Long.class).single());
		hole("about", signal(jdbc, person, "about-unit"));
		hole("signal", this.holes.get("{about}"));
		hole("from", signal(jdbc, person, "from-unit"));
		hole("link", jdbc.sql("""
				insert into signal_link (token_hash, unit, assignment, counterpart, organisation, expires_at, made_by,
				made_at) values (?, ?, 'kalmar-halsoval', 'municipality', 'Provkommunen', now() + interval '9 days', ?,
				now()) returning id
				""").params("hash-" + this.unit, this.unit, person).query(Long.class).single());
		hole("evidence", jdbc.sql("""
				insert into evidence (unit, assignment, period, name, media_type, size, sha256, content, added_by,
				added_at) values (?, 'kalmar-halsoval', '2025-Q1', 'prov.txt', 'text/plain', 1, ?, 'x', ?, now())
				returning id::text
				""").params(this.unit, "0".repeat(64), person).query(String.class).single());
		hole("case", jdbc.sql("""
				insert into follow_up_case (unit, assignment, lineage, requirement, chapter, kind, severity, course,
				state, edition, first_period, last_period, last_period_to, opened_at, confirmed_at)
				values (?, 'kalmar-halsoval', 'G22', 'G22', 'accessibility', 'deviation', 'red', 'new', 'confirmed',
				'2025-01', '2025-Q1', '2025-Q1', date '2025-03-31', now(), now()) returning id
				""").param(this.unit).query(Long.class).single());
		hole("action", jdbc.sql("""
				insert into agreed_action (case_id, text, owner, due, state)
				values (?, 'Prov', 'Chefen', date '2025-12-01', 'agreed') returning id
				""").param(Long.valueOf(this.holes.get("{case}"))).query(Long.class).single());
		hole("run", jdbc.sql("""
				insert into evaluation_run (assignment, from_day, to_day, current_rules, state, total, asked_by,
				asked_at, ended_at) values ('kalmar-halsoval', date '2025-01-01', date '2025-01-01', false, 'done', 0,
				?, now(), now()) returning id
				""").param(person).query(Long.class).single());
	}

	private long signal(JdbcClient jdbc, long person, String direction) {
		return jdbc.sql("""
				insert into signal (unit, assignment, direction, counterpart, flag, on_day, entered_by, entered_at)
				values (?, 'kalmar-halsoval', ?, 'municipality', 'green', date '2025-05-05', ?, now()) returning id
				""").params(this.unit, direction, person).query(Long.class).single();
	}

	private void hole(String name, Object value) {
		this.holes.put("{" + name + "}", String.valueOf(value));
	}

	/** Everything that the text names filled in. */
	String fill(String text) {
		String filled = text.replace("{assignment}", "kalmar-halsoval")
			.replace("{edition}", "2025-01")
			.replace("{period}", "2025-Q1")
			.replace("{number}", "1")
			.replace("{chapter}", "accessibility")
			.replace("{day}", "2025-05-01")
			.replace("{token}", "no-such-token");
		boolean unitAddress = text.startsWith("/api/v1/units/{id}");
		filled = filled.replace("{id}", unitAddress ? this.unit : id(text));
		for (Map.Entry<String, String> hole : this.holes.entrySet()) {
			filled = filled.replace(hole.getKey(), hole.getValue());
		}
		return filled;
	}

	/** What {@code {id}} means below an address. */
	private String id(String path) {
		Map<String, String> meant = Map.of("/people/", "person", "/results/", "result", "/register-values/",
				"register_value", "/exemptions/", "exemption", "/signals/", "about", "/signal-links/", "link",
				"/evidence/", "evidence", "/cases/", "case", "/runs/", "run");
		return meant.entrySet()
			.stream()
			.filter((one) -> path.contains(one.getKey()))
			.map((one) -> this.holes.get("{" + one.getValue() + "}"))
			.findFirst()
			.orElse("G25");
	}

	/** Somebody with a role of the region who also belongs to the unit. */
	Client both(Role region, Role own) {
		Client client = this.service.person(region);
		long id = client.get("/api/v1/me").json().path("person").asLong();
		this.service.grant(id, own, this.unit);
		return client;
	}

	String unit() {
		return this.unit;
	}

	String other() {
		return this.other;
	}

	/** A new key each time. */
	String key() {
		return "access-" + this.unit + "-" + this.keys.incrementAndGet();
	}

}
