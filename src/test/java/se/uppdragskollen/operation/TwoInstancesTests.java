package se.uppdragskollen.operation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of the service on one database do what one does alone.
 */
class TwoInstancesTests {

	private static final String RUN = "{\"assignment\":\"kalmar-halsoval\",\"from\":\"2025-01-01\",\"to\":\"2025-12-31\"}";

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
				run = run(load, "while-both-work");
			}
			load.moveTo(List.of(second.port()));
			load.finish(workers);
			awaitRun(load, run);
			awaitRun(load, run(load, "when-all-is-there"));
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
			awaitRun(load, run(load, "when-all-is-there"));
			WholeDatabase whole = new WholeDatabase(RunningService.ownerOf(database), load);
			whole.awaitResults();
			whole.check();
			return whole.findings();
		}
	}

	private static String run(SubmissionLoad load, String key) {
		Answer started = load.insist("m0", (client) -> client.post("/api/v1/runs", RUN, "Idempotency-Key", key));
		assertThat(started.status()).as(started.toString()).isEqualTo(202);
		return "/api/v1/runs/" + started.json().path("id").asInt();
	}

	private static void awaitRun(SubmissionLoad load, String run) throws InterruptedException {
		String state = "";
		for (int i = 0; i < 300 && !state.equals("done"); i++) {
			Thread.sleep(100);
			state = load.insist("m0", (client) -> client.get(run)).json().path("state").asString();
		}
		assertThat(state).isEqualTo("done");
	}

}
