package se.uppdragskollen.web;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors are answered in one form, whichever layer finds them.
 */
class ErrorAnswersTests {

	private final RunningService service = RunningService.shared();

	@Test
	void saysWhoOneIsAndWhatOneMay() {
		String unit = this.service.unit();
		Answer answer = this.service.person(Role.MANAGER, unit).get("/api/v1/me");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("roles").toString())
			.isEqualTo("[{\"role\":\"manager\",\"unit\":\"" + unit + "\"}]");
		assertThat(answer.json().path("may").toString()).contains("submit-report").doesNotContain("decide-case");
	}

	@Test
	void asksForALogin() {
		Answer answer = this.service.anonymous().get("/api/v1/me");
		assertProblem(answer, 401);
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
	}

	@Test
	void refusesATokenThatIsNotOurs() {
		assertProblem(new Client(this.service.port(), "not.a.token").get("/api/v1/me"), 401);
	}

	@Test
	void knowsNoSuchAddress() {
		JsonNode problem = assertProblem(
				this.service.person(Role.AUDITOR).get("/api/v1/nothing", "Accept-Language", "en"), 404);
		assertThat(problem.path("title").asString()).isEqualTo("Does not exist");
	}

	@Test
	void refusesAMethodThatNoBrowserSendsForAPageToo() {
		for (String method : List.of("QUERY", "PROPFIND")) {
			assertProblem(this.service.anonymous()
				.send(method, "/review", HttpRequest.BodyPublishers.noBody(), "Accept", "text/html"), 400);
		}
	}

	@Test
	void refusesAHeaderWithSignsThatNoneHas() throws IOException {
		String unit = this.service.unit();
		Client reporter = this.service.person(Role.REPORTER, unit);
		String path = "/api/v1/units/" + unit + "/reports/kalmar-halsoval/2025-06/draft";
		reporter.post(path, "");
		try (Socket socket = new Socket("localhost", this.service.port())) {
			socket.getOutputStream()
				.write(("DELETE " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
						+ reporter.token() + "\r\nIf-Match: \"\u0085\"\r\n\r\n")
					.getBytes(StandardCharsets.ISO_8859_1));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:uppdragskollen:problem:status-400");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "AAAA", "Jw==", "L///", "MTIz" })
	void takesACookieThatIsNoSessionForNone(String cookie) {
		for (String path : List.of("/login", "/assets/pages.css", "/api/v1/openapi.yaml")) {
			assertThat(this.service.anonymous().get(path, "Cookie", "__Host-session=" + cookie).status()).as(path)
				.isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/api/v1/units/import", "/demo/login" })
	void refusesAFileWhoseNameHoldsNothing(String path) {
		Answer answer = this.service.person(Role.COMMISSIONER).upload(path, "a\0b.csv", new byte[1]);
		assertProblem(answer, 400);
	}

	@Test
	void leadsNowhereThatNoAddressCanBe() {
		String planted = Base64.getEncoder().encodeToString("/a\r\nX: 1".getBytes(StandardCharsets.UTF_8));
		this.service.person(Role.REVIEWER);
		Answer login = this.service.anonymous()
			.form("/demo/login", Map.of("person", this.service.subject(Role.REVIEWER, null)), "Cookie",
					"REDIRECT_URI=" + planted);
		assertThat(login.status()).isEqualTo(303);
		assertThat(login.header("Location")).endsWith("/desk");
		assertThat(login.header("X")).isEmpty();
	}

	@Test
	void makesNoSessionForWhoHasNoLogin() {
		for (String path : List.of("/nowhere", "/logout", "/review/confirmations", "/api/v1/units")) {
			Answer answer = this.service.anonymous().form(path, Map.of("a", "b"));
			assertProblem(answer, 401);
			assertThat(answer.header("Set-Cookie")).isEmpty();
		}
		Answer page = this.service.anonymous().form("/nowhere", Map.of("a", "b"), "Accept", "text/html");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.text()).contains("<h1").doesNotContain("Logga ut");
		assertThat(page.header("Set-Cookie")).isEmpty();
	}

	/** A header, the file, or all of it: something is always to blame. */
	@Test
	void pointsAtWhatIsToBlameFromEveryLayer() {
		Client staff = this.service.person(Role.COMMISSIONER);
		String unit = "/api/v1/units/" + this.service.unit();
		String body = "{\"name\":\"X\",\"operator\":\"regional\",\"opened\":\"2020-01-01\"}";
		assertThat(pointer(staff.put(unit, body), 428)).isEqualTo("If-Match");
		assertThat(pointer(staff.put(unit, body, "If-Match", "\"77\""), 412)).isEqualTo("If-Match");
		assertThat(pointer(staff.put(unit, body.replace("regional", "x"), "If-Match", "\"1\""), 422))
			.isEqualTo("/operator");
		assertThat(pointer(staff.put(unit, "{\"name\":[", "If-Match", "\"1\""), 400)).isEqualTo("/name");
		assertThat(pointer(staff.put(unit, "{\"nam\":1}", "If-Match", "\"1\""), 400)).isEqualTo("/nam");
		assertThat(pointer(staff.get("/api/v1/units?limit=x"), 422)).isEqualTo("limit");
		assertThat(pointer(staff.send("POST", "/api/v1/units/import", HttpRequest.BodyPublishers.ofString("--x"),
				"Content-Type", "multipart/form-data; boundary=x", "Idempotency-Key", "a-key-of-8"), 400))
			.isEqualTo("file");
	}

	private static String pointer(Answer answer, int status) {
		return assertProblem(answer, status).path("errors").path(0).path("pointer").asString("none");
	}

	@Test
	void refusesAMethodThatIsNotThere() {
		assertProblem(this.service.person(Role.AUDITOR).delete("/api/v1/me"), 405);
	}

	@Test
	void namesTheParameterThatIsMissing() {
		JsonNode problem = assertProblem(this.service.person(Role.AUDITOR).get("/api/v1/overview?period=2025-05"), 400);
		assertThat(problem.path("detail").asString())
			.isEqualTo("Parametern assignment saknas i adressen. Lägg till den: ?assignment=…");
		assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("assignment");
	}

	@Test
	void saysWhoseRoleMay() {
		Client reporter = this.service.person(Role.REPORTER, this.service.unit());
		assertThat(assertProblem(reporter.get("/api/v1/audit/proof"), 403).path("detail").asString())
			.isEqualTo("Din roll får inte göra detta. Roller som får: revisor, administratör.");
		assertThat(
				assertProblem(this.service.person(Role.ADMINISTRATOR).post("/api/v1/signals/1/withdrawal", "{}"), 403)
					.path("detail")
					.asString())
			.isEqualTo("Din roll får inte göra detta. Roller som får: beställare, granskare, rapportör, "
					+ "verksamhetschef.");
	}

	@Test
	void saysWhatAParameterMayBe() {
		assertThat(assertProblem(this.service.person(Role.AUDITOR).get("/api/v1/cases/x17"), 400).path("detail")
			.asString()).isEqualTo("Parametern id kan inte läsas. Där står: x17. Tillåtet: ett heltal.");
	}

	@Test
	void saysHowAFileIsSent() {
		Client commissioner = this.service.person(Role.COMMISSIONER);
		JsonNode problem = assertProblem(commissioner.post("/api/v1/units/import", "{}"), 415);
		assertThat(problem.path("detail").asString())
			.isEqualTo("Innehåll av slaget application/json tas inte emot här. Tillåtet: multipart/form-data.");
	}

	private static JsonNode assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("instance").asString())
			.isEqualTo("urn:uppdragskollen:request:" + answer.header("X-Request-Id"));
		return answer.json();
	}

}
