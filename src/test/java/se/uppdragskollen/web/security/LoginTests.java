package se.uppdragskollen.web.security;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins of people and tokens of systems, from a real OpenID provider, to a service that
 * is no demo.
 */
class LoginTests {

	private static final int PORT = LoginProvider.freePort();

	private static final int OTHER_PORT = LoginProvider.freePort();

	private static final String RETURN = "/api/v1/units/%s/reports/kalmar-halsoval/2025-Q1/return";

	private static LoginProvider provider;

	private static LoginProvider foreign;

	private static Map<String, Object> database;

	private static RunningService service;

	private static String unit;

	@BeforeAll
	static void start() {
		provider = LoginProvider.start(PORT, OTHER_PORT);
		foreign = LoginProvider.start();
		database = RunningService.newDatabase();
		service = start(PORT);
		unit = service.unit();
		register("journal", true, Role.COMMISSIONER);
		register("SE5566778899-STRONG", false, Role.REVIEWER);
		register("SE5566778899-WEAK", false, Role.REVIEWER);
	}

	@AfterAll
	static void stop() {
		service.close();
		provider.close();
		foreign.close();
	}

	private static RunningService start(int port) {
		Map<String, Object> settings = new HashMap<>(provider.settings());
		settings.put("server.port", port);
		return RunningService.outsideDemo(database, settings);
	}

	private static void register(String subject, boolean system, Role role) {
		JdbcClient jdbc = service.jdbc();
		long id = jdbc.sql("insert into person (issuer, subject, name, system) values (?, ?, ?, ?) returning id")
			.params(provider.issuer(), subject, "Prov " + subject, system)
			.query(Long.class)
			.single();
		service.grant(id, role, null);
	}

	@Test
	void letsARegisteredSystemReadAndWriteButNotDecide() {
		Client journal = bearing(provider.machineToken("journal"));
		JsonNode me = journal.get("/api/v1/me").json();
		assertThat(List.of(me.path("name").asString(), me.path("system").asBoolean(), me.path("assured").asBoolean()))
			.isEqualTo(List.of("Prov journal", true, false));
		assertThat(journal.get("/api/v1/units/" + unit).status()).isEqualTo(200);
		assertThat(journal
			.put("/api/v1/units/" + unit + "/counts/2025-05-01", "{\"listed\":10,\"rub_4\":1,\"rub_5\":1}", "If-Match",
					"\"0\"")
			.status()).isNotIn(401, 403);
		assertRefused(journal.post("/api/v1/exemptions/1/decision", "{\"decision\":\"refused\",\"reason\":\"Nej\"}",
				"If-Match", "\"1\"", "Idempotency-Key", "journal-1"), 403, "not-by-system");
	}

	@Test
	void knowsNobodyWhoIsNotRegistered() {
		assertRefused(bearing(provider.machineToken("unknown")).get("/api/v1/me"), 403, "not-registered");
		assertRefused(bearing(provider.signed(hsa("SE5566778899-NOBODY").build())).get("/api/v1/me"), 403,
				"not-registered");
	}

	@Test
	void takesNoPersonForASystemsNameAlone() {
		register("only-a-person", false, Role.AUDITOR);
		assertRefused(bearing(provider.signed(provider.claims("only-a-person").build())).get("/api/v1/me"), 403,
				"not-registered");
	}

	@Test
	void takesATokenThatIsInOrder() {
		String token = provider.signed(hsa("SE5566778899-STRONG").build());
		assertThat(bearing(token).get("/api/v1/me").status()).isEqualTo(200);
	}

	@Test
	void takesNoTokenThatIsNot() {
		Date before = Date.from(Instant.now().minusSeconds(600));
		JWTClaimsSet sound = hsa("SE5566778899-STRONG").build();
		Map<String, String> tokens = new HashMap<>();
		tokens.put("foreign issuer",
				foreign.signed(foreign.claims("x").claim("employeeHsaId", "SE5566778899-STRONG").build()));
		tokens.put("foreign key, our issuer", foreign.signed(sound));
		tokens.put("another key of the same id", provider.forged(sound));
		tokens.put("expired", provider.signed(hsa("SE5566778899-STRONG").expirationTime(before).build()));
		tokens.put("not yet", provider
			.signed(hsa("SE5566778899-STRONG").notBeforeTime(Date.from(Instant.now().plusSeconds(600))).build()));
		tokens.put("another audience",
				provider.signed(hsa("SE5566778899-STRONG").audience("uppdragskollen-web").build()));
		tokens.put("no audience", provider.signed(hsa("SE5566778899-STRONG").audience((String) null).build()));
		tokens.put("no issuer", provider.signed(hsa("SE5566778899-STRONG").issuer(null).build()));
		tokens.put("no signature", LoginProvider.unsigned(sound));
		tokens.put("the public key as a secret", provider.confused(sound));
		tokens.put("the demo's issuer", provider.signed(hsa("x").issuer("urn:uppdragskollen:demo").build()));
		tokens.put("cut", provider.signed(sound).substring(0, 100));
		tokens.forEach((what, token) -> {
			Answer answer = bearing(token).get("/api/v1/me");
			assertThat(answer.status()).as(what + " " + answer).isEqualTo(401);
			assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
		});
	}

	@Test
	void logsAPersonInByTheProvidersForm() {
		Browser browser = new Browser();
		HttpResponse<String> last = browser.login(PORT, "strong");
		assertThat(last.statusCode()).as(browser.asked() + last.body()).isEqualTo(302);
		URI authorize = browser.asked()
			.stream()
			.filter((one) -> one.getPath().equals("/oauth2/authorize"))
			.findFirst()
			.orElseThrow();
		assertThat(authorize.getQuery()).contains("response_type=code", "code_challenge=", "code_challenge_method=S256",
				"state=", "nonce=", "redirect_uri=https://localhost:" + PORT);
		JsonNode me = json(browser.get(address("/api/v1/me")));
		assertThat(List.of(me.path("name").asString(), me.path("assured").asBoolean(), me.path("system").asBoolean()))
			.isEqualTo(List.of("Prov SE5566778899-STRONG", true, false));
		assertThat(browser.set()).filteredOn((cookie) -> cookie.startsWith("__Host-session="))
			.isNotEmpty()
			.allSatisfy((cookie) -> assertThat(cookie).contains("; Path=/")
				.contains("; Secure")
				.contains("; HttpOnly")
				.contains("; SameSite=Lax")
				.doesNotContain("Domain"));
	}

	@Test
	void changesTheSessionsIdAtTheLogin() {
		Browser browser = new Browser();
		browser.get(address("/oauth2/authorization/region"));
		String before = browser.cookie(PORT, "__Host-session");
		Browser same = browser;
		same.asked().clear();
		same.login(PORT, "strong");
		assertThat(before).isNotNull();
		assertThat(same.cookie(PORT, "__Host-session")).isNotNull().isNotEqualTo(before);
		Browser thief = new Browser();
		assertThat(
				thief.send("GET", URI.create(address("/api/v1/me")), null, Map.of("Cookie", "__Host-session=" + before))
					.statusCode())
			.isEqualTo(401);
	}

	@Test
	void takesASessionsChangeOnlyWithItsToken() {
		Browser browser = new Browser();
		browser.login(PORT, "strong");
		String token = browser.get(address("/api/v1/me")).headers().firstValue("X-CSRF-TOKEN").orElseThrow();
		String path = RETURN.formatted(unit);
		String body = "{\"reason\":\"Komplettera\"}";
		HttpResponse<String> without = browser.send("POST", URI.create(address(path)), body, json(""));
		assertThat(List.of(without.statusCode(), json(without).path("status").asInt())).isEqualTo(List.of(400, 400));
		assertThat(browser.send("POST", URI.create(address(path)), body, json("wrong")).statusCode()).isEqualTo(400);
		HttpResponse<String> with = browser.send("POST", URI.create(address(path)), body, json(token));
		assertThat(with.statusCode()).as(with.body()).isIn(404, 409, 412);
		assertThat(bearing(provider.machineToken("journal")).get("/api/v1/me").header("X-CSRF-TOKEN")).isEmpty();
	}

	@Test
	void letsAWeakLoginReadButNotDecide() {
		Browser browser = new Browser();
		browser.login(PORT, "weak");
		HttpResponse<String> me = browser.get(address("/api/v1/me"));
		assertThat(json(me).path("assured").asBoolean()).isFalse();
		HttpResponse<String> refused = browser.send("POST", URI.create(address(RETURN.formatted(unit))),
				"{\"reason\":\"Komplettera\"}", json(me.headers().firstValue("X-CSRF-TOKEN").orElseThrow()));
		assertThat(List.of(refused.statusCode(), json(refused).path("type").asString()))
			.isEqualTo(List.of(403, "urn:uppdragskollen:problem:assurance-too-low"));
	}

	@Test
	void endsALoginAtTheLogout() {
		Browser browser = new Browser();
		browser.login(PORT, "strong");
		String cookie = browser.cookie(PORT, "__Host-session");
		String token = browser.get(address("/api/v1/me")).headers().firstValue("X-CSRF-TOKEN").orElseThrow();
		assertThat(browser.send("POST", URI.create(address("/logout")), "", Map.of()).statusCode()).isEqualTo(400);
		assertThat(browser.get(address("/api/v1/me")).statusCode()).isEqualTo(200);
		assertThat(browser.send("POST", URI.create(address("/logout")), "", Map.of("X-CSRF-TOKEN", token)).statusCode())
			.isEqualTo(302);
		assertThat(new Browser()
			.send("GET", URI.create(address("/api/v1/me")), null, Map.of("Cookie", "__Host-session=" + cookie))
			.statusCode()).isEqualTo(401);
	}

	@Test
	void notesLoginsAndLogoutsWithTheProviderAndNoNames() {
		Browser stranger = new Browser();
		stranger.login(PORT, "stranger");
		HttpResponse<String> me = stranger.get(address("/api/v1/me"));
		assertThat(json(me).path("type").asString()).isEqualTo("urn:uppdragskollen:problem:not-registered");
		List<String> noted = service.jdbc()
			.sql("select actor || ' ' || act || ' ' || details from audit_event where subject = 'session' "
					+ "and details like '%false%' order by seq")
			.query(String.class)
			.list();
		assertThat(noted)
			.containsExactly("anonymous login {\"issuer\":\"" + provider.issuer() + "\",\"registered\":false}");
		Browser browser = new Browser();
		browser.login(PORT, "strong");
		String token = browser.get(address("/api/v1/me")).headers().firstValue("X-CSRF-TOKEN").orElseThrow();
		browser.send("POST", URI.create(address("/logout")), "", Map.of("X-CSRF-TOKEN", token));
		String person = service.jdbc()
			.sql("select 'person:' || id from person where subject = 'SE5566778899-STRONG'")
			.query(String.class)
			.single();
		assertThat(service.jdbc()
			.sql("select actor || ' ' || act || ' ' || details from audit_event where subject = 'session' "
					+ "order by seq desc limit 2")
			.query(String.class)
			.list()).containsExactly(person + " logout {\"issuer\":\"" + provider.issuer() + "\",\"registered\":true}",
					person + " login {\"issuer\":\"" + provider.issuer() + "\",\"registered\":true}");
	}

	@Test
	void keepsALoginWhenItsInstanceIsRestarted() {
		Browser browser = new Browser();
		try (RunningService other = start(OTHER_PORT)) {
			browser.login(OTHER_PORT, "strong");
			assertThat(other.port()).isEqualTo(OTHER_PORT);
			assertThat(browser.get("https://localhost:" + OTHER_PORT + "/api/v1/me").statusCode()).isEqualTo(200);
		}
		browser.moved(OTHER_PORT, PORT);
		assertThat(browser.get(address("/api/v1/me")).statusCode()).isEqualTo(200);
	}

	@Test
	void hasNothingOfADemo() {
		assertThat(service.has(DemoLogin.class)).isFalse();
		Answer token = service.anonymous().form("/demo/token", Map.of("person", "x"));
		Answer login = service.anonymous().form("/demo/login", Map.of("person", "x"));
		assertThat(List.of(token.status(), login.status())).isEqualTo(List.of(404, 404));
	}

	@Test
	void readsNoSessionThatItCannotUnderstand() {
		Browser browser = new Browser();
		browser.login(PORT, "strong");
		service.jdbc().sql("update spring_session_attributes set attribute_bytes = '\\xaced0005ff'::bytea").update();
		assertThat(browser.get(address("/api/v1/me")).statusCode()).isEqualTo(401);
	}

	private static JWTClaimsSet.Builder hsa(String id) {
		return provider.claims("some-uuid").claim("employeeHsaId", id);
	}

	private static Client bearing(String token) {
		return new Client(PORT, token);
	}

	private static String address(String path) {
		return "https://localhost:" + PORT + path;
	}

	private static Map<String, String> json(String csrf) {
		Map<String, String> headers = new HashMap<>(
				Map.of("Content-Type", "application/json", "If-Match", "\"1\"", "Idempotency-Key", "login-tests-1"));
		if (!csrf.isEmpty()) {
			headers.put("X-CSRF-TOKEN", csrf);
		}
		return headers;
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private static void assertRefused(Answer answer, int status, String key) {
		assertThat(List.of(answer.status(), answer.json().path("type").asString())).as(answer.toString())
			.isEqualTo(List.of(status, "urn:uppdragskollen:problem:" + key));
	}

}
