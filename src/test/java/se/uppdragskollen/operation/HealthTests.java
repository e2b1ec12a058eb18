package se.uppdragskollen.operation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be seen of the service on its management port, and that it cannot be seen on
 * its own.
 */
class HealthTests {

	private static final String REVISION = "sha256:" + "a".repeat(64);

	private static RunningService service;

	@BeforeAll
	static void start() {
		service = RunningService.alone();
		service.jdbc().sql("delete from evaluation_task").update();
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void tellsWhatIsLoadedAndWhatWaits() throws Exception {
		String unit = service.unit();
		RunningService.MovableClock clock = service.clock();
		service.jdbc()
			.sql("insert into edition_revision values (?, 'prov', '2025', '2025-01-01', '2025-12-31', '', now(), "
					+ "'test', true)")
			.param(REVISION)
			.update();
		service.jdbc()
			.sql("insert into evaluation_task (unit, assignment, period, period_to, cause, asked_at, failures, "
					+ "not_before) values (?, 'prov', '2025-Q1', '2025-03-31', 'test', ?, 1, '2999-01-01')")
			.params(unit, java.sql.Timestamp.from(clock.instant().minusSeconds(3600)))
			.update();

		assertThat(answer(service.managementPort(), "/actuator/health/liveness"))
			.isEqualTo("200 {\"components\":{\"livenessState\":{\"status\":\"UP\"}},\"status\":\"UP\"}");
		assertThat(answer(service.managementPort(), "/actuator/health/readiness"))
			.matches("200 \\{\"components\":\\{\"database\":\\{\"details\":\\{\"server\":\"18\\.\\d+\","
					+ "\"tables\":\"\\d+\"\\},\"status\":\"UP\"\\},\"editions\":\\{\"details\":\\{\"loaded\":\\{.*"
					+ "\"prov/2025\":\"" + REVISION + "\".*\\}\\},\"status\":\"UP\"\\},"
					+ "\"readinessState\":\\{\"status\":\"UP\"\\}\\},\"status\":\"UP\"\\}");
		assertThat(answer(service.managementPort(), "/actuator/health/jobs"))
			.matches("503 \\{\"details\":\\{\"waiting\":1,\"failing\":1,\"oldest_seconds\":36\\d\\d\\},"
					+ "\"status\":\"DOWN\"\\}");
		List<String> figures = answer(service.managementPort(), "/actuator/prometheus").lines()
			.filter((line) -> line.startsWith("uppdragskollen_"))
			.map((line) -> line.replaceFirst("36\\d\\d", "36xx"))
			.sorted()
			.toList();
		assertThat(figures).containsExactly("uppdragskollen_drafts 0.0", "uppdragskollen_mail_failing 0.0",
				"uppdragskollen_mail_given_up 0.0", "uppdragskollen_mail_waiting 0.0",
				"uppdragskollen_tasks_failing 1.0", "uppdragskollen_tasks_oldest_seconds 36xx.0",
				"uppdragskollen_tasks_waiting 1.0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/info", "/actuator/metrics", "/actuator/heapdump",
			"/actuator/shutdown", "/actuator/loggers", "/actuator/configprops", "/api/v1/me" })
	void showsNothingElse(String path) throws Exception {
		assertThat(answer(service.managementPort(), path)).matches("(?s)40[14] .*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/prometheus" })
	void isNotOnTheServicesOwnPort(String path) throws Exception {
		assertThat(answer(service.port(), path)).startsWith("401 ");
		assertThat(service.person(se.uppdragskollen.access.Role.ADMINISTRATOR).get(path).status()).isEqualTo(404);
	}

	private static String answer(int port, String path) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
		return answer.statusCode() + " " + answer.body();
	}

}
