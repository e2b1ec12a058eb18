package se.uppdragskollen.assessment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishEditions;
import se.uppdragskollen.edition.RegionFolder;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An edition is published anew with another limit, in a service of its own. The centre is
 * open for 47.5 hours a week: enough for the limit of 47.5 hours, too few for 48.
 */
class RepublishedEditionTests {

	private static final String ENOUGH = "{\"opening_hours_per_week\":{\"value\":47.5},\"weekdays_open\":{\"value\":5}}";

	@Test
	void judgesByTheRulesOfTheDayUntilARunAsksForThoseOfToday(@TempDir Path home) throws Exception {
		Map<String, Object> database = RunningService.newDatabase();
		String result;
		Answer first;
		Answer second;
		try (RunningService service = RunningService.start(database, Map.of())) {
			Centre centre = Centre.of(service);
			Client reviewer = service.person(Role.REVIEWER);
			result = centre.path("2025-Q2") + "/result";
			String before = current(service);
			centre.handIn("2025-Q2", ENOUGH);
			first = awaitResult(reviewer, result);
			assertThat(told(first)).isEqualTo(before + " met");

			String after = publish(service, home);
			assertThat(after).isNotEqualTo(before);
			assertThat(run(reviewer, false)).isEqualTo("1 report, 0 changed");
			assertThat(reviewer.get(result).json()).isEqualTo(first.json());

			assertThat(run(reviewer, true)).isEqualTo("1 report, 1 changed");
			second = reviewer.get(result);
			assertThat(told(second)).isEqualTo(after + " not-met");
			JsonNode difference = reviewer.get(address(second) + "/difference").json();
			assertThat(difference.path("before")).isEqualTo(first.json().path("stored").path("id"));
			assertThat(difference.path("rules_changed").asBoolean()).isTrue();
			assertThat(difference.path("input_changed").asBoolean()).isFalse();
			assertThat(difference.path("inputs").isEmpty()).isTrue();
			assertThat(difference.path("outcomes").toString())
				.isEqualTo("[{\"requirement\":\"G22\",\"before\":\"met\",\"now\":\"not-met\"}]");
			checkStands(reviewer, first);
			assertThat(run(reviewer, true)).isEqualTo("1 report, 0 changed");
		}
		// from here on no folder has the limit of 48 hours, only the database does
		try (RunningService again = RunningService.start(database, Map.of())) {
			Client reviewer = again.person(Role.REVIEWER);
			assertThat(current(again)).isEqualTo(first.json().path("stored").path("revision").asString());
			assertThat(reviewer.get(result).json()).isEqualTo(second.json());
			checkStands(reviewer, first);
			checkStands(reviewer, second);
			JsonNode limit = reviewer
				.get("/api/v1/editions/kalmar-halsoval/2025-01/requirements/G22?revision="
						+ second.json().path("stored").path("revision").asString())
				.json();
			assertThat(limit.path("parameters").toString())
				.contains("\"name\":\"lowest_hours\",\"unit\":\"hours-per-week\",\"value\":48,");
		}
	}

	private static String publish(RunningService service, Path home) throws IOException {
		RegionFolder.copyTo(home);
		RegionFolder.change(home, "2025-01", "accessibility", "2025-01-02: {value: 47.5,", "2025-01-02: {value: 48,");
		assertThat(service.get(PublishEditions.class).from(home, Audit.SYSTEM)).isEmpty();
		return current(service);
	}

	private static String current(RunningService service) {
		return service.get(Editions.class).current("kalmar-halsoval", "2025-01").orElseThrow().revision();
	}

	/** It says what it said, by the rules by which it did, and does so again. */
	private static void checkStands(Client who, Answer result) {
		Answer now = who.get(address(result));
		assertThat(now.json().path("document")).isEqualTo(result.json().path("document"));
		assertThat(told(now)).isEqualTo(told(result));
		Answer repeated = who.post(address(result) + "/verification", "");
		assertThat(repeated.json().path("same").asBoolean()).as(repeated.toString()).isTrue();
	}

	private static String address(Answer result) {
		return "/api/v1/results/" + result.json().path("stored").path("id").asLong();
	}

	private static String told(Answer result) {
		for (JsonNode one : result.json().path("document").path("outcomes")) {
			if (one.path("requirement").asString().equals("G22")) {
				return result.json().path("stored").path("revision").asString() + " " + one.path("outcome").asString();
			}
		}
		throw new AssertionError(result.toString());
	}

	private static Answer awaitResult(Client who, String path) throws InterruptedException {
		Answer answer = who.get(path);
		for (int i = 0; i < 300 && answer.status() != 200; i++) {
			Thread.sleep(50);
			answer = who.get(path);
		}
		return answer;
	}

	private static String run(Client who, boolean currentRules) throws InterruptedException {
		Answer started = who.post("/api/v1/runs",
				"{\"assignment\":\"kalmar-halsoval\",\"period\":\"2025-Q2\",\"current_rules\":" + currentRules + "}",
				"Idempotency-Key", Centre.key());
		assertThat(started.status()).as(started.toString()).isEqualTo(202);
		String run = "/api/v1/runs/" + started.json().path("id").asLong();
		for (int i = 0; i < 300 && who.get(run).json().path("state").asString().equals("running"); i++) {
			Thread.sleep(50);
		}
		JsonNode ended = who.get(run).json();
		assertThat(ended.path("state").asString()).isEqualTo("done");
		assertThat(ended.path("left").asInt()).isZero();
		return ended.path("total").asInt() + " report, " + ended.path("changed").asInt() + " changed";
	}

}
