package se.uppdragskollen.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.audit.AuditChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold in the database whatever has happened to the service: everything that
 * was acknowledged is there once, nothing is there half, and what follows from it does.
 */
final class WholeDatabase {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	private final SubmissionLoad load;

	/**
	 * A database.
	 * @param jdbc as its owner
	 * @param load all that was handed in there
	 */
	WholeDatabase(JdbcClient jdbc, SubmissionLoad load) {
		this.jdbc = jdbc;
		this.load = load;
	}

	/** Waits until nothing is left to evaluate. */
	void awaitResults() throws InterruptedException {
		for (int i = 0; i < 600 && count("select count(*) from evaluation_task") > 0; i++) {
			Thread.sleep(100);
		}
		assertThat(strings("select t::text from evaluation_task t")).isEmpty();
	}

	void check() {
		checkReports();
		checkResults();
		checkCases();
		checkLog();
		checkRepeated();
	}

	private void checkRepeated() {
		List<String> different = new ArrayList<>();
		for (String result : strings("select result::text from current_result order by result")) {
			JsonNode answer = this.load
				.insist("m0", (client) -> client.post("/api/v1/results/" + result + "/verification", ""))
				.json();
			if (!answer.path("same").asBoolean()) {
				different.add(answer.toString());
			}
		}
		assertThat(different).isEmpty();
	}

	private void checkReports() {
		Map<String, String> kept = new TreeMap<>();
		this.jdbc.sql("select unit || ' ' || period, number || ' ' || fingerprint from report_version").query((row) -> {
			assertThat(kept.put(row.getString(1), row.getString(2))).as(row.getString(1)).isNull();
		});
		assertThat(kept).hasSize(this.load.size()).isEqualTo(this.load.acknowledged());
		assertThat(kept.values()).allMatch((one) -> one.startsWith("1 "));
		assertThat(strings("select distinct state || ' ' || latest from self_report")).containsExactly("submitted 1");
		assertThat(count("select count(*) from self_report where handed_in is not null")).isEqualTo(this.load.size());
		assertThat(count("select count(*) from draft")).isZero();
		assertThat(strings(
				"select status || ' ' || count(*) from idempotent_answer where key like 'load-%' group by status"))
			.containsExactly("201 " + this.load.size());
	}

	private void checkResults() {
		assertThat(strings("select unit || ' ' || period from current_result"))
			.containsExactlyInAnyOrderElementsOf(this.load.acknowledged().keySet());
		assertThat(strings("""
				select unit || ' ' || period from result group by unit, period
				having count(*) filter (where supersedes is null) <> 1
				or count(distinct supersedes) <> count(*) - 1
				""")).as("results that do not follow one another").isEmpty();
		assertThat(strings("select r.id::text from result r join current_result c on c.result = r.supersedes"))
			.as("superseded, but current")
			.isEmpty();
		assertThat(
				strings("""
						select r.unit || ' ' || r.period from result r join result before on before.id = r.supersedes
						where (r.unit, r.period, r.fingerprint, r.revision, r.engine, r.report_version)
						= (before.unit, before.period, before.fingerprint, before.revision, before.engine, before.report_version)
						"""))
			.as("judged twice")
			.isEmpty();
		Map<String, String> told = new TreeMap<>();
		this.jdbc.sql("select r.id, r.document from current_result c join result r on r.id = c.result").query((row) -> {
			for (JsonNode one : JSON.readTree(row.getString(2)).path("outcomes")) {
				told.put(row.getString(1) + " " + one.path("requirement").asString(), one.path("outcome").asString()
						+ " " + one.path("finding").asString("-") + " " + one.path("severity").asString("-"));
			}
		});
		Map<String, String> rows = new TreeMap<>();
		this.jdbc.sql("""
				select result || ' ' || requirement,
				outcome || ' ' || coalesce(finding, '-') || ' ' || coalesce(severity, '-') from outcome
				""").query((row) -> {
			rows.put(row.getString(1), row.getString(2));
		});
		assertThat(rows).isEqualTo(told);
	}

	/** One case for each requirement that fails anywhere, from the first time it does. */
	private void checkCases() {
		Map<String, List<String>> expected = new TreeMap<>();
		Map<String, String> courses = new TreeMap<>();
		this.jdbc.sql("""
				select unit || ' ' || requirement as strand, outcome,
				concat_ws(' ', period, outcome, finding, severity, result) as finding
				from outcome order by unit, requirement, period
				""").query((row) -> {
			String strand = row.getString("strand");
			String outcome = row.getString("outcome");
			if (outcome.equals("not-met") || expected.containsKey(strand)) {
				expected.computeIfAbsent(strand, (key) -> new ArrayList<>()).add(row.getString("finding"));
				courses.merge(strand, "new", (before, fresh) -> course(before, outcome));
			}
		});
		assertThat(expected.size()).isGreaterThan(20);
		Map<String, List<String>> found = new TreeMap<>();
		this.jdbc.sql("""
				select c.unit || ' ' || c.lineage as strand, concat_ws(' ', f.period, f.outcome, f.kind, f.severity,
				f.result) as finding from follow_up_case c join finding f on f.case_id = c.id
				where c.state not in ('closed', 'dismissed') order by c.unit, c.lineage, f.period
				""").query((row) -> {
			found.computeIfAbsent(row.getString("strand"), (key) -> new ArrayList<>()).add(row.getString("finding"));
		});
		assertThat(found).isEqualTo(expected);
		Map<String, String> foundCourses = new TreeMap<>();
		this.jdbc.sql("select unit || ' ' || lineage, course from follow_up_case where state = 'proposed'")
			.query((row) -> {
				assertThat(foundCourses.put(row.getString(1), row.getString(2))).isNull();
			});
		assertThat(foundCourses).isEqualTo(courses);
		assertThat(count("select count(*) from follow_up_case c where not exists "
				+ "(select 1 from case_act a where a.case_id = c.id and a.act = 'opened')"))
			.isZero();
	}

	private static String course(String before, String outcome) {
		return switch (outcome) {
			case "not-met" -> before.equals("resolved") ? "regressed" : "recurring";
			case "not-assessable" -> before;
			default -> "resolved";
		};
	}

	private void checkLog() {
		AuditChain.Proof proof = new AuditChain(this.jdbc).verify(List.of());
		assertThat(proof.faults()).isEmpty();
		List<String> submissions = strings("select subject from audit_event where act = 'submit-report' order by 1");
		assertThat(submissions).isEqualTo(new ArrayList<>(new TreeSet<>(submissions))).hasSize(this.load.size());
		for (String change : List.of("open-draft", "save-draft")) {
			assertThat(count("select count(distinct subject) from audit_event where act = '" + change + "'"))
				.isEqualTo(this.load.size());
		}
	}

	/** All that was found, without the database's own numbers. */
	Map<String, List<String>> findings() {
		Map<String, List<String>> all = new LinkedHashMap<>();
		all.put("results", strings("""
				select r.unit || ' ' || r.period || ' ' || r.report_version || ' ' || r.fingerprint || r.document
				from current_result c join result r on r.id = c.result order by 1
				"""));
		all.put("cases", strings("""
				select concat_ws(' ', c.unit, c.lineage, c.requirement, c.kind, c.severity, c.course, c.state,
				c.first_period, c.last_period, f.period, f.outcome, f.kind, f.severity)
				from follow_up_case c join finding f on f.case_id = c.id
				where c.state not in ('closed', 'dismissed') order by 1
				"""));
		return Collections.unmodifiableMap(all);
	}

	private List<String> strings(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
