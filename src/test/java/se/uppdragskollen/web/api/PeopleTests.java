package se.uppdragskollen.web.api;

import java.util.List;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Login;
import se.uppdragskollen.access.People;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.security.DemoLogin;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People, systems and their roles.
 */
class PeopleTests {

	private static int count;

	private final RunningService service = RunningService.shared();

	private final Client administrator = this.service.person(Role.ADMINISTRATOR);

	@Test
	void registersSomebodyWithoutARole() {
		String subject = newSubject();
		Answer answer = this.administrator.post("/api/v1/people", """
				{"issuer": "urn:uppdragskollen:demo", "subject": "%s", "name": "Vera Prov",
				 "email": "vera@example.org", "hsa_id": "SE5566778899-V1"}""".formatted(subject));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		long id = answer.json().path("id").asLong();
		assertThat(answer.header("Location")).isEqualTo("/api/v1/people/" + id);
		assertThat(answer.text()).isEqualTo("{\"id\":" + id + ",\"issuer\":\"urn:uppdragskollen:demo\",\"subject\":\""
				+ subject + "\",\"name\":\"Vera Prov\",\"email\":\"vera@example.org\",\"hsa_id\":\"SE5566778899-V1\","
				+ "\"system\":false,\"active\":true,\"version\":1,\"roles\":[]}");
		assertThat(this.administrator.get("/api/v1/people/" + id).text()).isEqualTo(answer.text());
		assertThat(this.administrator.post("/api/v1/people", entry(subject)).status()).isEqualTo(409);
		assertThat(this.service.client(subject).get("/api/v1/me").status()).isEqualTo(403);
		assertThat(noted(id)).containsExactly("person-registered {\"active\":true,\"system\":false}");
	}

	@Test
	void tellsAllThatIsWrongAtOnce() {
		Answer answer = this.administrator.post("/api/v1/people",
				"{\"name\": \"811218-9876\", \"email\": \"nobody\", \"hsa_id\": \"V1\"}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(UnitsTests.pointers(answer)).containsExactly("/email", "/hsa_id", "/issuer", "/name", "/subject");
		assertThat(answer.text()).doesNotContain("811218");
		assertThat(this.administrator.post("/api/v1/people", "{\"role\": \"auditor\"}").status()).isEqualTo(400);
	}

	@Test
	void changesSomebodyByVersion() {
		long id = newPerson();
		String change = "{\"name\": \"Vera Ny\", \"system\": false, \"active\": true}";
		assertThat(this.administrator.put("/api/v1/people/" + id, change).status()).isEqualTo(428);
		Answer changed = this.administrator.put("/api/v1/people/" + id, change, "If-Match", "\"1\"");
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
		assertThat(changed.header("ETag")).isEqualTo("\"2\"");
		Answer late = this.administrator.put("/api/v1/people/" + id, change, "If-Match", "\"1\"");
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.json().path("current")).isEqualTo(changed.json());
		assertThat(noted(id)).last()
			.isEqualTo("person-changed {\"active\":true,\"fields\":[\"name\"],\"system\":false,\"version\":2}");
		assertThat(UnitsTests.pointers(this.administrator.put("/api/v1/people/" + id,
				"{\"name\": \"x\", \"subject\": \"other\"}", "If-Match", "\"2\"")))
			.containsExactly("/active", "/subject", "/system");
	}

	@Test
	void letsNobodyInWhoIsNoLongerActive() {
		String subject = newSubject();
		long id = newPerson(subject);
		roles(id, 1, "{\"role\": \"auditor\"}");
		Client auditor = this.service.client(subject);
		assertThat(auditor.get("/api/v1/me").status()).isEqualTo(200);
		this.administrator.put("/api/v1/people/" + id, "{\"name\": \"x\", \"system\": false, \"active\": false}",
				"If-Match", "\"2\"");
		assertThat(auditor.get("/api/v1/me").status()).isEqualTo(403);
	}

	@Test
	void givesAndTakesRolesAtOnce() {
		String unit = this.service.unit();
		String subject = newSubject();
		long id = newPerson(subject);
		Answer given = roles(id, 1, "{\"role\": \"manager\", \"unit\": \"" + unit + "\"}", "{\"role\": \"reviewer\"}");
		assertThat(given.status()).as(given.toString()).isEqualTo(200);
		assertThat(given.json().path("roles").toString())
			.isEqualTo("[{\"role\":\"manager\",\"unit\":\"" + unit + "\"},{\"role\":\"reviewer\",\"unit\":null}]");
		Client manager = this.service.client(subject);
		assertThat(manager.get("/api/v1/me").json().path("may").toString()).contains("submit-report");
		assertThat(roles(id, 1).status()).isEqualTo(412);
		assertThat(roles(id, 2, "{\"role\": \"auditor\"}").header("ETag")).isEqualTo("\"3\"");
		assertThat(manager.get("/api/v1/me").json().path("may").toString()).doesNotContain("submit-report");
		assertThat(roles(id, 3).json().path("roles").size()).isZero();
		assertThat(noted(id)).containsSubsequence(
				"roles-changed {\"given\":[\"manager " + unit + "\",\"reviewer\"],\"taken\":[],\"version\":2}",
				"roles-changed {\"given\":[\"auditor\"],\"taken\":[\"manager " + unit
						+ "\",\"reviewer\"],\"version\":3}");
	}

	@Test
	void letsAReviewerDecideForAllButTheirOwnCentre() {
		String unit = this.service.unit();
		String subject = newSubject();
		roles(newPerson(subject), 1, "{\"role\": \"reporter\", \"unit\": \"" + unit + "\"}",
				"{\"role\": \"reviewer\"}");
		Actor actor = this.service.get(People.class)
			.actor(new Login(DemoLogin.issuer(), subject, null, true))
			.orElseThrow();
		assertThat(List.of(actor.may(Act.DECIDE_CASE, unit), actor.may(Act.DECIDE_CASE, this.service.unit()),
				actor.may(Act.EDIT_DRAFT, unit), actor.may(Act.EDIT_DRAFT, this.service.unit())))
			.containsExactly(false, true, true, false);
	}

	@Test
	void refusesRolesThatCannotBe() {
		long id = newPerson();
		String unit = this.service.unit();
		Answer answer = roles(id, 1, "{\"role\": \"boss\"}", "{\"role\": \"manager\"}",
				"{\"role\": \"auditor\", \"unit\": \"" + unit + "\"}",
				"{\"role\": \"reporter\", \"unit\": \"SE5566778899-NONE\"}", "{\"role\": \"reviewer\"}",
				"{\"role\": \"reviewer\"}", "null");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(UnitsTests.pointers(answer)).containsExactly("/roles/0/role", "/roles/1/unit", "/roles/2/unit",
				"/roles/3/unit", "/roles/5", "/roles/6/role");
		assertThat(answer.json().path("errors").get(0).path("detail").asString())
			.isEqualTo("Ordet känns inte igen här. Där står: boss. Tillåtet: administrator, auditor, commissioner, "
					+ "manager, reporter, reviewer.");
		assertThat(this.administrator.get("/api/v1/people/" + id).json().path("roles").size()).isZero();
		assertThat(put(id, "{}", 1).status()).isEqualTo(422);
		assertThat(put(id, "{\"roles\": 5}", 1).status()).isEqualTo(400);
	}

	@Test
	void letsASystemNeitherSignNorDecide() {
		long id = newPerson();
		this.administrator.put("/api/v1/people/" + id, "{\"name\": \"x\", \"system\": true, \"active\": true}",
				"If-Match", "\"1\"");
		String unit = this.service.unit();
		for (Role role : Role.values()) {
			String grant = "{\"role\": \"" + role.word() + "\""
					+ (role.ofCentre() ? ", \"unit\": \"" + unit + "\"}" : "}");
			String tag = this.administrator.get("/api/v1/people/" + id).header("ETag");
			Answer answer = put(id, "{\"roles\": [" + grant + "]}", Long.parseLong(tag.replace("\"", "")));
			boolean may = List.of(Role.REPORTER, Role.COMMISSIONER, Role.AUDITOR).contains(role);
			assertThat(answer.status()).as(role.word()).isEqualTo(may ? 200 : 422);
		}
		long manager = newPerson();
		roles(manager, 1, "{\"role\": \"reviewer\"}");
		assertThat(this.administrator
			.put("/api/v1/people/" + manager, "{\"name\": \"x\", \"system\": true, \"active\": true}", "If-Match",
					"\"2\"")
			.status()).isEqualTo(409);
	}

	@Test
	void letsNoAdministratorChangeTheirOwnRolesOrAccount() {
		JsonNode me = this.administrator.get("/api/v1/me").json();
		long id = me.path("person").asLong();
		Answer roles = roles(id, 1, "{\"role\": \"administrator\"}", "{\"role\": \"reviewer\"}");
		assertThat(roles.status()).isEqualTo(403);
		assertThat(roles.json().path("type").asString()).isEqualTo("urn:uppdragskollen:problem:own-roles");
		assertThat(standing(id, false, false)).isEqualTo(403);
		assertThat(standing(id, true, true)).isEqualTo(403);
		assertThat(standing(id, false, true)).isEqualTo(200);
	}

	private int standing(long id, boolean system, boolean active) {
		return this.administrator
			.put("/api/v1/people/" + id, "{\"name\": \"Jag\", \"system\": " + system + ", \"active\": " + active + "}",
					"If-Match", "\"1\"")
			.status();
	}

	@Test
	void letsNobodyGiveRolesForTheirOwnCentre() {
		String unit = this.service.unit();
		JsonNode me = this.administrator.get("/api/v1/me").json();
		this.service.grant(me.path("person").asLong(), Role.MANAGER, unit);
		long id = newPerson();
		assertThat(roles(id, 1, "{\"role\": \"reporter\", \"unit\": \"" + unit + "\"}").status()).isEqualTo(403);
		assertThat(roles(id, 1, "{\"role\": \"reporter\", \"unit\": \"" + this.service.unit() + "\"}").status())
			.isEqualTo(200);
	}

	@Test
	void letsOneOfTwoEditorsWin() throws Exception {
		long id = newPerson();
		List<Role> region = List.of(Role.REVIEWER, Role.AUDITOR, Role.COMMISSIONER, Role.ADMINISTRATOR);
		assertThat(UnitsTests.atOnce(4, (i) -> roles(id, 1, "{\"role\": \"" + region.get(i).word() + "\"}").status()))
			.containsOnlyOnce(200)
			.containsOnly(200, 412);
	}

	@Test
	void listsPeopleByFilter() {
		String unit = this.service.unit();
		String subject = newSubject();
		long id = newPerson(subject);
		roles(id, 1, "{\"role\": \"reporter\", \"unit\": \"" + unit + "\"}");
		assertThat(ids("?unit=" + unit)).containsExactly(id);
		assertThat(ids("?unit=" + unit + "&role=reporter&active=true&q=vera")).containsExactly(id);
		assertThat(ids("?unit=" + unit + "&role=manager")).isEmpty();
		assertThat(ids("?unit=" + unit + "&active=false")).isEmpty();
		assertThat(this.administrator.get("/api/v1/people?format=csv&unit=" + unit).text())
			.endsWith(id + ";Vera " + subject + ";;;nej;ja;rapportör " + unit + "\r\n");
		assertThat(this.administrator.get("/api/v1/people?active=kanske").status()).isEqualTo(422);
		assertThat(this.administrator.get("/api/v1/people?role=boss").status()).isEqualTo(422);
		assertThat(this.administrator.get("/api/v1/people?limit=1").json().path("next").asString()).isNotEmpty();
	}

	@Test
	void letsAdministratorsEditAndAuditorsRead() {
		String unit = this.service.unit();
		long id = newPerson();
		for (Role role : Role.values()) {
			Client client = this.service.person(role, role.ofCentre() ? unit : null);
			boolean edits = role == Role.ADMINISTRATOR;
			int reading = (edits || role == Role.AUDITOR) ? 200 : 403;
			assertThat(client.get("/api/v1/people").status()).as(role.word()).isEqualTo(reading);
			assertThat(client.get("/api/v1/people/" + id).status()).isEqualTo(reading);
			assertThat(client.post("/api/v1/people", entry(newSubject())).status()).isEqualTo(edits ? 201 : 403);
			assertThat(client.put("/api/v1/people/" + id, entry(""), "If-Match", "\"9\"").status())
				.isEqualTo(edits ? 412 : 403);
			assertThat(client.put("/api/v1/people/" + id + "/roles", "{\"roles\": []}", "If-Match", "\"9\"").status())
				.isEqualTo(edits ? 412 : 403);
		}
		assertThat(this.administrator.get("/api/v1/people/0").status()).isEqualTo(404);
		assertThat(this.administrator.get("/api/v1/people/x").status()).isEqualTo(400);
		assertThat(this.service.anonymous().get("/api/v1/people").status()).isEqualTo(401);
	}

	private static synchronized String newSubject() {
		return "ny-" + ++count;
	}

	private long newPerson() {
		return newPerson(newSubject());
	}

	private long newPerson(String subject) {
		return this.administrator.post("/api/v1/people", entry(subject)).json().path("id").asLong();
	}

	private static String entry(String subject) {
		return "{\"issuer\": \"" + DemoLogin.issuer() + "\", \"subject\": \"" + subject + "\", \"name\": \"Vera "
				+ subject + "\"}";
	}

	private Answer roles(long person, long version, String... grants) {
		return put(person, "{\"roles\": [" + String.join(", ", grants) + "]}", version);
	}

	private Answer put(long person, String json, long version) {
		return this.administrator.put("/api/v1/people/" + person + "/roles", json, "If-Match", "\"" + version + "\"");
	}

	private List<Long> ids(String query) {
		return this.administrator.get("/api/v1/people" + query)
			.json()
			.path("items")
			.valueStream()
			.map((one) -> one.path("id").asLong())
			.toList();
	}

	private List<String> noted(long person) {
		return this.service.jdbc()
			.sql("select act || ' ' || details from audit_event where subject = ? order by seq")
			.param("person:" + person)
			.query(String.class)
			.list();
	}

}
