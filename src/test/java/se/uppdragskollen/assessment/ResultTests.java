package se.uppdragskollen.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is handed in is evaluated, and again when what it rests on changes.
 */
class ResultTests {

	private static final String GOOD = month(400, 390, 700, 690);

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private final Client commissioner = this.service.person(Role.COMMISSIONER);

	private final Client reviewer = this.service.person(Role.REVIEWER);

	private static String month(int all, int within, int calls, int answered) {
		return "{\"assessed_total\":{\"value\":" + all + "},\"assessed_within_3_days\":{\"value\":" + within
				+ "},\"calls_incoming\":{\"value\":" + calls + "},\"calls_answered_same_day\":{\"value\":" + answered
				+ "}}";
	}

	@Test
	void showsBeforeSigningWhatTheReviewerWillSee() {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, month(400, 300, 700, 690));
		JsonNode preview = this.centre.reporter().post(this.centre.path("2025-06") + "/draft/preview", "").json();
		assertThat(preview.path("problems").isEmpty()).isTrue();
		assertThat(outcome(preview.path("result"), "G25").path("outcome").asString()).isEqualTo("not-met");
		assertThat(this.centre.submit("2025-06", 2, "{\"confirm\":true}").status()).isEqualTo(201);
		assertThat(result("2025-06").path("document").path("outcomes"))
			.isEqualTo(preview.path("result").path("outcomes"));
	}

	/** Whether a report comes in time is a requirement too: today it would. */
	@Test
	void countsBeforeSigningOnAReportThatComesToday() {
		this.centre.open("2025-Q2");
		this.centre.save("2025-Q2", 1, "{\"phone_system\":{\"value\":\"callback\"}}");
		JsonNode preview = this.centre.reporter().post(this.centre.path("2025-Q2") + "/draft/preview", "").json();
		assertThat(outcome(preview.path("result"), "G08").path("outcome").asString()).isEqualTo("met");
		assertThat(this.centre.submit("2025-Q2", 2, "{\"confirm\":true}").status()).isEqualTo(201);
		assertThat(result("2025-Q2").path("document").path("outcomes"))
			.isEqualTo(preview.path("result").path("outcomes"));
	}

	@Test
	void notesThatAResultWasStored() {
		this.centre.handIn("2025-06", GOOD);
		result("2025-06");
		assertThat(this.service.jdbc()
			.sql("select count(*) from audit_event where act = 'store-results' and unit = ?")
			.param(this.centre.unit())
			.query(Integer.class)
			.single()).isPositive();
	}

	@Test
	void tellsWhatACorrectionChanged() {
		this.centre.handIn("2025-06", month(400, 300, 700, 690));
		long first = result("2025-06").path("stored").path("id").asLong();
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, GOOD);
		assertThat(this.centre.submit("2025-06", 2, "{\"confirm\":true,\"reason\":\"Fel siffra\"}").status())
			.isEqualTo(201);
		await(() -> result("2025-06").path("stored").path("id").asLong() != first);
		JsonNode stored = result("2025-06").path("stored");
		assertThat(stored.path("report_version").asInt()).isEqualTo(2);
		assertThat(stored.path("supersedes").asLong()).isEqualTo(first);
		JsonNode difference = this.reviewer.get("/api/v1/results/" + stored.path("id").asLong() + "/difference").json();
		assertThat(difference.path("input_changed").asBoolean()).isTrue();
		assertThat(difference.path("rules_changed").asBoolean()).isFalse();
		assertThat(difference.path("inputs").toString()).isEqualTo("[\"values/assessed_within_3_days\"]");
		assertThat(difference.path("outcomes").toString())
			.contains("{\"requirement\":\"G25\",\"before\":\"not-met\",\"now\":");
		Answer old = this.reviewer.get("/api/v1/results/" + first);
		assertThat(old.json().path("stored").path("current").asBoolean()).isFalse();
		assertThat(outcome(old.json().path("document"), "G25").path("outcome").asString()).isEqualTo("not-met");
	}

	@Test
	void evaluatesLaterReportsAgainWhenAnEarlierOneIsCorrected() {
		this.centre.handIn("2025-03", month(400, 360, 700, 690));
		this.centre.handIn("2025-04", month(400, 370, 700, 690));
		this.centre.handIn("2025-05", month(400, 380, 700, 690));
		long before = result("2025-05").path("stored").path("id").asLong();
		this.centre.open("2025-03");
		this.centre.save("2025-03", 1, month(400, 399, 700, 690));
		this.centre.submit("2025-03", 2, "{\"confirm\":true,\"reason\":\"Fel siffra\"}");
		await(() -> result("2025-05").path("stored").path("id").asLong() != before);
		JsonNode stored = result("2025-05").path("stored");
		assertThat(stored.path("cause").asString()).isEqualTo("history");
		assertThat(this.reviewer.get("/api/v1/results/" + stored.path("id").asLong() + "/difference")
			.json()
			.path("inputs")
			.toString()).isEqualTo("[\"history/assessed_share\"]");
	}

	@Test
	void evaluatesAgainWhenARegisterSaysSomethingElse() {
		this.centre.handIn("2025-06", GOOD);
		long before = result("2025-06").path("stored").path("id").asLong();
		Answer entered = this.commissioner
			.post("/api/v1/register-values", "{\"assignment\":\"kalmar-halsoval\",\"unit\":\"" + this.centre.unit()
					+ "\",\"period\":\"2025-06\",\"source\":\"waiting-time-register\",\"element\":\"assessed_share\","
					+ "\"value\":70.5,\"as_of\":\"2025-07-02\"}", "Idempotency-Key", Centre.key());
		assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
		await(() -> result("2025-06").path("stored").path("id").asLong() != before);
		assertThat(result("2025-06").path("stored").path("cause").asString()).isEqualTo("statement");
		assertThat(outcome(result("2025-06").path("document"), "G25").path("outcome").asString()).isEqualTo("not-met");
	}

	@Test
	void evaluatesAgainWhenAnExemptionIsDecidedAndWhenItEnds() {
		this.centre.handIn("2025-06", month(400, 300, 700, 690));
		assertThat(outcome(result("2025-06").path("document"), "G25").path("outcome").asString()).isEqualTo("not-met");
		Answer proposed = this.reviewer.post("/api/v1/exemptions",
				"{\"assignment\":\"kalmar-halsoval\",\"unit\":\"" + this.centre.unit()
						+ "\",\"requirement\":\"G25\",\"from\":\"2025-06-01\",\"to\":\"2025-06-30\","
						+ "\"reason\":\"Ombyggnad\"}");
		String exemption = "/api/v1/exemptions/" + proposed.json().path("id").asLong();
		assertThat(outcome(result("2025-06").path("document"), "G25").path("outcome").asString())
			.as("proposed is not decided")
			.isEqualTo("not-met");
		this.commissioner.post(exemption + "/decision", "{\"decision\":\"approved\"}", "If-Match", "\"1\"");
		await(() -> outcome(result("2025-06").path("document"), "G25").path("outcome").asString().equals("exempt"));
		assertThat(result("2025-06").path("stored").path("cause").asString()).isEqualTo("statement");
		Answer ended = this.commissioner.post(exemption + "/end", "{\"ended_on\":\"2025-06-10\",\"reason\":\"Klart\"}",
				"If-Match", "\"2\"");
		assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
		await(() -> outcome(result("2025-06").path("document"), "G25").path("outcome").asString().equals("not-met"));
	}

	@Test
	void keepsResultsAndActsAsTheyAre() {
		this.centre.handIn("2025-06", month(400, 300, 700, 690));
		result("2025-06");
		JdbcClient owner = JdbcClient.create(RunningService
			.owner(this.service.jdbc().sql("select current_database()").query(String.class).single()));
		for (String change : List.of("update result set document = '{}' where unit = ?",
				"delete from result where unit = ?",
				"update case_act set text = 'x' where case_id in (select id from follow_up_case where unit = ?)",
				"delete from case_act where case_id in (select id from follow_up_case where unit = ?)")) {
			assertThatThrownBy(() -> this.service.jdbc().sql(change).param(this.centre.unit()).update()).as(change)
				.hasStackTraceContaining("permission denied for table");
			assertThatThrownBy(() -> owner.sql(change).param(this.centre.unit()).update()).as(change)
				.hasMessageContaining("never changed or removed");
		}
		for (String table : List.of("result", "case_act")) {
			assertThatThrownBy(() -> this.service.jdbc().sql("truncate " + table + " cascade").update()).as(table)
				.hasStackTraceContaining("permission denied for table");
		}
	}

	@Test
	void listsToACentreItsOwnAlone() {
		Centre other = Centre.of(this.service);
		for (Centre one : List.of(this.centre, other)) {
			one.handIn("2025-06", month(400, 300, 700, 690));
			await(() -> this.reviewer.get(one.path("2025-06") + "/result").status() == 200);
		}
		for (String list : List.of("/api/v1/results", "/api/v1/outcomes")) {
			for (Client member : List.of(this.centre.manager(), this.centre.reporter())) {
				assertThat(units(member, list)).as(list).containsExactly(this.centre.unit());
				assertThat(member.get(list + "?unit=" + other.unit()).text()).doesNotContain(other.unit());
				assertThat(member.get(list + "?format=csv").text()).contains(this.centre.unit())
					.doesNotContain(other.unit());
			}
			assertThat(units(this.reviewer, list)).as(list).contains(this.centre.unit(), other.unit());
		}
	}

	private static Set<String> units(Client who, String list) {
		Set<String> units = new HashSet<>();
		String cursor = "";
		do {
			JsonNode page = who.get(list + "?limit=200" + cursor).json();
			page.path("items").forEach((item) -> units.add(item.path("unit").asString()));
			cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
		}
		while (!cursor.isEmpty());
		return units;
	}

	@Test
	void knowsItselfWhenAReportCame() {
		this.centre.handIn("2025-Q2", "{\"opening_hours_per_week\":{\"value\":47.5}}");
		JsonNode late = outcome(result("2025-Q2").path("document"), "G08");
		assertThat(late.path("outcome").asString()).as(late.toString()).isEqualTo("met");
		assertThat(
				this.reviewer.get("/api/v1/results/" + result("2025-Q2").path("stored").path("id").asLong() + "/report")
					.json()
					.path("registers")
					.toString())
			.contains("\"element\":\"report_received\",\"value\":\"2025-07-08\"");
	}

	@Test
	void evaluatesWithoutStoring() {
		String report = "{\"unit\":\"" + this.centre.unit() + "\",\"period\":\"2025-06\",\"values\":"
				+ "{\"assessed_total\":400,\"assessed_within_3_days\":300}}";
		Answer answer = this.reviewer.post("/api/v1/evaluations/kalmar-halsoval", report);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(outcome(answer.json(), "G25").path("outcome").asString()).isEqualTo("not-met");
		assertThat(this.reviewer.get(this.centre.path("2025-06") + "/result").status()).isEqualTo(404);
		Answer wrong = this.reviewer.post("/api/v1/evaluations/kalmar-halsoval",
				report.replace("assessed_total\":400", "assessed_totl\":\"många\""));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.json().path("errors").path(0).path("pointer").asString()).isEqualTo("/values/assessed_totl");
		assertThat(wrong.json().path("errors").path(0).path("detail").asString()).contains("assessed_total");
	}

	@Test
	void tellsTheRegionAtAGlanceAsAFileToo() {
		this.centre.handIn("2025-06", month(400, 300, 700, 690));
		result("2025-06");
		String address = "/api/v1/overview?assignment=kalmar-halsoval&period=2025-06";
		JsonNode row = this.reviewer.get(address).json().findParents("requirement").get(0);
		assertThat(row.path("requirement").asString()).isEqualTo("G24");
		assertThat(row.path("title").path("en").asString()).isNotBlank();
		assertThat(row.path("chapter_title").path("sv").asString()).isEqualTo("Tillgänglighet");
		String csv = this.reviewer.get(address + "&format=csv", "Accept-Language", "sv").text();
		assertThat(csv)
			.startsWith("\ufeffKrav;Kravets rubrik;Kapitel;Kapitlets rubrik;Uppfyllt;Ej uppfyllt;Kan inte bedömas;")
			.contains("G25;Medicinsk bedömning inom tre dagar;accessibility;Tillgänglighet;");
		assertThat(this.reviewer.get(address + "&format=pdf").status()).isEqualTo(422);
	}

	@Test
	void runsNothingThatNoReportCanBeFor() {
		Client commissioner = this.service.person(Role.COMMISSIONER);
		for (String body : List.of("\"period\":\"2031\"", "\"period\":\"2025-08\"", "\"period\":\"2001\"",
				"\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"")) {
			Answer answer = commissioner.post("/api/v1/runs", "{\"assignment\":\"kalmar-halsoval\"," + body + "}",
					"Idempotency-Key", "never-" + body.hashCode());
			assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		}
		Answer run = commissioner.post("/api/v1/runs", "{\"assignment\":\"kalmar-halsoval\",\"period\":\"2025-07\"}",
				"Idempotency-Key", "now-" + this.centre.unit());
		assertThat(run.status()).as(run.toString()).isEqualTo(202);
		assertThat(run.json().path("asked_by_name").asString()).startsWith("Test commissioner");
	}

	@Test
	void listsOutcomesAsExcelReadsThem() {
		this.centre.handIn("2025-06", month(400, 300, 700, 690));
		result("2025-06");
		String csv = this.reviewer
			.get("/api/v1/outcomes?format=csv&unit=" + this.centre.unit() + "&requirement=G25", "Accept-Language", "sv")
			.text();
		assertThat(csv).startsWith("\ufeffEnhet;Namn;Uppdrag;Period;Krav;")
			.contains(
					";2025-06;G25;Medicinsk bedömning inom tre dagar;accessibility;Tillgänglighet;ej uppfyllt;avvikelse;");
		List<String> all = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = this.reviewer.get("/api/v1/outcomes?limit=1&unit=" + this.centre.unit() + cursor).json();
			page.path("items").forEach((item) -> all.add(item.path("requirement").asString()));
			cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
		}
		while (!cursor.isEmpty());
		assertThat(all).doesNotHaveDuplicates().contains("G24", "G25");
	}

	private JsonNode result(String period) {
		String path = this.centre.path(period) + "/result";
		await(() -> this.reviewer.get(path).status() == 200);
		return this.reviewer.get(path).json();
	}

	private static JsonNode outcome(JsonNode document, String requirement) {
		for (JsonNode one : document.path("outcomes")) {
			if (one.path("requirement").asString().equals(requirement)) {
				return one;
			}
		}
		throw new AssertionError("no outcome for " + requirement);
	}

	private static void await(BooleanSupplier done) {
		for (int i = 0; i < 300 && !done.getAsBoolean(); i++) {
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		assertThat(done.getAsBoolean()).isTrue();
	}

}
