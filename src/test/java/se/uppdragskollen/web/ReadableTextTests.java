package se.uppdragskollen.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A character that no database keeps is refused wherever it stands, with its place.
 */
class ReadableTextTests {

	private static final String NUL = "\\u0000";

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private final Client staff = this.service.person(Role.COMMISSIONER);

	@Test
	void isAskedOfEveryJson() {
		assertRefused("/text", this.staff.post("/api/v1/signals", "{\"text\": \"a" + NUL + "b\", \"unit\": 1}"));
		assertRefused("/requirement", this.staff.post("/api/v1/exemptions", "{\"requirement\": \"G25" + NUL + "\"}"));
		assertRefused("/name",
				this.service.person(Role.ADMINISTRATOR).post("/api/v1/people", "{\"name\": \"" + NUL + "\"}"));
		assertRefused("/roles/0/unit", this.service.person(Role.ADMINISTRATOR)
			.put("/api/v1/people/1/roles", "{\"roles\": [{\"role\": \"x\", \"unit\": \"" + NUL + "\"}]}"));
		assertRefused("/period",
				this.staff.post("/api/v1/runs", "{\"period\": \"" + NUL + "\"}", "Idempotency-Key", "nul-00001"));
		assertRefused("/values/x", this.staff.post("/api/v1/evaluations/kalmar-halsoval",
				"{\"values\": {\"x\": \"half \\uD83D of a sign\"}}"));
		assertRefused("/text",
				this.service.anonymous().post("/api/v1/signal-links/x/answer", "{\"text\": \"" + NUL + "\"}"));
	}

	@Test
	void isAskedOfDraftsAsOfKeys() {
		Centre centre = Centre.of(this.service);
		centre.open("2025-06");
		assertRefused("/entries/assessed_total/comment",
				centre.save("2025-06", 1, "{\"assessed_total\": {\"comment\": \"a" + NUL + "b\"}}"));
		assertRefused("/entries/assessed_total/comment",
				centre.save("2025-06", 1, "{\"assessed_total\": {\"comment\": \"a\\ud800b\"}}"));
		assertRefused("/entries/key", centre.save("2025-06", 1, "{\"k" + NUL + "ey\": {\"value\": 1}}"));
		assertThat(centre.save("2025-06", 1, "{\"assessed_total\": {\"comment\": \"\\ud83d\\ude00\"}}").status())
			.isEqualTo(200);
	}

	@Test
	void isAskedOfJsonInOtherEncodings() {
		for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
			byte[] body = ("{\"text\": \"a" + NUL + "b\"}").getBytes(charset);
			assertRefused("/text", this.staff.send("POST", "/api/v1/signals", BodyPublishers.ofByteArray(body),
					"Content-Type", "application/json;charset=" + charset.name()));
		}
	}

	@Test
	void isAskedOfAddressesFormsAndNamesOfFiles() {
		assertRefused("unit", this.staff.get("/api/v1/units?unit=a%00b"));
		assertRefused("assignment", this.staff.get("/api/v1/outcomes?assignment=%00&format=csv"));
		assertRefused("person", this.service.anonymous().form("/demo/token", Map.of("person", "a\u0000b")));
		assertThat(this.staff.upload("/api/v1/units/import", "a\u0000.csv", new byte[1]).status()).isEqualTo(400);
		assertThat(this.staff.get("/api/v1/units/a%00b").status()).isEqualTo(400);
	}

	@Test
	void isAskedOfTables() {
		Centre centre = Centre.of(this.service);
		centre.open("2025-06");
		for (String cell : List.of("a\u0000b", "\"\u0000\"")) {
			Answer refused = centre.reporter()
				.upload(centre.path("2025-06") + "/draft/upload", "a.csv",
						("unit,period,element,value\n" + centre.unit() + ",2025-06,assessed_total," + cell)
							.getBytes(StandardCharsets.UTF_8),
						"If-Match", "\"1\"");
			assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
		}
	}

	@Test
	void saysThatABrokenBodyIsNoJson() {
		Answer answer = this.staff.post("/api/v1/signals", "{\"colour\": \"" + NUL + " ");
		assertThat(List.of(answer.status(), answer.json().path("type").asString()))
			.isEqualTo(List.of(400, "urn:uppdragskollen:problem:body-unreadable"));
	}

	@Test
	void refusesSignsThatNobodySees() {
		for (String sign : List.of("\\u200b", "\u200b", "\u202e", "\\u2066", "\ufeff", "\u00ad", "\udb40\udc41")) {
			Answer refused = this.staff.post("/api/v1/signals", "{\"text\": \"Bra" + sign + "\"}");
			assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
			assertThat(refused.json().path("type").asString()).isEqualTo("urn:uppdragskollen:problem:text-unseen");
			assertThat(refused.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/text");
			assertThat(refused.json().path("detail").asString()).contains("U+", "tecken nummer 4");
		}
		assertThat(this.staff.get("/api/v1/units?unit=a%E2%80%8Bb").json().path("type").asString())
			.isEqualTo("urn:uppdragskollen:problem:text-unseen");
		byte[] body = "{\"text\": \"Bra\u200b\"}".getBytes(StandardCharsets.UTF_16BE);
		assertThat(this.staff
			.send("POST", "/api/v1/signals", BodyPublishers.ofByteArray(body), "Content-Type",
					"application/json;charset=UTF-16BE")
			.json()
			.path("type")
			.asString()).isEqualTo("urn:uppdragskollen:problem:text-unseen");
	}

	@Test
	void takesThemOutOfTheFieldsOfPages() {
		Centre centre = Centre.of(this.service);
		Client manager = this.service.person(Role.MANAGER, centre.unit());
		String page = "/centre/" + centre.unit() + "/signals";
		Answer empty = manager.send("POST", page,
				BodyPublishers.ofString("counterpart=municipality&flag=green&text=%E2%80%8B%E2%80%AE"), "Content-Type",
				"application/x-www-form-urlencoded", "Accept", "text/html");
		assertThat(empty.status()).as(empty.toString()).isEqualTo(302);
		manager.send("POST", page,
				BodyPublishers.ofString("counterpart=municipality&flag=green&text=Br%E2%80%8Ba+%C3%A5%C2%AD"),
				"Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");
		assertThat(this.service.jdbc()
			.sql("select coalesce(text, '-') from signal where unit = ? order by id")
			.param(centre.unit())
			.query(String.class)
			.list()).containsExactly("-", "Bra å");
	}

	@Test
	void refusesThemInTheWordsOfTables() {
		Centre centre = Centre.of(this.service);
		centre.open("2025-06");
		Answer refused = centre.reporter()
			.upload(centre.path("2025-06") + "/draft/upload", "a.csv",
					("unit,period,element,value,comment\n" + centre.unit() + ",2025-06,assessed_total,4,Br\u200ba")
						.getBytes(StandardCharsets.UTF_8),
					"If-Match", "\"1\"");
		assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
		assertThat(refused.text()).contains("U+200B, tecken nummer 3");
	}

	private static void assertRefused(String pointer, Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		JsonNode problem = answer.json();
		assertThat(problem.path("type").asString()).isEqualTo("urn:uppdragskollen:problem:text-unkept");
		assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
	}

}
