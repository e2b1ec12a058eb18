package se.uppdragskollen.statement;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signals are noted by the region's staff, given by centres, and said by counterparts
 * through a link that works once.
 */
class SignalTests {

	private static final String PATH = "/api/v1/signals";

	private static final String LINKS = "/api/v1/signal-links";

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private final Client staff = this.service.person(Role.REVIEWER);

	@AfterEach
	void backToToday() {
		this.service.clock().moveTo(RunningService.TODAY);
	}

	@Test
	void isNotedByTheRegionsStaff() {
		Answer answer = note("red", "2025-02-20");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		JsonNode signal = answer.json();
		assertThat(signal.path("direction").asString()).isEqualTo("about-unit");
		assertThat(signal.path("flag").asString()).isEqualTo("red");
		assertThat(signal.path("text").asString()).isEqualTo("Ingen svarar");
		assertThat(this.staff.get(PATH + "?unit=" + this.unit).json().path("items")).containsExactly(signal);
		Map<String, Object> event = Events.last(this.service, this.unit);
		assertThat(event).containsEntry("act", "signal-noted");
		assertThat(event.get("details").toString()).contains("red").doesNotContain("Ingen svarar");
	}

	@Test
	void isGivenByACentreAboutACounterpartForItselfOnly() {
		Client reporter = this.service.person(Role.REPORTER, this.unit);
		String other = this.service.unit();
		Answer given = reporter.post("/api/v1/units/" + this.unit + "/signals", body("yellow", "2025-02-20"));
		assertThat(given.status()).as(given.toString()).isEqualTo(201);
		assertThat(given.json().path("direction").asString()).isEqualTo("from-unit");
		assertThat(reporter.post("/api/v1/units/" + other + "/signals", body("yellow", "2025-02-20")).status())
			.isEqualTo(403);
		assertThat(reporter.post("/api/v1/units/%00/signals", body("yellow", "2025-02-20")).status()).isBetween(400,
				499);
		assertThat(this.staff.post("/api/v1/units/" + this.unit + "/signals", body("yellow", "2025-02-20")).status())
			.isEqualTo(403);
		assertThat(reporter.post(PATH, about("yellow", "2025-02-20")).status()).isEqualTo(403);
		assertThat(Events.last(this.service, this.unit)).containsEntry("act", "signal-given");
	}

	@Test
	void isSeenByTheCentreItConcernsAndNoOther() {
		note("green", "2025-02-20");
		Client reporter = this.service.person(Role.REPORTER, this.unit);
		reporter.post("/api/v1/units/" + this.unit + "/signals", body("yellow", "2025-02-21"));
		assertThat(reporter.get(PATH).json().path("items")).extracting((one) -> one.path("direction").asString())
			.containsExactly("from-unit", "about-unit");
		assertThat(reporter.get(PATH + "?direction=about-unit").json().path("items")).hasSize(1);
		assertThat(reporter.get(PATH + "?direction=sideways").status()).isEqualTo(422);
		Client other = this.service.person(Role.MANAGER, this.service.unit());
		assertThat(other.get(PATH).json().path("items")).isEmpty();
		assertThat(other.get(PATH + "?unit=" + this.unit).status()).isEqualTo(403);
		assertThat(reporter.get(PATH + "?format=csv").text())
			.startsWith("\ufeffNr;Enhet;Namn;Uppdrag;Riktning;Motpart;");
	}

	@Test
	void isWithdrawnByItsOwnSide() {
		Client reporter = this.service.person(Role.REPORTER, this.unit);
		long about = note("green", "2025-02-20").json().path("id").asLong();
		long from = reporter.post("/api/v1/units/" + this.unit + "/signals", body("yellow", "2025-02-21"))
			.json()
			.path("id")
			.asLong();
		assertThat(withdraw(reporter, about).status()).isEqualTo(403);
		assertThat(withdraw(this.staff, from).status()).isEqualTo(403);
		assertThat(withdraw(this.staff, about).json().path("withdrawn_reason").asString()).isEqualTo("Fel");
		assertThat(withdraw(reporter, from).status()).isEqualTo(200);
		assertThat(withdraw(reporter, from).status()).isEqualTo(409);
		assertThat(withdraw(this.staff, 999_999_999).status()).isEqualTo(404);
		assertThat(Events.pointers(this.staff.post(PATH + "/" + about + "/withdrawal", "{}")))
			.containsExactly("/reason");
		assertThat(reporter.get(PATH).json().path("items")).isEmpty();
		assertThat(reporter.get(PATH + "?withdrawn=true").json().path("items")).hasSize(2);
	}

	@Test
	void tellsAllThatIsWrongInSwedish() {
		Answer answer = this.staff.post(PATH, """
				{"assignment": "kalmar-halsoval", "unit": "nowhere", "counterpart": "centre", "flag": "blue",
				 "requirement": "X99", "date": "2025-07-09"}""");
		assertThat(Events.pointers(answer)).containsExactly("/counterpart", "/date", "/flag", "/requirement", "/unit");
		assertThat(answer.text()).contains("green, red, yellow", "Datumet ligger i framtiden");
		assertThat(Events
			.pointers(this.staff.post(PATH, about("red", "2025-02-20").replace("Ingen svarar", "19121212-1212"))))
			.containsExactly("/text");
		assertThat(Events
			.pointers(this.staff.post(PATH, about("red", "2025-02-20").replace("Ingen svarar", "x".repeat(2001)))))
			.containsExactly("/text");
		assertThat(
				Events.pointers(this.staff.post(PATH, about("red", "2025-02-20").replace("Ingen svarar", "\\u0000x"))))
			.containsExactly("/text");
		assertThat(Events.pointers(this.staff.post(PATH, "{\"colour\": \"red\"}"))).containsExactly("/colour");
	}

	@Test
	void isNoFormulaInAnExport() {
		for (String text : List.of("=1+1", "\uff1d1+1", "@SUM(1)", "-1+1")) {
			this.staff.post(PATH, about("red", "2025-02-20").replace("Ingen svarar", text));
		}
		assertThat(this.staff.get(PATH + "?format=csv&unit=" + this.unit).text()).contains(";'=1+1;", ";'\uff1d1+1;",
				";'@SUM(1);", ";'-1+1;");
	}

	@Test
	void isSaidOnceThroughALink() {
		Answer made = invite("2025-08-01");
		assertThat(made.status()).as(made.toString()).isEqualTo(201);
		assertThat(made.header("Cache-Control")).contains("no-store");
		String token = made.json().path("token").asString();
		assertThat(token).matches("[A-Za-z0-9_-]{43}");
		Client bearer = this.service.anonymous();
		Answer form = bearer.get(LINKS + "/" + token + "/form");
		assertThat(form.status()).as(form.toString()).isEqualTo(200);
		assertThat(form.json().path("unit_name").asString()).startsWith("Provcentralen");
		assertThat(form.json().path("flags").toString()).isEqualTo("[\"green\",\"yellow\",\"red\"]");
		assertThat(form.json().path("requirement").path("id").asString()).isEqualTo("U12");
		assertThat(form.json().path("requirement").path("title").path("sv").asString()).isNotEmpty();
		assertThat(Events.pointers(answer(bearer, token, "{\"flag\": \"blue\", \"text\": \"19121212-1212\"}")))
			.containsExactly("/flag", "/text");
		Answer answered = answer(bearer, token, "{\"flag\": \"yellow\", \"text\": \"Oftast bra\"}");
		assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
		assertThat(answer(bearer, token, "{\"flag\": \"red\"}").status()).isEqualTo(410);
		assertThat(bearer.get(LINKS + "/" + token + "/form").status()).isEqualTo(410);
		JsonNode signal = this.staff.get(PATH + "?unit=" + this.unit).json().path("items").get(0);
		assertThat(signal.path("flag").asString()).isEqualTo("yellow");
		assertThat(signal.path("organisation").asString()).isEqualTo("Provköpings kommun");
		assertThat(signal.path("requirement").asString()).isEqualTo("U12");
		assertThat(signal.path("link").asLong()).isEqualTo(made.json().path("link").path("id").asLong());
		assertThat(signal.path("entered_by").isNull()).isTrue();
		Map<String, Object> event = Events.last(this.service, this.unit);
		assertThat(event).containsEntry("act", "signal-answered")
			.containsEntry("actor", "signal-link:" + signal.path("link").asLong());
		assertThat(Events.of(this.service, this.unit).toString()).doesNotContain(token).doesNotContain("Oftast");
	}

	@Test
	void keepsOnlyTheHashOfALinksSecret() {
		Answer made = invite("2025-08-01");
		Map<String, Object> row = this.service.jdbc()
			.sql("select * from signal_link where id = ?")
			.param(made.json().path("link").path("id").asLong())
			.query()
			.singleRow();
		assertThat(row.toString()).doesNotContain(made.json().path("token").asString());
		assertThat(this.staff.get(LINKS + "?unit=" + this.unit).json().path("items"))
			.containsExactly(made.json().path("link"));
	}

	@Test
	void letsOneOfTwoAnswersCount() throws Exception {
		String token = invite("2025-08-01").json().path("token").asString();
		List<Callable<Integer>> many = java.util.stream.IntStream.range(0, 8)
			.<Callable<Integer>>mapToObj(
					(i) -> () -> answer(this.service.anonymous(), token, "{\"flag\": \"red\"}").status())
			.toList();
		assertThat(AtOnce.all(many)).containsOnlyOnce(200).containsOnly(200, 410);
		assertThat(this.staff.get(PATH + "?unit=" + this.unit).json().path("items")).hasSize(1);
	}

	@Test
	void refusesLinksThatAreOverOrUnknown() {
		Answer expiring = invite("2025-07-08");
		String token = expiring.json().path("token").asString();
		assertThat(this.service.anonymous().get(LINKS + "/" + token + "/form").status()).isEqualTo(200);
		this.service.clock().moveTo(RunningService.TODAY.plusDays(1));
		assertThat(this.service.anonymous().get(LINKS + "/" + token + "/form").status()).isEqualTo(410);
		assertThat(answer(this.service.anonymous(), token, "{\"flag\": \"red\"}").status()).isEqualTo(410);
		this.service.clock().moveTo(RunningService.TODAY);
		Answer revoked = invite("2025-08-01");
		String id = revoked.json().path("link").path("id").toString();
		assertThat(this.staff.post(LINKS + "/" + id + "/revocation", "").json().path("state").asString())
			.isEqualTo("revoked");
		assertThat(this.staff.post(LINKS + "/" + id + "/revocation", "").status()).isEqualTo(409);
		assertThat(answer(this.service.anonymous(), revoked.json().path("token").asString(), "{\"flag\": \"red\"}")
			.status()).isEqualTo(410);
		Answer unknown = answer(this.service.anonymous(), "x".repeat(43), "{\"flag\": \"red\"}");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.text()).contains("Länken finns inte");
		assertThat(this.service.anonymous().post(LINKS + "/" + id + "/revocation", "").status()).isIn(400, 401);
	}

	@Test
	void checksALinkBeforeItIsMade() {
		for (String day : List.of("2025-07-07", "2025-09-07", "2026-01-01")) {
			assertThat(Events.pointers(invite(day))).as(day).containsExactly("/expires_on");
		}
		assertThat(invite("2025-09-06").status()).isEqualTo(201);
		Answer answer = this.staff.post(LINKS,
				"{\"assignment\": \"kalmar-halsoval\", \"unit\": \"x\", \"counterpart\": \"patients\", \"requirement\": \"X9\"}");
		assertThat(Events.pointers(answer)).containsExactly("/organisation", "/requirement", "/unit");
		Client manager = this.service.person(Role.MANAGER, this.unit);
		assertThat(manager.post(LINKS, "{}").status()).isEqualTo(403);
		assertThat(manager.get(LINKS).status()).isEqualTo(403);
	}

	private Answer note(String flag, String date) {
		return this.staff.post(PATH, about(flag, date));
	}

	private String about(String flag, String date) {
		return body(flag, date).replace("{\"assignment", "{\"unit\": \"" + this.unit + "\", \"assignment");
	}

	private static String body(String flag, String date) {
		return """
				{"assignment": "kalmar-halsoval", "counterpart": "municipality", "flag": "%s", "requirement": "U12",
				 "text": "Ingen svarar", "date": "%s"}""".formatted(flag, date);
	}

	private static Answer withdraw(Client client, long id) {
		return client.post(PATH + "/" + id + "/withdrawal", "{\"reason\": \"Fel\"}");
	}

	private Answer invite(String lastDay) {
		return this.staff.post(LINKS, """
				{"assignment": "kalmar-halsoval", "unit": "%s", "counterpart": "municipality",
				 "organisation": "Provköpings kommun", "requirement": "U12", "expires_on": "%s"}""".formatted(this.unit,
				lastDay));
	}

	private static Answer answer(Client bearer, String token, String body) {
		return bearer.post(LINKS + "/" + token + "/answer", body);
	}

}
