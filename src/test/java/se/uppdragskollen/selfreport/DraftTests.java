package se.uppdragskollen.selfreport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A centre types its self-report.
 */
class DraftTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	@Test
	void opensAnEmptyDraftOnce() {
		Answer first = this.centre.open("2025-06");
		assertThat(first.status()).as(first.toString()).isEqualTo(201);
		assertThat(first.header("ETag")).isEqualTo("\"1\"");
		assertThat(first.json().path("entries").toString()).isEqualTo("{}");
		assertThat(first.json().path("edition").asString()).isEqualTo("2025-01");
		assertThat(first.json().path("last_period").isNull()).isTrue();
		Answer again = this.centre.open("2025-06");
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.header("ETag")).isEqualTo("\"1\"");
	}

	@Test
	void keepsWhatIsTypedEvenWhenItIsUnsoundAndSaysSo() {
		this.centre.open("2025-06");
		String typed = "{\"assessed_total\":{\"value\":\"fyrtio\",\"comment\":\"kommer\"},"
				+ "\"assessed_within_3_days\":{\"value\":-1},\"calls_answered_same_day\":{\"unknown\":true},"
				+ "\"calls_incoming\":{\"value\":12.50,\"unclear\":\"Vilka samtal?\"}}";
		Answer saved = this.centre.save("2025-06", 1, typed);
		assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
		assertThat(saved.header("ETag")).isEqualTo("\"2\"");
		assertThat(saved.json().path("entries")).isEqualTo(JSON.readTree(typed));
		assertThat(pointers(saved)).containsExactly("/entries/assessed_total/value",
				"/entries/assessed_within_3_days/value", "/entries/calls_incoming/value");
		JsonNode fetched = this.centre.reporter()
			.get(this.centre.path("2025-06") + "/draft", "Accept-Language", "en")
			.json();
		assertThat(fetched.path("entries")).isEqualTo(JSON.readTree(typed));
		assertThat(fetched.path("problems").get(0).path("detail").asString())
			.isEqualTo("A whole number that is not negative is expected here. Found: fyrtio.");
		assertThat(fetched.path("problems").get(2).path("detail").asString())
			.isEqualTo("A whole number that is not negative is expected here. Found: 12.5.");
		assertThat(saved.json().path("problems").get(2).path("detail").asString())
			.isEqualTo("Här ska det stå ett heltal som inte är negativt. Där står: 12,5.");
	}

	@Test
	void readsUnknownAsNotReportedAndKeepsSuppressedAndNotApplicable() {
		this.centre.open("2025-Q1");
		Answer saved = this.centre.save("2025-Q1", 1,
				"{\"doctor_fte\":{\"unknown\":true},\"visits_registered\":{\"suppressed\":true},"
						+ "\"closing_from\":{\"not_applicable\":\"Ingen stängning\"},\"nurse_fte\":{\"value\":0}}");
		assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
		assertThat(pointers(saved)).as("this edition lets no element be not applicable")
			.containsExactly("/entries/closing_from/not_applicable");
		this.centre.save("2025-Q1", 2, "{\"doctor_fte\":{\"unknown\":true},"
				+ "\"visits_registered\":{\"suppressed\":true},\"nurse_fte\":{\"value\":0}}");
		DraftReading reading = this.service.get(DraftReports.class)
			.read(manager(), this.centre.unit(), "kalmar-halsoval", period("2025-Q1"));
		assertThat(reading.report()).hasValueSatisfying((report) -> {
			assertThat(report.values()).containsExactly(Map.entry("nurse_fte", BigDecimal.ZERO));
			assertThat(report.suppressed()).containsExactly("visits_registered");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			[]                                                         | /entries
			{"nothing_such": {"value": 1}}                             | /entries/nothing_such
			{"assessed_share": {"value": 1}}                           | /entries/assessed_share
			{"assessed_total": 4}                                      | /entries/assessed_total
			{"assessed_total": {"value": {"a": 1}}}                    | /entries/assessed_total/value
			{"assessed_total": {"value": null}}                        | /entries/assessed_total/value
			{"assessed_total": {"value": 1e999999}}                    | /entries/assessed_total/value
			{"assessed_total": {"value": "19121212-1212"}}             | /entries/assessed_total/value
			{"assessed_total": {"value": 1, "unknown": true}}          | /entries/assessed_total
			{"assessed_total": {"suppressed": false}}                  | /entries/assessed_total/suppressed
			{"assessed_total": {"value": 1, "comment": "ring 191212121212"}} | /entries/assessed_total/comment
			{"assessed_total": {"not_applicable": "19121212-1212"}}    | /entries/assessed_total/not_applicable
			{"assessed_total": {"unclear": "19121212-1212"}}           | /entries/assessed_total/unclear
			{"assessed_total": {"wrong": 1}}                           | /entries/assessed_total
			""")
	void refusesOnlyTheWrongShape(String entries, String pointer) {
		this.centre.open("2025-06");
		Answer answer = this.centre.save("2025-06", 1, entries);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(answer.json().path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
		assertThat(answer.text()).doesNotContain("1212-1212", "121212121212");
		assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/draft").header("ETag"))
			.isEqualTo("\"1\"");
	}

	@Test
	void tellsEverythingThatIsWrongByName() {
		this.centre.open("2025-06");
		Answer answer = this.centre.save("2025-06", 1, """
				{"assessed_total": {"wrong": 1, "19121212-1212": 1}, "unheard_of": {"value": 1}}""");
		assertThat(answer.json().path("errors").findValuesAsString("detail")).containsExactlyInAnyOrder(
				"Nyckeln finns inte i utkast. Där står: wrong. Tillåtet: comment, not_applicable, prefilled, suppressed, "
						+ "unclear, unknown, value.",
				"Nyckeln finns inte i utkast. Tillåtet: comment, not_applicable, prefilled, suppressed, unclear, unknown, "
						+ "value.",
				"Uppgiften finns inte i utgåvan. Där står: unheard_of.");
	}

	@Test
	void tellsWhoComesLateWhatStandsThereNow() {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":40}}");
		Answer late = this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":41}}");
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.json().path("current").path("version").asLong()).isEqualTo(2);
		assertThat(late.json().path("current").path("entries").toString())
			.isEqualTo("{\"assessed_total\":{\"value\":40}}");
		assertThat(this.centre.reporter().put(this.centre.path("2025-06") + "/draft", "{\"entries\":{}}").status())
			.isEqualTo(428);
	}

	@Test
	void losesNoTextOfFiftyWhoTypeAtOnce() throws Exception {
		this.centre.open("2025-06");
		List<String> elements = List.of("calls_incoming", "calls_answered_same_day", "assessed_total",
				"assessed_within_3_days");
		List<Callable<Integer>> editors = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			String words = "ord" + i + ".";
			String element = elements.get(i % elements.size());
			editors.add(() -> type(element, words));
		}
		ExecutorService threads = Executors.newFixedThreadPool(50);
		int refused = 0;
		for (Future<Integer> editor : threads.invokeAll(editors)) {
			refused += editor.get();
		}
		threads.shutdown();
		assertThat(refused).as("some had to try again").isPositive();
		Answer draft = this.centre.reporter().get(this.centre.path("2025-06") + "/draft");
		assertThat(draft.header("ETag")).isEqualTo("\"51\"");
		for (int i = 0; i < 50; i++) {
			assertThat(draft.json().path("entries").path(elements.get(i % 4)).path("comment").asString())
				.contains("ord" + i + ".");
		}
	}

	/** Adds words to an element's comment, over what the refusal gave. */
	private int type(String element, String words) {
		JsonNode current = this.centre.reporter().get(this.centre.path("2025-06") + "/draft").json();
		int refused = 0;
		while (true) {
			ObjectNode entries = (ObjectNode) current.path("entries").deepCopy();
			ObjectNode entry = entries.has(element) ? (ObjectNode) entries.get(element) : entries.putObject(element);
			entry.put("comment", entry.path("comment").asString("") + words);
			Answer saved = this.centre.save("2025-06", current.path("version").asLong(), entries.toString());
			if (saved.status() == 200) {
				return refused;
			}
			assertThat(saved.status()).as(saved.toString()).isEqualTo(412);
			current = saved.json().path("current");
			refused++;
		}
	}

	@Test
	void beginsWithWhatStaysSinceTheLastReport() {
		this.centre.handIn("2025-Q1", """
				{"opening_hours_per_week": {"value": 47.5, "comment": "sommartid"}, "opens_at": {"value": "07:30"},
				"phone_system": {"value": "callback"}, "visits_registered": {"value": 900},
				"doctor_fte": {"value": 5.5}, "listed_patients": {"value": 8000}, "own_staff_cost": {"value": 900000},
				"planned_closing": {"value": true}, "closing_from": {"value": "2025-02-01"},
				"emergency_equipment_checked": {"value": "2024-12-01"}, "nurse_fte": {"unknown": true},
				"trainee_fte": {"suppressed": true}}
				""");
		Answer draft = this.centre.open("2025-Q2");
		assertThat(draft.json().path("entries").toString()).isEqualTo("{\"doctor_fte\":{\"value\":5.5,\"prefilled\":"
				+ "true},\"emergency_equipment_checked\":{\"value\":\"2024-12-01\",\"prefilled\":true},"
				+ "\"opening_hours_per_week\":{\"value\":47.5,\"prefilled\":true},"
				+ "\"opens_at\":{\"value\":\"07:30\",\"prefilled\":true},"
				+ "\"phone_system\":{\"value\":\"callback\",\"prefilled\":true},"
				+ "\"planned_closing\":{\"value\":true,\"prefilled\":true}}");
		assertThat(draft.json().path("last_period").path("period").asString()).isEqualTo("2025-Q1");
		assertThat(draft.json().path("last_period").path("entries").path("visits_registered").toString())
			.isEqualTo("{\"value\":900}");
		Answer saved = this.centre.save("2025-Q2", 1, """
				{"doctor_fte": {"value": 5.50, "prefilled": true}, "opens_at": {"value": "07:30"},
				"phone_system": {"value": "direct", "prefilled": true}, "nurse_fte": {"value": 1, "prefilled": true}}
				""");
		assertThat(saved.json().path("entries").path("doctor_fte").path("prefilled").asBoolean()).isTrue();
		assertThat(saved.json().path("entries").path("opens_at").has("prefilled")).isFalse();
		assertThat(saved.json().path("entries").path("phone_system").has("prefilled")).isFalse();
		assertThat(saved.json().path("entries").path("nurse_fte").has("prefilled")).isFalse();
	}

	@Test
	void showsADraftToTheCentreOnly() {
		this.centre.open("2025-06");
		String draft = this.centre.path("2025-06") + "/draft";
		assertThat(this.centre.manager().get(draft).status()).isEqualTo(200);
		assertThat(this.service.person(Role.REVIEWER).get(draft).status()).isEqualTo(403);
		assertThat(this.service.person(Role.AUDITOR).get(draft).status()).isEqualTo(403);
		Answer other = Centre.of(this.service).reporter().get(draft);
		assertThat(other.status()).isEqualTo(403);
		assertThat(other.json().path("type").asString()).endsWith("other-unit");
	}

	@Test
	void opensNoDraftThatNobodyAsksFor() {
		assertThat(this.centre.open("2019-Q1").status()).isEqualTo(404);
		assertThat(this.centre.open("2025-08").status()).isEqualTo(409);
		assertThat(this.centre.open("2025-13").status()).isEqualTo(422);
		this.service.jdbc()
			.sql("update unit set opened = date '2025-05-01' where id = ?")
			.param(this.centre.unit())
			.update();
		assertThat(this.centre.open("2025-03").status()).isEqualTo(409);
		assertThat(this.centre.open("2025-05").status()).isEqualTo(201);
	}

	@Test
	void givesADraftUp() {
		this.centre.open("2025-06");
		String draft = this.centre.path("2025-06") + "/draft";
		assertThat(this.centre.reporter().delete(draft, "If-Match", "\"7\"").status()).isEqualTo(412);
		assertThat(this.centre.reporter().delete(draft, "If-Match", "\"1\"").status()).isEqualTo(204);
		assertThat(this.centre.reporter().get(draft).status()).isEqualTo(404);
		assertThat(this.centre.open("2025-06").status()).isEqualTo(201);
	}

	@Test
	void notesWhatIsDoneWithoutWhatIsTyped() {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":4711,\"comment\":\"hemligt\"}}");
		List<String> details = this.service.jdbc()
			.sql("select act || ' ' || details from audit_event where unit = ? order by seq")
			.param(this.centre.unit())
			.query(String.class)
			.list();
		assertThat(details).containsExactly("open-draft {\"state\":\"draft\"}", "save-draft {\"version\":2}");
	}

	private Actor manager() {
		return new Actor(1, "x", false, true, Set.of(new Grant(Role.MANAGER, this.centre.unit())));
	}

	private static Period period(String text) {
		return Period.parse(text).orElseThrow();
	}

	private static List<String> pointers(Answer answer) {
		return StreamSupport.stream(answer.json().path("problems").spliterator(), false)
			.map((one) -> one.path("pointer").asString())
			.toList();
	}

}
