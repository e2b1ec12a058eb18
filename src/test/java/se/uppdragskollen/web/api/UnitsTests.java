package se.uppdragskollen.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.unit.RegisteredUnits;
import se.uppdragskollen.unit.UnitRegistry;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The registry of units, asked as other systems ask.
 */
class UnitsTests {

	private final RunningService service = RunningService.shared();

	private final Client commissioner = this.service.person(Role.COMMISSIONER);

	@Test
	void registersAUnitAndGivesItBack() {
		String id = newId();
		Answer answer = this.commissioner.post("/api/v1/units", """
				{"id": "%s", "name": "Hälsocentralen Ny", "municipality": "Provköping", "operator": "private",
				 "operator_name": "Prov AB", "organisation_number": "5566778899", "peer_group": "tätort",
				 "opened": "2025-01-01"}""".formatted(id));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		assertThat(answer.header("Location")).isEqualTo("/api/v1/units/" + id);
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		String whole = "{\"id\":\"" + id + "\",\"name\":\"Hälsocentralen Ny\",\"kind\":\"health-centre\","
				+ "\"municipality\":\"Provköping\",\"operator\":\"private\",\"operator_name\":\"Prov AB\","
				+ "\"organisation_number\":\"556677-8899\",\"parent\":null,\"peer_group\":\"tätort\","
				+ "\"opened\":\"2025-01-01\",\"closed\":null,\"merged_into\":null,\"version\":1}";
		assertThat(answer.text()).isEqualTo(whole);
		Answer given = this.service.person(Role.MANAGER, this.service.unit()).get("/api/v1/units/" + id);
		assertThat(given.text()).isEqualTo(whole);
		assertThat(noted("unit-registered", id)).isEqualTo("{\"fields\":[\"id\",\"name\",\"kind\",\"municipality\","
				+ "\"operator\",\"operator_name\",\"organisation_number\",\"peer_group\",\"opened\"],\"id\":\"" + id
				+ "\",\"kind\":\"health-centre\",\"opened\":\"2025-01-01\",\"operator\":\"private\","
				+ "\"organisation_number\":\"556677-8899\",\"version\":1}");
	}

	@Test
	void registersAnIdOnce() {
		String id = this.service.unit();
		Answer answer = this.commissioner.post("/api/v1/units", entry(id, ""));
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.json().path("detail").asString())
			.isEqualTo("Enheten " + id + " är redan registrerad. Ändra den i stället.");
	}

	@Test
	void tellsAllThatIsWrongAtOnce() {
		Answer answer = this.commissioner.post("/api/v1/units", """
				{"id": "H17", "name": " ", "operator": "privat", "organisation_number": "5566778898",
				 "opened": "2025-02-30", "merged_into": "SE5566778899-NONE"}""");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(pointers(answer)).containsExactly("/closed", "/id", "/name", "/opened", "/operator",
				"/organisation_number");
		assertThat(answer.json().path("errors").get(4).path("detail").asString())
			.isEqualTo("Ordet känns inte igen här. Där står: privat. Tillåtet: regional, "
					+ "privat (private). Menade du private?");
	}

	@Test
	void takesNoNumberOfAPerson() {
		Answer sole = this.commissioner.post("/api/v1/units",
				entry(newId(), "\"organisation_number\": \"811218-9876\""));
		assertThat(pointers(sole)).containsExactly("/organisation_number");
		assertThat(sole.text()).doesNotContain("811218");
		Answer named = this.commissioner.post("/api/v1/units",
				entry(newId(), "\"operator_name\": \"Firma 811218-9876\""));
		assertThat(pointers(named)).containsExactly("/operator_name");
		assertThat(named.text()).doesNotContain("811218");
	}

	@Test
	void takesOtherKindsByShortNames() {
		String id = "omrade-" + newId().substring(13);
		Answer answer = this.commissioner.post("/api/v1/units", entry(id, "\"kind\": \"area\""));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
	}

	@Test
	void refusesUnknownKeys() {
		Answer answer = this.commissioner.post("/api/v1/units", entry(newId(), "\"colour\": \"red\""));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(pointers(answer)).containsExactly("/colour");
	}

	@Test
	void changesAUnitByVersion() {
		String id = this.service.unit();
		String change = entry(id, "\"peer_group\": \"landsbygd\"");
		assertThat(this.commissioner.put("/api/v1/units/" + id, change).status()).isEqualTo(428);
		Answer changed = this.commissioner.put("/api/v1/units/" + id, change, "If-Match", "\"1\"");
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
		assertThat(changed.header("ETag")).isEqualTo("\"2\"");
		assertThat(noted("unit-changed", id))
			.isEqualTo("{\"fields\":[\"name\",\"municipality\",\"peer_group\"],\"version\":2}");
		Answer late = this.commissioner.put("/api/v1/units/" + id, entry(id, ""), "If-Match", "\"1\"");
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.json().path("current")).isEqualTo(changed.json());
		Answer same = this.commissioner.put("/api/v1/units/" + id, change, "If-Match", "\"2\"");
		assertThat(same.header("ETag")).isEqualTo("\"2\"");
	}

	@Test
	void keepsTheId() {
		String id = this.service.unit();
		Answer answer = this.commissioner.put("/api/v1/units/" + id, entry(newId(), ""), "If-Match", "\"1\"");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(pointers(answer)).containsExactly("/id");
	}

	@Test
	void letsOneOfTwoEditorsWin() throws Exception {
		String id = this.service.unit();
		List<Integer> statuses = atOnce(8,
				(i) -> this.commissioner
					.put("/api/v1/units/" + id, entry(id, "\"peer_group\": \"g" + i + "\""), "If-Match", "\"1\"")
					.status());
		assertThat(statuses).containsOnlyOnce(200);
		assertThat(statuses.stream().filter((one) -> one == 412)).hasSize(7);
	}

	@Test
	void knowsFilialsAndTheirCentre() {
		String centre = this.service.unit();
		String filial = newId();
		assertThat(this.commissioner.post("/api/v1/units", entry(filial, parent(centre))).status()).isEqualTo(201);
		assertError(this.commissioner.post("/api/v1/units", entry(newId(), parent(filial))), "/parent",
				"själv en filial");
		assertError(this.commissioner.post("/api/v1/units", entry(newId(), parent("SE5566778899-NONE"))), "/parent",
				"inte registrerad");
		assertError(put(centre, parent(this.service.unit())), "/parent", filial);
		assertError(put(centre, "\"closed\": \"2025-03-31\""), "/closed", filial);
		String itself = newId();
		assertError(this.commissioner.post("/api/v1/units", entry(itself, parent(itself))), "/parent", "sig själv");
	}

	@Test
	void mergesAUnitIntoAnother() {
		String id = this.service.unit();
		String into = this.service.unit();
		Answer answer = merge(id, 1, into, "2025-03-31");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json().path("closed").asString()).isEqualTo("2025-03-31");
		assertThat(answer.json().path("merged_into").asString()).isEqualTo(into);
		assertThat(noted("unit-merged", id)).isEqualTo("{\"closed\":\"2025-03-31\",\"fields\":[\"closed\","
				+ "\"merged_into\"],\"merged_into\":\"" + into + "\",\"version\":2}");
		RegisteredUnits units = this.service.get(UnitRegistry.class).all();
		assertThat(units.open(id, Period.parse("2025-03").orElseThrow())).isTrue();
		assertThat(units.open(id, Period.parse("2025-04").orElseThrow())).isFalse();
		assertThat(merge(id, 2, this.service.unit(), "2025-03-31").status()).isEqualTo(409);
	}

	@Test
	void mergesInNoCircle() {
		String first = this.service.unit();
		String second = this.service.unit();
		assertThat(merge(first, 1, second, "2025-03-31").status()).isEqualTo(200);
		assertError(merge(second, 1, first, "2025-05-31"), "/into", "inte öppen dagen efter 2025-05-31");
		assertError(merge(second, 1, second, "2025-05-31"), "/into", "sig själv");
		assertError(merge(second, 1, this.service.unit(), "2025-02-28"), "/last_day", first);
		assertError(merge(second, 1, "SE5566778899-NONE", "2025-05-31"), "/into", "inte registrerad");
		assertThat(pointers(this.commissioner.post("/api/v1/units/" + second + "/merge", "{}", "If-Match", "\"1\"")))
			.containsExactly("/into", "/last_day");
		assertError(merge(second, 1, this.service.unit(), "2019-12-31"), "/last_day", "2020-01-01");
	}

	@Test
	void comparesCentresOfOneGroupOnly() {
		String unit = this.service.unit();
		String peer = this.service.unit();
		String other = this.service.unit();
		put(other, "\"peer_group\": \"annan\"");
		String filial = newId();
		this.commissioner.post("/api/v1/units", entry(filial, parent(unit) + ", \"peer_group\": \"provtagning\""));
		RegisteredUnits units = this.service.get(UnitRegistry.class).all();
		assertThat(List.of(units.comparable(unit, peer), units.comparable(unit, other), units.comparable(unit, filial),
				units.comparable(filial, unit), units.comparable(unit, unit)))
			.containsExactly(true, false, false, false, false);
	}

	@Test
	void listsUnitsByFilterAndPage() {
		String municipality = "Kommun" + newId().substring(13);
		for (int i = 1; i <= 3; i++) {
			this.commissioner.post("/api/v1/units",
					entry(newId(),
							"\"municipality\": \"%s\", \"operator\": \"%s\",".formatted(municipality,
									(i == 2) ? "private" : "regional") + "\"closed\": "
									+ ((i == 3) ? "\"2025-01-31\"" : "null"),
							"Lista " + i));
		}
		String all = "/api/v1/units?municipality=" + municipality;
		assertThat(names(this.commissioner.get(all))).containsExactly("Lista 1", "Lista 2", "Lista 3");
		assertThat(names(this.commissioner.get(all + "&operator=private"))).containsExactly("Lista 2");
		assertThat(names(this.commissioner.get(all + "&open_on=2025-02-01"))).containsExactly("Lista 1", "Lista 2");
		assertThat(names(this.commissioner.get(all + "&open_on=2025-01-31"))).hasSize(3);
		assertThat(names(this.commissioner.get(all + "&q=lIsTa%202"))).containsExactly("Lista 2");
		Answer first = this.commissioner.get(all + "&limit=2");
		assertThat(names(this.commissioner.get(all + "&limit=2&cursor=" + first.json().path("next").asString())))
			.containsExactly("Lista 3");
		assertThat(this.commissioner.get(all + "&format=csv").text()).startsWith("\ufeffEnhet;Namn;Slag;Kommun;");
		assertThat(this.commissioner.get(all + "&operator=x").status()).isEqualTo(422);
		assertThat(this.commissioner.get(all + "&open_on=igår").status()).isEqualTo(422);
		assertThat(this.commissioner.get("/api/v1/units?q=%00").status()).isEqualTo(400);
	}

	@Test
	void letsOnlyThoseOfTheRegionEdit() {
		String unit = this.service.unit();
		for (Role role : Role.values()) {
			Client client = this.service.person(role, role.ofCentre() ? unit : null);
			boolean may = role == Role.COMMISSIONER || role == Role.ADMINISTRATOR;
			assertThat(client.get("/api/v1/units").status()).isEqualTo(200);
			assertThat(client.get("/api/v1/units/" + unit).status()).isEqualTo(200);
			assertThat(client.post("/api/v1/units", entry(newId(), "")).status()).isEqualTo(may ? 201 : 403);
			assertThat(client.put("/api/v1/units/" + unit, entry(unit, ""), "If-Match", "\"99\"").status())
				.isEqualTo(may ? 412 : 403);
			assertThat(client.post("/api/v1/units/" + unit + "/merge", "{}", "If-Match", "\"99\"").status())
				.isEqualTo(may ? 412 : 403);
		}
		assertThat(this.service.anonymous().get("/api/v1/units").status()).isEqualTo(401);
		assertThat(this.commissioner.get("/api/v1/units/SE5566778899-NONE").status()).isEqualTo(404);
	}

	private String newId() {
		return this.service.unit() + "N";
	}

	private static String parent(String unit) {
		return "\"parent\": \"" + unit + "\"";
	}

	private static String entry(String id, String more) {
		return entry(id, more, "Provcentral");
	}

	private static String entry(String id, String more, String name) {
		String operator = more.contains("\"operator\"") ? "" : ", \"operator\": \"regional\"";
		return "{\"id\": \"" + id + "\", \"name\": \"" + name + "\"" + operator + ", \"opened\": \"2020-01-01\""
				+ (more.isEmpty() ? "" : ", " + more) + "}";
	}

	private Answer put(String id, String more) {
		String tag = this.commissioner.get("/api/v1/units/" + id).header("ETag");
		return this.commissioner.put("/api/v1/units/" + id, entry(id, more), "If-Match", tag);
	}

	private Answer merge(String id, int version, String into, String day) {
		return this.commissioner.post("/api/v1/units/" + id + "/merge",
				"{\"into\": \"" + into + "\", \"last_day\": \"" + day + "\"}", "If-Match", "\"" + version + "\"");
	}

	private String noted(String act, String unit) {
		return this.service.jdbc()
			.sql("select details from audit_event where act = ? and unit = ? order by seq desc limit 1")
			.params(act, unit)
			.query(String.class)
			.single();
	}

	private static List<String> names(Answer answer) {
		return answer.json().path("items").valueStream().map((unit) -> unit.path("name").asString()).toList();
	}

	static List<String> pointers(Answer answer) {
		return answer.json()
			.path("errors")
			.valueStream()
			.map((error) -> error.path("pointer").asString())
			.sorted()
			.toList();
	}

	static void assertError(Answer answer, String pointer, String words) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		JsonNode errors = answer.json().path("errors");
		assertThat(errors.size()).as(answer.toString()).isEqualTo(1);
		assertThat(errors.get(0).path("pointer").asString()).isEqualTo(pointer);
		assertThat(errors.get(0).path("detail").asString()).contains(words);
	}

	static List<Integer> atOnce(int count, IntFunction<Integer> what) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			List<Callable<Integer>> calls = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				int number = i;
				calls.add(() -> what.apply(number));
			}
			List<Integer> results = new ArrayList<>();
			for (Future<Integer> one : threads.invokeAll(calls)) {
				results.add(one.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
