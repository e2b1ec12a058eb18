package se.uppdragskollen.selfreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which reports a unit owes, and how it stands with them.
 */
class DueReportsTests {

	private static final String SOME = "{\"assessed_total\":{\"value\":400}}";

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private final Client reviewer = this.service.person(Role.REVIEWER);

	@Test
	void owesEveryKindOfPeriodThatTheEditionAsksFor() {
		opened("2025-01-01");
		Map<String, String> due = due(this.reviewer);
		assertThat(due).containsExactly(Map.entry("2025", "not-due 2026-03-01"),
				Map.entry("2025-01", "late 2025-02-15"), Map.entry("2025-02", "late 2025-03-15"),
				Map.entry("2025-03", "late 2025-04-15"), Map.entry("2025-04", "late 2025-05-15"),
				Map.entry("2025-05", "late 2025-06-15"), Map.entry("2025-06", "due 2025-07-15"),
				Map.entry("2025-07", "not-due 2025-08-15"), Map.entry("2025-H1", "due 2025-07-15"),
				Map.entry("2025-H2", "not-due 2026-01-15"), Map.entry("2025-Q1", "late 2025-04-15"),
				Map.entry("2025-Q2", "due 2025-07-15"), Map.entry("2025-Q3", "not-due 2025-10-15"),
				Map.entry("2025-T1", "late 2025-05-15"), Map.entry("2025-T2", "not-due 2025-09-15"));
	}

	@Test
	void owesOnlyWholePeriodsBetweenOpeningAndClosing() {
		opened("2025-02-10");
		this.service.jdbc()
			.sql("update unit set closed = date '2025-05-31' where id = ?")
			.param(this.centre.unit())
			.update();
		assertThat(due(this.reviewer)).containsOnlyKeys("2025-03", "2025-04", "2025-05");
	}

	@Test
	void goesThroughEveryStatus() {
		opened("2025-01-01");
		assertThat(this.centre.status("2025-07")).isEqualTo("not-due");
		assertThat(this.centre.status("2025-06")).isEqualTo("due");
		this.centre.open("2025-06");
		assertThat(this.centre.status("2025-06")).isEqualTo("draft");
		this.centre.save("2025-06", 1, SOME);
		this.centre.submit("2025-06", 2, "{\"confirm\":true}");
		assertThat(this.centre.status("2025-06")).isEqualTo("submitted");
		this.reviewer.post(this.centre.path("2025-06") + "/return", "{\"reason\":\"x\"}", "If-Match",
				this.centre.report("2025-06").header("ETag"));
		assertThat(this.centre.status("2025-06")).isEqualTo("returned");
		this.centre.open("2025-05");
		assertThat(this.centre.status("2025-05")).isEqualTo("late");
		this.centre.save("2025-05", 1, SOME);
		this.centre.submit("2025-05", 2, "{\"confirm\":true}");
		assertThat(this.centre.status("2025-05")).isEqualTo("submitted-late");
		assertThat(due(this.reviewer)).containsEntry("2025-05", "submitted-late 2025-06-15")
			.containsEntry("2025-06", "returned 2025-07-15");
		JsonNode row = this.reviewer.get("/api/v1/reports?period=2025-05&unit=" + this.centre.unit())
			.json()
			.path("items")
			.get(0);
		assertThat(row.toString()).isEqualTo("{\"unit\":\"" + this.centre.unit() + "\",\"unit_name\":\"Provcentralen "
				+ this.centre.unit().substring(13) + "\",\"assignment\":\"kalmar-halsoval\",\"period\":\"2025-05\","
				+ "\"edition\":\"2025-01\",\"due\":\"2025-06-15\",\"moved\":false,\"status\":\"submitted-late\","
				+ "\"draft\":false,\"latest\":1,\"handed_in\":\"2025-07-08\"}");
	}

	@Test
	void findsTheReportsOfAStatus() {
		opened("2025-01-01");
		this.centre.handIn("2025-05", SOME);
		this.centre.handIn("2025-06", SOME);
		this.centre.open("2025-Q2");
		for (String status : List.of("not-due", "due", "late", "draft", "submitted", "returned", "submitted-late")) {
			List<String> expected = due(this.reviewer).entrySet()
				.stream()
				.filter((one) -> one.getValue().startsWith(status + " "))
				.map(Map.Entry::getKey)
				.toList();
			JsonNode found = this.reviewer
				.get("/api/v1/reports?limit=200&status=" + status + "&unit=" + this.centre.unit())
				.json();
			assertThat(found.path("items").findValuesAsString("period")).as(status)
				.containsExactlyInAnyOrderElementsOf(expected);
		}
	}

	@Test
	void movesADeadline() {
		String path = this.centre.path("2025-05") + "/deadline";
		Client commissioner = this.service.person(Role.COMMISSIONER);
		assertThat(commissioner.post(path, "{\"due\":\"2025-06-14\",\"reason\":\"x\"}").status()).isEqualTo(422);
		assertThat(commissioner.post(path, "{\"due\":\"2025-07-31\",\"reason\":\"\"}").status()).isEqualTo(422);
		assertThat(commissioner.post(path, "{\"due\":\"i juli\",\"reason\":\"x\"}").status()).isEqualTo(422);
		assertThat(commissioner.post(path, "{\"reason\":\"x\"}").status()).isEqualTo(422);
		assertThat(this.centre.manager().post(path, "{\"due\":\"2025-07-31\",\"reason\":\"x\"}").status())
			.isEqualTo(403);
		assertThat(commissioner.post(path, "{\"due\":\"2025-07-20\",\"reason\":\"Översvämning\"}").status())
			.isEqualTo(200);
		Answer moved = this.reviewer.post(path, "{\"due\":\"2025-07-31\",\"reason\":\"Ännu mer\"}");
		assertThat(moved.json().path("items").findValuesAsString("due")).containsExactly("2025-07-20", "2025-07-31");
		assertThat(this.centre.manager().get(path).json().path("items").findValuesAsString("reason"))
			.containsExactly("Översvämning", "Ännu mer");
		assertThat(due(this.reviewer)).containsEntry("2025-05", "due 2025-07-31");
		assertThat(this.centre.status("2025-05")).isEqualTo("due");
		assertThat(this.service.jdbc()
			.sql("select details from audit_event where unit = ? and act = 'move-deadline' order by seq")
			.param(this.centre.unit())
			.query(String.class)
			.list()).containsExactly("{\"due\":\"2025-07-20\"}", "{\"due\":\"2025-07-31\"}");
		this.centre.handIn("2025-05", SOME);
		assertThat(this.centre.status("2025-05")).isEqualTo("submitted");
	}

	@Test
	void showsACentreItsOwnOnly() {
		Centre other = Centre.of(this.service);
		Answer own = this.centre.reporter().get("/api/v1/reports?limit=200&status=late");
		assertThat(own.json().path("items").findValuesAsString("unit")).isNotEmpty()
			.allMatch(this.centre.unit()::equals);
		for (String path : List.of("/api/v1/reports?unit=" + other.unit(), other.path("2025-05"),
				other.path("2025-05") + "/versions", other.path("2025-05") + "/versions/1",
				other.path("2025-05") + "/deadline", other.path("2025-05") + "/evidence",
				other.path("2025-05") + "/template")) {
			Answer answer = this.centre.reporter().get(path);
			assertThat(answer.status()).as(path).isEqualTo(403);
			assertThat(answer.json().path("type").asString()).as(path).endsWith("other-unit");
		}
	}

	@Test
	void goesThroughTheListPageByPage() {
		List<String> whole = rows(this.centre.reporter().get("/api/v1/reports?limit=200").json());
		List<String> found = new ArrayList<>();
		String next = "";
		do {
			Answer page = this.centre.reporter().get("/api/v1/reports?limit=7" + next);
			assertThat(page.status()).as(page.toString()).isEqualTo(200);
			found.addAll(rows(page.json()));
			next = page.json().path("next").isNull() ? null : "&cursor=" + page.json().path("next").asString();
		}
		while (next != null);
		assertThat(found).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(30);
		assertThat(this.centre.reporter().get("/api/v1/reports?cursor=AAAA").status()).isEqualTo(422);
		assertThat(this.centre.reporter().get("/api/v1/reports?status=almost").status()).isEqualTo(422);
		Answer csv = this.centre.reporter().get("/api/v1/reports?format=csv");
		assertThat(csv.text().lines()).hasSize(whole.size() + 1);
	}

	@Test
	void isLateTheDayAfterTheDeadline() {
		RunningService alone = RunningService.alone();
		try {
			alone.clock().moveTo(LocalDate.of(2025, 7, 15));
			assertThat(Centre.of(alone).status("2025-06")).isEqualTo("due");
			alone.clock().moveTo(LocalDate.of(2025, 7, 16));
			assertThat(Centre.of(alone).status("2025-06")).isEqualTo("late");
		}
		finally {
			alone.close();
		}
	}

	private void opened(String day) {
		this.service.jdbc()
			.sql("update unit set opened = cast(? as date) where id = ?")
			.params(day, this.centre.unit())
			.update();
	}

	private Map<String, String> due(Client client) {
		Map<String, String> due = new TreeMap<>();
		JsonNode answer = client.get("/api/v1/reports?limit=200&unit=" + this.centre.unit()).json();
		answer.path("items")
			.forEach((one) -> due.put(one.path("period").asString(),
					one.path("status").asString() + " " + one.path("due").asString()));
		return due;
	}

	private static List<String> rows(JsonNode page) {
		List<String> rows = new ArrayList<>();
		page.path("items").forEach((one) -> rows.add(one.path("period").asString() + one.path("unit").asString()));
		return rows;
	}

}
