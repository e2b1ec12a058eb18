package se.uppdragskollen.statement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Register values are entered and imported, replaced and withdrawn, never changed.
 */
class RegisterValueTests {

	private static final String PATH = "/api/v1/register-values";

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private final Client staff = this.service.person(Role.COMMISSIONER);

	@Test
	void keepsAValueThatWasEntered() {
		Answer answer = enter("84.20", "2025-03-01");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		JsonNode value = answer.json();
		assertThat(answer.header("Location")).isEqualTo(PATH + "/" + value.path("id").asLong());
		assertThat(list("unit=" + this.unit)).isEqualTo("[" + value + "]");
		assertThat(value.path("unit").asString()).isEqualTo(this.unit);
		assertThat(value.path("assignment").asString()).isEqualTo("kalmar-halsoval");
		assertThat(value.path("period").asString()).isEqualTo("2025-02");
		assertThat(value.path("value").toString()).isEqualTo("84.2");
		assertThat(value.path("as_of").asString()).isEqualTo("2025-03-01");
		assertThat(value.path("entered_by").asString()).startsWith("Test commissioner");
		assertThat(value.path("withdrawn_at").isNull()).isTrue();
		Map<String, Object> event = Events.last(this.service, this.unit);
		assertThat(event).containsEntry("act", "register-values-entered")
			.containsEntry("subject", "register-value:" + value.path("id").asLong());
		assertThat(event.get("details").toString()).doesNotContain("84");
	}

	@Test
	void replacesAnOlderValueAndKeepsIt() {
		long first = enter("84.2", "2025-03-01").json().path("id").asLong();
		JsonNode second = enter("85", "2025-03-02", "reason", "Rättad av registret").json();
		JsonNode both = this.staff.get(PATH + "?withdrawn=true&unit=" + this.unit).json().path("items");
		assertThat(both).hasSize(2);
		assertThat(both.get(0)).isEqualTo(second);
		assertThat(both.get(1).path("id").asLong()).isEqualTo(first);
		assertThat(both.get(1).path("value").toString()).isEqualTo("84.2");
		assertThat(both.get(1).path("withdrawn_reason").asString()).isEqualTo("Rättad av registret");
		assertThat(both.get(1).path("withdrawn_by").asString()).startsWith("Test commissioner");
	}

	@Test
	void changesNothingWhenTheSameIsSaidAgain() {
		JsonNode first = enter("84.2", "2025-03-01").json();
		int events = Events.of(this.service, this.unit).size();
		assertThat(enter("84.20", "2025-03-01").json()).isEqualTo(first);
		assertThat(Events.of(this.service, this.unit)).hasSize(events);
	}

	@Test
	void refusesAValueOlderThanTheOneThatCounts() {
		enter("84.2", "2025-03-02");
		assertThat(problems(enter("85", "2025-03-01"))).containsExactly("/as_of");
	}

	@Test
	void givesTheSameAnswerToTheSameKey() {
		String body = body("84.2", "2025-03-01");
		Answer first = this.staff.post(PATH, body, "Idempotency-Key", "key-" + this.unit);
		Answer again = this.staff.post(PATH, body, "Idempotency-Key", "key-" + this.unit);
		assertThat(again.text()).isEqualTo(first.text());
		assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(problems(this.staff.post(PATH, body))).containsExactly("Idempotency-Key");
	}

	@Test
	void tellsAllThatIsWrongInSwedish() {
		Answer answer = post(
				"""
						{"assignment": "kalmar-halsoval", "unit": "SE5566778899-NONE", "period": "2025-13", "source": "x", "element": "y", "value": 1,
						 "as_of": "2025-03-01"}
						""");
		assertThat(problems(answer)).containsExactly("/period", "/unit");
		assertThat(answer.text()).contains("Enheten är inte registrerad.", "2025-13");
		assertThat(problems(post(
				"{\"assignment\": \"kalmar-halsoval\", \"unit\": \"" + this.unit + "\", \"period\": \"2025-02\"}")))
			.containsExactly("/as_of", "/element", "/source", "/value");
		assertThat(problems(post("{\"assignment\": \"kalmar-halsoval\"}"))).containsExactly("/as_of", "/element",
				"/period", "/source", "/unit", "/value");
		Answer other = post(body("84", "2025-03-01").replace("waiting-time-register", "nope"));
		assertThat(other.json().path("errors").get(0).path("detail").asString())
			.startsWith("Utgåvan som gäller känner inte till registret. Där står: nope. Tillåtet: ")
			.contains("waiting-time-register (väntetidsdatabasen)");
		assertThat(post(body("101", "2025-03-01")).json().path("errors").get(0).has("line")).isFalse();
		assertThat(problems(post(body("84.2", "2025-07-09")))).containsExactly("/as_of");
		assertThat(problems(post(body("101", "2025-03-01")))).containsExactly("/value");
		assertThat(problems(post(body("\"många\"", "2025-03-01")))).containsExactly("/value");
		assertThat(problems(post(body("84", "2025-03-01").replace("assessed_share", "assessed_shar"))))
			.containsExactly("/element");
		assertThat(problems(post(body("84", "2025-03-01").replace("waiting-time-register", "npe"))))
			.containsExactly("/source");
		assertThat(problems(post(body("84", "2025-03-01").replace("assessed_share", "telephone_hours")))).isNotEmpty();
		assertThat(problems(post(body("84", "2025-03-01").replace("2025-02", "2021-02")))).containsExactly("/period");
		assertThat(problems(enter("84", "2025-03-01", "reason", "gäller 19121212-1212"))).containsExactly("/reason");
		assertThat(list("unit=" + this.unit)).isEqualTo("[]");
	}

	@Test
	void refusesKeysThatItDoesNotKnow() {
		Answer answer = post("{\"unti\": \"x\"}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(problems(answer)).containsExactly("/unti");
		assertThat(answer.text()).contains("finns inte");
	}

	@Test
	void withdrawsWithAReason() {
		long id = enter("84.2", "2025-03-01").json().path("id").asLong();
		assertThat(problems(this.staff.post(PATH + "/" + id + "/withdrawal", "{}"))).containsExactly("/reason");
		Answer answer = this.staff.post(PATH + "/" + id + "/withdrawal", "{\"reason\": \"Fel enhet\"}");
		assertThat(answer.json().path("withdrawn_reason").asString()).isEqualTo("Fel enhet");
		assertThat(list("unit=" + this.unit)).isEqualTo("[]");
		assertThat(this.staff.post(PATH + "/" + id + "/withdrawal", "{\"reason\": \"Igen\"}").status()).isEqualTo(409);
		assertThat(this.staff.post(PATH + "/999999999/withdrawal", "{\"reason\": \"Igen\"}").status()).isEqualTo(404);
		Map<String, Object> event = Events.last(this.service, this.unit);
		assertThat(event).containsEntry("act", "register-value-withdrawn");
		assertThat(event.get("details").toString()).doesNotContain("Fel enhet");
	}

	@Test
	void cannotBeChangedInTheDatabase() {
		long id = enter("84.2", "2025-03-01").json().path("id").asLong();
		org.assertj.core.api.Assertions.assertThatThrownBy(
				() -> this.service.jdbc().sql("update register_value set value = '1' where id = ?").param(id).update())
			.hasMessageContaining("what was stated cannot be changed");
	}

	@Test
	void letsOneOfManyAtOnceCount() throws Exception {
		List<Callable<Answer>> many = java.util.stream.IntStream.range(0, 10)
			.<Callable<Answer>>mapToObj((i) -> () -> enter("8" + i, "2025-03-01"))
			.toList();
		assertThat(AtOnce.all(many)).allMatch((answer) -> answer.status() == 201);
		assertThat(this.staff.get(PATH + "?unit=" + this.unit).json().path("items")).hasSize(1);
		assertThat(this.staff.get(PATH + "?withdrawn=true&unit=" + this.unit).json().path("items")).hasSize(10);
	}

	@Test
	void takesATableAsSwedishExcelSavesIt() {
		String csv = "Enhet;Period;Källa;Uppgift;Värde;Avser\r\n" + this.unit
				+ ";feb-25;waiting-time-register;assessed_share;84,2;2025-03-01\r\n" + this.unit
				+ ";2025-01;waiting-time-register;assessed_share;87,5 %;2025-02-01\r\n";
		Answer answer = upload(csv.getBytes(Charset.forName("windows-1252")));
		assertThat(answer.json().toString()).isEqualTo("{\"added\":2,\"replaced\":0,\"unchanged\":0}");
		assertThat(this.staff.get(PATH + "?unit=" + this.unit).json().path("items"))
			.extracting((one) -> one.path("period").asString() + " " + one.path("value"))
			.containsExactly("2025-02 84.2", "2025-01 87.5");
		assertThat(upload(csv.getBytes(StandardCharsets.UTF_8)).json().toString())
			.isEqualTo("{\"added\":0,\"replaced\":0,\"unchanged\":2}");
		assertThat(upload(csv.replace("84,2", "84,3").getBytes(StandardCharsets.UTF_8)).json().toString())
			.isEqualTo("{\"added\":0,\"replaced\":1,\"unchanged\":1}");
		assertThat(Events.of(this.service, this.unit)).hasSize(2);
	}

	@Test
	void takesAWorkbook() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Workbook book = new Workbook(out, "Test", "1.0");
		Worksheet sheet = book.newWorksheet("blad");
		List<Object> rows = List.of("unit", "period", "source", "element", "value", "as_of", this.unit, "2025-02",
				"waiting-time-register", "assessed_share", 84.2, LocalDate.of(2025, 3, 1));
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i) instanceof Number number) {
				sheet.value(i / 6, i % 6, number);
			}
			else if (rows.get(i) instanceof LocalDate date) {
				sheet.value(i / 6, i % 6, date);
				sheet.style(i / 6, i % 6).format("yyyy-mm-dd").set();
			}
			else {
				sheet.value(i / 6, i % 6, rows.get(i).toString());
			}
		}
		book.finish();
		assertThat(upload(out.toByteArray()).json().toString())
			.isEqualTo("{\"added\":1,\"replaced\":0,\"unchanged\":0}");
	}

	@Test
	void savesNothingOfATableWithErrors() {
		String csv = "unit;period;source;element;value;as_of\n" + this.unit
				+ ";2025-02;waiting-time-register;assessed_share;84,2;2025-03-01\n" + this.unit
				+ ";2025-02;waiting-time-register;assessed_share;84,3;2025-03-01\n"
				+ "SE5566778899-NONE;2025-02;waiting-time-register;assessed_share;184,3;2025-12-01\n" + this.unit
				+ ";2025-01;waiting-time-register;assessed_share;;2025-03-01\n";
		Answer answer = upload(csv.getBytes(StandardCharsets.UTF_8));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().path("errors"))
			.extracting((one) -> one.path("line").asInt() + ":" + one.path("column").asInt() + " "
					+ one.path("pointer").asString())
			.containsExactly("3:4 /element", "4:1 /unit", "4:5 /value", "4:6 /as_of", "5:5 /value");
		assertThat(list("withdrawn=true&unit=" + this.unit)).isEqualTo("[]");
		assertThat(Events.of(this.service, this.unit)).isEmpty();
	}

	@Test
	void refusesFilesThatAreNoTables() {
		assertThat(upload(new byte[0]).status()).isEqualTo(422);
		assertThat(upload("PK\u0003\u0004nonsense".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
		assertThat(upload(new byte[] { 0, 1, 2, 3 }).status()).isEqualTo(422);
		assertThat(upload("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
	}

	@Test
	void listsPagesAndTables() {
		for (int month = 1; month <= 5; month++) {
			post(body("84", "2025-07-01").replace("2025-02", "2025-0" + month));
		}
		JsonNode first = this.staff.get(PATH + "?limit=3&unit=" + this.unit).json();
		JsonNode second = this.staff
			.get(PATH + "?limit=3&unit=" + this.unit + "&cursor=" + first.path("next").asString())
			.json();
		assertThat(first.path("items")).extracting((one) -> one.path("period").asString())
			.containsExactly("2025-05", "2025-04", "2025-03");
		assertThat(second.path("items")).extracting((one) -> one.path("period").asString())
			.containsExactly("2025-02", "2025-01");
		assertThat(second.path("next").isNull()).isTrue();
		assertThat(list("period=2025-04&source=waiting-time-register&element=assessed_share&unit=" + this.unit))
			.contains("2025-04")
			.doesNotContain("2025-05");
		assertThat(this.staff.get(PATH + "?period=april").status()).isEqualTo(422);
		String csv = this.staff.get(PATH + "?format=csv&unit=" + this.unit).text();
		assertThat(csv)
			.startsWith("\ufeffEnhet;Namn;Period;Källa;Källans namn;Uppgift;Uppgiftens namn;Värde;Avser;Uppdrag;")
			.contains(";waiting-time-register;väntetidsdatabasen;assessed_share;Andel bedömda inom tre dagar;84;");
		assertThat(csv.lines()).hasSize(6);
		assertThat(Events.last(this.service, this.unit)).containsEntry("act", "exported");
	}

	@Test
	void hidesOtherCentresAndRefusesOtherRoles() {
		enter("84.2", "2025-03-01");
		Client own = this.service.person(Role.REPORTER, this.unit);
		Client other = this.service.person(Role.MANAGER, this.service.unit());
		assertThat(own.get(PATH).json().path("items")).hasSize(1);
		assertThat(other.get(PATH).json().path("items")).isEmpty();
		assertThat(other.get(PATH + "?unit=" + this.unit).status()).isEqualTo(403);
		for (Client client : List.of(own, other, this.service.person(Role.REVIEWER),
				this.service.person(Role.AUDITOR))) {
			assertThat(client.post(PATH, body("1", "2025-03-01"), "Idempotency-Key", "12345678").status())
				.isEqualTo(403);
			assertThat(client.upload(PATH + "/import", "x.csv", new byte[1]).status()).isEqualTo(403);
		}
		assertThat(this.service.anonymous().get(PATH).status()).isEqualTo(401);
	}

	private Answer enter(String value, String asOf, String... more) {
		String body = body(value, asOf);
		return post((more.length == 0) ? body : body.replace("}", ", \"" + more[0] + "\": \"" + more[1] + "\"}"));
	}

	private Answer post(String body) {
		return this.staff.post(PATH, body, "Idempotency-Key", "key-" + Events.next());
	}

	private Answer upload(byte[] content) {
		return this.staff.upload(PATH + "/import?assignment=kalmar-halsoval", "värden.csv", content);
	}

	private String body(String value, String asOf) {
		return """
				{"assignment": "kalmar-halsoval", "unit": "%s", "period": "2025-02", "source": "waiting-time-register", "element": "assessed_share",
				 "value": %s, "as_of": "%s"}"""
			.formatted(this.unit, value, asOf);
	}

	private String list(String query) {
		return this.staff.get(PATH + "?" + query).json().path("items").toString();
	}

	private static List<String> problems(Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
		return Events.pointers(answer);
	}

}
