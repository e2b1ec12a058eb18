package se.uppdragskollen.web.api;

import java.util.Map;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.security.DemoLogin;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way in where nobody is registered yet, and that it stays open.
 */
class FirstAdministratorTests {

	@Test
	void registersTheFirstAdministratorOnceAndKeepsTheLast() throws Exception {
		Map<String, Object> database = RunningService.newDatabase();
		try (RunningService service = RunningService.start(database, settings("first"))) {
			Client first = service.client("first");
			JsonNode me = first.get("/api/v1/me").json();
			assertThat(me.path("roles").toString()).isEqualTo("[{\"role\":\"administrator\",\"unit\":null}]");
			assertThat(service.jdbc()
				.sql("select actor || ' ' || subject || ' ' || details from audit_event where act = 'first-administrator'")
				.query(String.class)
				.list()).containsExactly("system person:" + me.path("person").asLong() + " {}");
			keepsTheLast(service, first, me.path("person").asLong());
		}
		try (RunningService service = RunningService.start(database, settings("second"))) {
			assertThat(service.jdbc()
				.sql("select count(*) from person where subject = 'second'")
				.query(Long.class)
				.single()).isZero();
		}
	}

	/** Two administrators take each other's role away: one of them stays. */
	private static void keepsTheLast(RunningService service, Client first, long firstId) throws Exception {
		long secondId = first
			.post("/api/v1/people",
					"{\"issuer\": \"" + DemoLogin.issuer() + "\", \"subject\": \"other\", \"name\": \"Annan\"}")
			.json()
			.path("id")
			.asLong();
		String administrator = "{\"roles\": [{\"role\": \"administrator\"}]}";
		assertThat(first.put("/api/v1/people/" + secondId + "/roles", administrator, "If-Match", "\"1\"").status())
			.isEqualTo(200);
		Client second = service.client("other");
		assertThat(UnitsTests.atOnce(2,
				(i) -> ((i == 0) ? first : second)
					.put("/api/v1/people/" + ((i == 0) ? secondId : firstId) + "/roles", "{\"roles\": []}", "If-Match",
							"\"" + ((i == 0) ? 2 : 1) + "\"")
					.status()))
			.containsOnlyOnce(200);
		assertThat(service.jdbc()
			.sql("select count(*) from person_role where role = 'administrator'")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	private static Map<String, Object> settings(String subject) {
		String prefix = "uppdragskollen.first-administrator.";
		return Map.of(prefix + "issuer", DemoLogin.issuer(), prefix + "subject", subject, prefix + "name", "Först");
	}

}
