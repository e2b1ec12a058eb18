package se.uppdragskollen.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of the service on one database do what one does alone.
 */
class TwoInstancesTests {

	private final long seed = Long.getLong("seed", System.nanoTime());

	@Test
	void doWhatOneDoesAlone() throws Exception {
		System.out.println("two instances with seed " + this.seed);
		assertThat(byTwo()).isEqualTo(byOne());
	}

	private Map<String, List<String>> byTwo() throws Exception {
		Map<String, Object> database = RunningService.newDatabase();
		try (RunningService second = RunningService.start(database, Map.of())) {
			SubmissionLoad load;
			List<Future<?>> workers;
			String run;
			try (RunningService first = RunningService.start(database, Map.of())) {
				load = new SubmissionLoad(25, this.seed, List.of(first.port(), second.port()));
				load.register(RunningService.ownerOf(database));
				checkLogin(first, second);
				workers = load.start();
				while (load.acknowledged().size() < load.size() / 2 && workers.stream().noneMatch(Future::isDone)) {
					Thread.sleep(20);
				}
				run = load.startRun("while-both-work");
			}
			load.moveTo(List.of(second.port()));
			load.finish(workers);
			load.awaitRun(run);
			load.awaitRun(load.startRun("when-all-is-there"));
			WholeDatabase whole = new WholeDatabase(RunningService.ownerOf(database), load);
			whole.awaitResults();
			whole.check();
			assertThat(load.answers().keySet()).isSubsetOf("200", "201", "202", "412", "none");
			return whole.findings();
		}
	}

	private static void checkLogin(RunningService first, RunningService second) {
		String session = first.anonymous()
			.form("/demo/login", Map.of("person", "m0"))
			.header("Set-Cookie")
			.split(";")[0];
		assertThat(second.anonymous().get("/api/v1/me", "Cookie", session).status()).isEqualTo(200);
	}

	private Map<String, List<String>> byOne() throws Exception {
		Map<String, Object> database = RunningService.newDatabase();
		try (RunningService service = RunningService.start(database, Map.of())) {
			SubmissionLoad load = new SubmissionLoad(25, this.seed + 1, List.of(service.port()));
			load.register(RunningService.ownerOf(database));
			load.handInAll();
			load.awaitRun(load.startRun("when-all-is-there"));
			WholeDatabase whole = new WholeDatabase(RunningService.ownerOf(database), load);
			whole.awaitResults();
			whole.check();
			return whole.findings();
		}
	}

	@Test
	void letOneWinWhicheverIsAsked() throws Exception {
		RunningService first = RunningService.shared();
		try (RunningService second = first.another()) {
			oneSavesTheDraft(first, second);
			oneActsOnTheCase(first, second);
			oneAnswersByTheLink(first, second);
		}
	}

	/** Eight save at once, again and again; seven are told what the eighth has saved. */
	private static void oneSavesTheDraft(RunningService first, RunningService second) throws Exception {
		String unit = first.unit();
		String reporter = first.subject(Role.REPORTER, unit);
		Client one = first.client(reporter);
		Client other = second.client(reporter);
		String draft = "/api/v1/units/" + unit + "/reports/kalmar-halsoval/2025-06/draft";
		assertThat(one.post(draft, "").status()).isEqualTo(201);
		for (int version = 1; version <= 8; version++) {
			int saved = version + 1;
			String before = "\"" + version + "\"";
			List<Callable<Answer>> many = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				String entries = "{\"entries\": {\"assessed_total\": {\"value\": " + i + "}}}";
				Client who = (i % 2 == 0) ? one : other;
				many.add(() -> who.put(draft, entries, "If-Match", before));
			}
			List<Answer> answers = atOnce(many);
			assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 412);
			int winner = answers.stream().map(Answer::status).toList().indexOf(200);
			assertThat(answers).filteredOn((answer) -> answer.status() == 412)
				.extracting((answer) -> answer.json().path("current"))
				.allMatch((current) -> current.path("version").asInt() == saved && current.path("entries")
					.toString()
					.equals("{\"assessed_total\":{\"value\":" + winner + "}}"));
			assertThat(one.get(draft).text()).isEqualTo(other.get(draft).text());
		}
	}

	private static void oneActsOnTheCase(RunningService first, RunningService second) throws Exception {
		Client one = first.person(Role.REVIEWER);
		Client other = second.person(Role.REVIEWER);
		for (int i = 0; i < 4; i++) {
			Centre centre = Centre.of((i % 2 == 0) ? first : second);
			centre.handIn("2025-06", "{\"assessed_total\":{\"value\":400},\"assessed_within_3_days\":{\"value\":300}}");
			String acts = "/api/v1/cases/" + awaitCase(one, centre.unit()) + "/acts";
			List<Answer> answers = atOnce(
					List.of(() -> one.post(acts, "{\"act\":\"confirm\",\"text\":\"Ja\"}", "If-Match", "\"1\""),
							() -> other.post(acts, "{\"act\":\"dismiss\",\"text\":\"Nej\"}", "If-Match", "\"1\"")));
			assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
			boolean firstWon = answers.get(0).status() == 200;
			JsonNode current = answers.get(firstWon ? 1 : 0).json().path("current");
			assertThat(current.path("state").asString()).isEqualTo(firstWon ? "confirmed" : "dismissed");
		}
	}

	private static long awaitCase(Client reviewer, String unit) throws InterruptedException {
		JsonNode cases = reviewer.get("/api/v1/cases?unit=" + unit).json().path("items");
		for (int i = 0; i < 300 && cases.isEmpty(); i++) {
			Thread.sleep(50);
			cases = reviewer.get("/api/v1/cases?unit=" + unit).json().path("items");
		}
		assertThat(cases).hasSize(1);
		return cases.get(0).path("id").asLong();
	}

	private static void oneAnswersByTheLink(RunningService first, RunningService second) throws Exception {
		String unit = first.unit();
		Client staff = second.person(Role.REVIEWER);
		Answer made = staff.post("/api/v1/signal-links", """
				{"assignment": "kalmar-halsoval", "unit": "%s", "counterpart": "municipality",
				 "organisation": "Provköpings kommun", "expires_on": "2025-08-01"}""".formatted(unit));
		String link = "/api/v1/signal-links/" + made.json().path("token").asString();
		List<Callable<Answer>> many = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			Client bearer = ((i % 2 == 0) ? first : second).anonymous();
			many.add(() -> bearer.post(link + "/answer", "{\"flag\": \"red\"}"));
		}
		assertThat(atOnce(many)).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 410);
		for (RunningService service : List.of(first, second)) {
			assertThat(service.anonymous().get(link + "/form").status()).isEqualTo(410);
		}
		assertThat(staff.get("/api/v1/signals?unit=" + unit).json().path("items")).hasSize(1);
	}

	private static List<Answer> atOnce(List<Callable<Answer>> asked) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(asked.size());
		try {
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> one : threads.invokeAll(asked)) {
				answers.add(one.get());
			}
			return answers;
		}
		finally {
			threads.shutdown();
		}
	}

}
