package se.uppdragskollen.web.api;

import java.util.Map;
import java.util.List;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listed persons, day by day.
 */
class UnitCountsTests {

	private static final String NEW = "If-None-Match";

	private final RunningService service = RunningService.shared();

	private final Client commissioner = this.service.person(Role.COMMISSIONER);

	private final String unit = this.service.unit();

	private final String counts = "/api/v1/units/" + this.unit + "/counts";

	@Test
	void entersAndCorrectsACount() {
		String day = this.counts + "/2025-06-30";
		String count = "{\"listed\": 8000, \"rub_4\": 500, \"rub_5\": null}";
		assertThat(this.commissioner.get(day).status()).isEqualTo(404);
		assertThat(this.commissioner.put(day, count).status()).isEqualTo(428);
		assertThat(this.commissioner.put(day, count, "If-Match", "\"3\"").status()).isEqualTo(404);
		Answer entered = this.commissioner.put(day, count, NEW, "*");
		assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
		assertThat(entered.text())
			.isEqualTo("{\"on_day\":\"2025-06-30\",\"listed\":8000,\"rub_4\":500,\"rub_5\":null,\"version\":1}");
		Answer again = this.commissioner.put(day, count, NEW, "*");
		assertThat(again.status()).isEqualTo(412);
		assertThat(again.json().path("current").path("version").asInt()).isEqualTo(1);
		Answer corrected = this.commissioner.put(day, "{\"listed\": 0}", "If-Match", "\"1\"");
		assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
		this.commissioner.put(this.counts + "/2025-03-31", "{\"listed\": 1}", NEW, "*");
		assertThat(this.commissioner.get(this.counts).text()).isEqualTo(
				"{\"items\":[" + "{\"on_day\":\"2025-06-30\",\"listed\":0,\"rub_4\":null,\"rub_5\":null,\"version\":2},"
						+ "{\"on_day\":\"2025-03-31\",\"listed\":1,\"rub_4\":null,\"rub_5\":null,\"version\":1}]}");
		assertThat(this.service.jdbc()
			.sql("select details from audit_event where act = 'unit-counted' and unit = ? order by seq limit 1")
			.param(this.unit)
			.query(String.class)
			.single()).isEqualTo("{\"day\":\"2025-06-30\",\"now\":\"8000, rub_4 500, rub_5 -\",\"version\":1}");
		assertThat(this.service.jdbc()
			.sql("select details from audit_event where act = 'unit-counted' and unit = ? order by seq offset 1 limit 1")
			.param(this.unit)
			.query(String.class)
			.single()).contains("\"before\":\"8000, rub_4 500, rub_5 -\"");
	}

	/** What a unit owes and is counted with is not for those who answer for it to say. */
	@Test
	void letsNobodyChangeTheirOwnUnit() {
		Client own = this.service.person(Role.COMMISSIONER);
		this.service.grant(own.get("/api/v1/me").json().path("person").asLong(), Role.MANAGER, this.unit);
		String other = this.service.unit();
		assertThat(own.put(this.counts + "/2025-06-30", "{\"listed\": 1}", NEW, "*").status()).isEqualTo(403);
		assertThat(own.put("/api/v1/units/" + other + "/counts/2025-06-30", "{\"listed\": 1}", NEW, "*").status())
			.isEqualTo(200);
		for (String table : List.of("unit;listade;räknat den\n%s;1;2025-06-30\n", "unit;kommun\n%s;Annorstad\n")) {
			assertThat(imported(own, table.formatted(this.unit))).isEqualTo(403);
			assertThat(imported(own, table.formatted(other))).isEqualTo(200);
		}
		assertThat(own
			.form("/region/centres/" + this.unit + "?version=1",
					Map.of("name", "x", "operator", "private", "opened", "2025-07-01"))
			.status()).isEqualTo(403);
		assertThat(this.commissioner.get(this.counts).text()).isEqualTo("{\"items\":[]}");
	}

	private static int imported(Client asker, String table) {
		return asker
			.upload("/api/v1/units/import", "units.csv", table.getBytes(StandardCharsets.UTF_8), "Idempotency-Key",
					"own-unit-" + table.hashCode())
			.status();
	}

	@Test
	void refusesWhatCannotBe() {
		String day = this.counts + "/2025-06-30";
		assertError(day, "{\"listed\": 10.5}", "/listed");
		assertError(day, "{\"listed\": -1}", "/listed");
		assertError(day, "{\"listed\": 1e999999}", "/listed");
		assertError(day, "{\"rub_4\": 5}", "/listed");
		assertError(day, "{\"listed\": 10, \"rub_4\": 6, \"rub_5\": 5}", "/listed");
		assertError(this.counts + "/2025-07-09", "{\"listed\": 10}", "/day");
		assertError(this.counts + "/2019-12-31", "{\"listed\": 10}", "/day");
		assertError(this.counts + "/yesterday", "{\"listed\": 10}", "day");
		assertThat(this.commissioner.put(day, "{\"listed\": \"ten\"}", NEW, "*").status()).isEqualTo(400);
		assertThat(this.commissioner.put(day, "{\"rub_6\": 1}", NEW, "*").status()).isEqualTo(400);
		assertThat(this.commissioner.get("/api/v1/units/SE5566778899-NONE/counts").status()).isEqualTo(404);
	}

	@Test
	void letsOneOfTwoWin() throws Exception {
		assertThat(UnitsTests.atOnce(6,
				(i) -> this.commissioner.put(this.counts + "/2025-05-31", "{\"listed\": " + i + "}", NEW, "*")
					.status()))
			.containsOnlyOnce(200)
			.containsOnly(200, 412);
	}

	@Test
	void showsACentreItsOwnOnly() {
		String other = this.service.unit();
		for (Role role : Role.values()) {
			Client client = this.service.person(role, role.ofCentre() ? this.unit : null);
			boolean edits = role == Role.COMMISSIONER || role == Role.ADMINISTRATOR;
			assertThat(client.get(this.counts).status()).as(role.word()).isEqualTo(200);
			assertThat(client.get("/api/v1/units/" + other + "/counts").status())
				.isEqualTo(role.ofCentre() ? 403 : 200);
			assertThat(client.put(this.counts + "/2025-01-31", "{\"listed\": 1}", "If-Match", "\"9\"").status())
				.isEqualTo(edits ? 404 : 403);
		}
	}

	private void assertError(String path, String json, String pointer) {
		Answer answer = this.commissioner.put(path, json, NEW, "*");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(UnitsTests.pointers(answer)).containsExactly(pointer);
	}

}
