package se.uppdragskollen.web.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every answer carries, whatever it answers.
 */
class HeadersTests {

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private final Client manager = this.service.person(Role.MANAGER, this.unit);

	@Test
	void everyAnswerSaysWhatABrowserMayDoWithIt() {
		answers("http").forEach((what, answer) -> assertThat(headers(answer)).as(what)
			.isEqualTo(List.of(
					"Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'self'; "
							+ "frame-ancestors 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
							+ "font-src 'self'; connect-src 'self'; manifest-src 'self'",
					"X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin",
					"Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
					"Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin", "Server: ",
					"X-Powered-By: ", "Strict-Transport-Security: ", "Access-Control-Allow-Origin: ")));
	}

	@Test
	void keepsToHttpsOnceReachedByIt() {
		answers("https").forEach((what, answer) -> assertThat(answer.header("Strict-Transport-Security")).as(what)
			.isEqualTo("max-age=31536000; includeSubDomains"));
	}

	@Test
	void isKeptByNoCache() {
		answers("http")
			.forEach((what, answer) -> assertThat(answer.header("Cache-Control")).as(what).contains("no-store"));
	}

	private static List<String> headers(Answer answer) {
		List<String> found = new ArrayList<>();
		for (String name : List.of("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options",
				"Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
				"Server", "X-Powered-By", "Strict-Transport-Security", "Access-Control-Allow-Origin")) {
			found.add(name + ": " + String.join(", ", answer.response().headers().allValues(name)));
		}
		return found;
	}

	private Map<String, Answer> answers(String scheme) {
		String[] proxy = { "X-Forwarded-Proto", scheme, "Origin", "https://elsewhere.example" };
		String report = "/api/v1/units/" + this.unit + "/reports/kalmar-halsoval/2025-Q1";
		this.manager.post(report + "/draft", "");
		Map<String, Answer> answers = new LinkedHashMap<>();
		answers.put("200", this.manager.get("/api/v1/me", proxy));
		answers.put("200 with a version", this.manager.get("/api/v1/units/" + this.unit, proxy));
		answers.put("file", this.manager.get("/api/v1/reports?format=csv", proxy));
		answers.put("workbook", this.manager.get("/api/v1/reports?format=xlsx", proxy));
		answers.put("template", this.manager.get(report + "/template?format=xlsx", proxy));
		answers.put("401", this.service.anonymous().get("/api/v1/me", proxy));
		answers.put("401 wrong token", new Client(this.service.port(), "a.b.c").get("/api/v1/me", proxy));
		answers.put("403", this.manager.get("/api/v1/audit/events", proxy));
		answers.put("404", this.manager.get("/api/v1/nothing", proxy));
		answers.put("404 without a login", this.service.anonymous().get("/demo/nothing", proxy));
		answers.put("405", this.manager.delete("/api/v1/me", proxy));
		answers.put("400", this.manager.get("/api/v1/reports?limit=x", proxy));
		answers.put("firewall", this.manager.get("/api/v1/me;a=b", proxy));
		answers.put("broken upload",
				this.manager.send("POST", "/api/v1/units/import",
						java.net.http.HttpRequest.BodyPublishers.ofByteArray("--b".getBytes(StandardCharsets.US_ASCII)),
						"Content-Type", "multipart/form-data; boundary=b", "X-Forwarded-Proto", scheme));
		return answers;
	}

}
