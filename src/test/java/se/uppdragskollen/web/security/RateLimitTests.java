package se.uppdragskollen.web.security;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much is taken of what people do seldom.
 */
class RateLimitTests {

	private static final int KNOWN = 8;

	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.start(RunningService.newDatabase(),
				Map.of("uppdragskollen.limits.logins-per-minute", 6, "uppdragskollen.limits.uploads-per-minute", 3,
						"uppdragskollen.limits.public-per-minute", 5, "uppdragskollen.limits.known", KNOWN));
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void takesNoMoreLoginsOfOneAddressThanOnePersonMakes() {
		for (int i = 0; i < 6; i++) {
			assertThat(login("/demo/token", "10.0.0.1").status()).isEqualTo(404);
		}
		Answer refused = login("/demo/token", "10.0.0.1");
		assertThat(List.of(refused.status(), refused.header("Content-Type"), refused.json().path("type").asString()))
			.isEqualTo(List.of(429, "application/problem+json;charset=UTF-8", "urn:uppdragskollen:problem:status-429"));
		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 11);
		assertThat(refused.header("Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(login("/%64emo/token", "10.0.0.1").status()).as("written otherwise").isEqualTo(429);
		assertThat(link("10.0.0.1").status()).as("links are counted with logins").isEqualTo(429);
		assertThat(login("/demo/token", "10.0.0.2").status()).as("another address").isEqualTo(404);
	}

	@Test
	void givesNoMorePublicPagesToOneAddressThanPeopleRead() {
		Client resident = service.anonymous();
		for (String path : List.of("/public", "/public/about", "/public/data", "/public/figures", "/public")) {
			assertThat(resident.get(path, "X-Forwarded-For", "10.0.0.7").status()).as(path).isEqualTo(200);
		}
		assertThat(resident.get("/public/data", "X-Forwarded-For", "10.0.0.7").status()).isEqualTo(429);
		assertThat(resident.get("/public", "X-Forwarded-For", "10.0.0.8").status()).isEqualTo(200);
	}

	@Test
	void makesNoMorePapersThanPeopleRead() {
		Client reviewer = service.person(Role.REVIEWER);
		for (int i = 0; i < 3; i++) {
			assertThat(reviewer.get("/review/centres/SE0000000000-X/report.pdf").status()).isEqualTo(404);
		}
		assertThat(reviewer.get("/review/centres/SE0000000000-X/letter.pdf").status()).isEqualTo(429);
		assertThat(reviewer.get("/review/centres/SE0000000000-X/history?x=1&%61s=pdf").status()).isEqualTo(429);
		assertThat(reviewer.get("/review/centres/SE0000000000-X/history").status()).isEqualTo(404);
	}

	@Test
	void believesOnlyTheProxyAboutAddresses() {
		for (int i = 0; i < 6; i++) {
			login("/demo/token", "1.2.3." + i + ", 10.0.0.3");
		}
		assertThat(login("/demo/token", "9.9.9.9, 10.0.0.3").status()).as("the last proxy's word counts")
			.isEqualTo(429);
	}

	@Test
	void takesNoMoreUploadsOfOneLoginThanOnePersonMakes() {
		Client one = service.person(Role.COMMISSIONER);
		Client other = service.person(Role.COMMISSIONER);
		for (int i = 0; i < 3; i++) {
			assertThat(upload(one).status()).isNotEqualTo(429);
		}
		assertThat(upload(one).status()).isEqualTo(429);
		assertThat(one
			.send("POST", "/api/v1/units/import", HttpRequest.BodyPublishers.ofString("--x--"), "Content-Type",
					"Multipart/form-data; boundary=x")
			.status()).as("written otherwise").isEqualTo(429);
		Answer page = one.upload("/nowhere", "a.csv", new byte[0], "Accept", "text/html");
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.text()).as("to a person").contains("<h1");
		assertThat(upload(other).status()).as("another login").isNotEqualTo(429);
		assertThat(one.get("/api/v1/me").status()).as("all else").isEqualTo(200);
	}

	@Test
	void countsALoginWhateverElseItSays() {
		List<Integer> answers = new java.util.ArrayList<>();
		for (int i = 0; i < 4; i++) {
			answers.add(service.anonymous()
				.upload("/api/v1/units/import", "units.csv", new byte[0], "Authorization", "Basic " + i,
						"X-Forwarded-For", "10.0.0.9")
				.status());
		}
		assertThat(answers).isEqualTo(List.of(401, 401, 401, 429));
	}

	@Test
	void remembersNoMoreThanItMay() {
		for (int i = 0; i < 3 * KNOWN; i++) {
			login("/demo/token", "10.1.0." + i);
		}
		assertThat(service.get(RateLimits.class).known()).isEqualTo(KNOWN);
	}

	private static Answer login(String path, String address) {
		return service.anonymous().form(path, Map.of("person", "nobody"), "X-Forwarded-For", address);
	}

	private static Answer link(String address) {
		return service.anonymous().get("/api/v1/signal-links/none/form", "X-Forwarded-For", address);
	}

	private static Answer upload(Client client) {
		return client.upload("/api/v1/units/import", "units.csv", new byte[0], "Idempotency-Key", "rate-limit-tests");
	}

}
