package se.uppdragskollen.web.security;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a demo gives is worth nothing to a service that is none, though both use one
 * database; and no setting or request makes one of it.
 */
class DemoBorderTests {

	/** What somebody might think switches it on. */
	private static final List<String> SETTINGS = List.of("uppdragskollen.demo", "uppdragskollen.demo.enabled", "demo",
			"spring.profiles.active", "serviceOptions.demo", "service-options.demo");

	private static RunningService demo;

	private static RunningService service;

	private static String unit;

	private static Client manager;

	@BeforeAll
	static void start() {
		Map<String, Object> database = RunningService.newDatabase();
		demo = RunningService.start(database, Map.of());
		unit = demo.unit();
		manager = demo.person(Role.MANAGER, unit);
		Map<String, Object> settings = new HashMap<>();
		SETTINGS.forEach((one) -> settings.put(one, one.startsWith("spring") ? "demo" : "true"));
		service = RunningService.outsideDemo(database, settings);
	}

	@AfterAll
	static void stop() {
		service.close();
		demo.close();
	}

	@Test
	void takesNoTokenOfADemo() {
		assertThat(manager.get("/api/v1/me").status()).isEqualTo(200);
		assertThat(new Client(service.port(), manager.token()).get("/api/v1/me").status()).isEqualTo(401);
	}

	@Test
	void takesNoLoginOfADemo() {
		String subject = demo.jdbc()
			.sql("select subject from person where issuer = ? limit 1")
			.param(DemoTokens.ISSUER)
			.query(String.class)
			.single();
		Browser browser = new Browser();
		assertThat(browser
			.send("POST", java.net.URI.create("http://localhost:" + demo.port() + "/demo/login"), "person=" + subject,
					Map.of())
			.statusCode()).isEqualTo(303);
		assertThat(browser.get("http://localhost:" + demo.port() + "/api/v1/me").statusCode()).isEqualTo(200);
		browser.moved(demo.port(), service.port());
		HttpResponse<String> me = browser.get("http://localhost:" + service.port() + "/api/v1/me");
		assertThat(me.statusCode()).as(me.body()).isEqualTo(401);
	}

	@Test
	void hasNoAddressOfADemo() {
		List<Integer> answers = new ArrayList<>();
		for (String header : List.of("X-Demo", "X-Forwarded-Prefix", "X-Original-URL")) {
			answers.add(service.anonymous().form("/demo/token", Map.of("person", "x"), header, "/demo").status());
			answers.add(service.anonymous().form("/demo/login?demo=true", Map.of("person", "x"), header, "1").status());
			answers.add(service.anonymous().get("/demo/token?person=x&demo=true", header, "true").status());
		}
		assertThat(answers).hasSize(9).containsOnly(404);
	}

	@Test
	void givesItsCookieToThisHostOverHttpsAloneInADemoToo() {
		for (String scheme : List.of("http", "https")) {
			Browser browser = new Browser();
			String subject = demo.jdbc().sql("select min(subject) from person").query(String.class).single();
			browser.send("POST", java.net.URI.create(scheme + "://localhost:" + demo.port() + "/demo/login"),
					"person=" + subject, Map.of());
			assertThat(browser.set()).hasSize(1);
			assertThat(browser.set().get(0))
				.matches("__Host-session=[A-Za-z0-9]+; Path=/; Secure; HttpOnly; SameSite=Lax");
		}
	}

}
