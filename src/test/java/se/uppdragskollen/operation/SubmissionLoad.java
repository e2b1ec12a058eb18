package se.uppdragskollen.operation;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The managers of many centres hand their reports in, several at once and in any order,
 * and do not give up: who gets no answer, or is told that the service is away, asks again
 * until it is answered. Any other answer than the right one fails.
 */
final class SubmissionLoad {

	static final String ASSIGNMENT = "kalmar-halsoval";

	private static final List<String> MONTHS = List.of("2025-03", "2025-04", "2025-05", "2025-06");

	private static final int AT_ONCE = 8;

	private static final long PATIENCE_SECONDS = 90;

	private final int units;

	private final Random chance;

	private volatile List<Integer> ports;

	private final AtomicInteger turn = new AtomicInteger();

	private final Map<String, String> tokens = new ConcurrentHashMap<>();

	private final Map<String, String> acknowledged = new ConcurrentSkipListMap<>();

	private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

	private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newFixedThreadPool(2 * AT_ONCE);

	/**
	 * A load.
	 * @param units how many centres; each hands in four months
	 * @param seed for the order
	 * @param ports where the service is, one for each of its instances
	 */
	SubmissionLoad(int units, long seed, List<Integer> ports) {
		this.units = units;
		this.chance = new Random(seed);
		this.ports = ports;
	}

	/** Registers the centres and their managers, and somebody who checks. */
	void register(JdbcClient jdbc) {
		jdbc.sql("""
				insert into unit (id, name, municipality, operator, peer_group, opened)
				select 'L' || n, 'Provcentral ' || n, 'Provköping', 'regional', 'prov', date '2020-01-01'
				from generate_series(1, ?) n
				""").param(this.units).update();
		jdbc.sql("""
				insert into person (issuer, subject, name)
				select 'urn:uppdragskollen:demo', 'm' || n, 'Chef ' || n from generate_series(0, ?) n
				""").param(this.units).update();
		jdbc.sql(
				"""
						insert into person_role (person, role, unit)
						select id, case subject when 'm0' then 'reviewer' else 'manager' end, 'L' || nullif(substr(subject, 2), '0')
						from person where subject ~ '^m\\d+$'
						""")
			.update();
	}

	int size() {
		return this.units * MONTHS.size();
	}

	/** From now on it is there. */
	void moveTo(List<Integer> ports) {
		this.ports = ports;
	}

	/** What was acknowledged: number and fingerprint by centre and period. */
	Map<String, String> acknowledged() {
		return new TreeMap<>(this.acknowledged);
	}

	/** How often each was answered; {@code none} without an answer. */
	Map<String, AtomicInteger> answers() {
		return this.answers;
	}

	/** Hands all in; done when all are acknowledged. */
	List<Future<?>> start() {
		List<String> reports = new ArrayList<>();
		for (int unit = 1; unit <= this.units; unit++) {
			for (String month : MONTHS) {
				reports.add(unit + " " + month);
			}
		}
		Collections.shuffle(reports, this.chance);
		ConcurrentLinkedQueue<String> open = new ConcurrentLinkedQueue<>(reports);
		List<Future<?>> workers = new ArrayList<>();
		for (int i = 0; i < AT_ONCE; i++) {
			workers.add(this.threads.submit(() -> {
				for (String next = open.poll(); next != null && this.wrong.isEmpty(); next = open.poll()) {
					handIn(Integer.parseInt(next.split(" ")[0]), next.split(" ")[1]);
				}
				return null;
			}));
		}
		return workers;
	}

	/** Waits until all are acknowledged. */
	void finish(List<Future<?>> workers) throws Exception {
		for (Future<?> one : workers) {
			one.get();
		}
		this.threads.shutdown();
		assertThat(this.threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.wrong).isEmpty();
	}

	void handInAll() throws Exception {
		finish(start());
	}

	private void handIn(int unit, String month) throws Exception {
		String report = "/api/v1/units/L" + unit + "/reports/" + ASSIGNMENT + "/" + month;
		Answer draft = insist("m" + unit, (client) -> client.post(report + "/draft", ""));
		draft = save(unit, month, report, expect(draft, 200, 201).header("ETag"));
		String version = draft.header("ETag");
		Function<Client, Answer> submit = (client) -> client.post(report + "/submissions", "{\"confirm\": true}",
				"If-Match", version, "Idempotency-Key", "load-" + unit + "-" + month);
		Future<Answer> twin = (this.ports.size() > 1) ? this.threads.submit(() -> insist("m" + unit, submit)) : null;
		Answer submitted = expect(insist("m" + unit, submit), 201);
		if (twin != null && !twin.get().text().equals(submitted.text())) {
			this.wrong.add("not the same: " + submitted + " and " + twin.get());
		}
		JsonNode summary = submitted.json();
		this.acknowledged.put("L" + unit + " " + month,
				summary.path("number").asInt() + " " + summary.path("fingerprint").asString());
	}

	/** Who got no answer may have saved already: then the draft is newer. */
	private Answer save(int unit, String month, String report, String version) {
		String entries = "{\"entries\": " + entries(unit, MONTHS.indexOf(month)) + "}";
		Answer saved = insist("m" + unit, (client) -> client.put(report + "/draft", entries, "If-Match", version));
		if (saved.status() != 412) {
			return expect(saved, 200);
		}
		return save(unit, month, report, "\"" + saved.json().path("current").path("version").asLong() + "\"");
	}

	/** Every course of four months occurs. */
	private static String entries(int unit, int month) {
		int assessed = 200 + unit;
		int calls = 1000 + unit;
		boolean late = (unit >> month & 1) == 1;
		boolean unanswered = (unit * 7 >> month & 1) == 1;
		return "{\"assessed_total\": {\"value\": " + assessed + "}, \"assessed_within_3_days\": {\"value\": "
				+ assessed * (late ? 70 + month : 95 - month) / 100 + "}, \"calls_incoming\": {\"value\": " + calls
				+ "}, \"calls_answered_same_day\": {\"value\": " + calls * (unanswered ? 85 : 97) / 100 + "}}";
	}

	/**
	 * Has all that is handed in evaluated anew.
	 * @return where it is told of
	 */
	String startRun(String key) {
		String body = "{\"assignment\":\"" + ASSIGNMENT + "\",\"from\":\"2025-01-01\",\"to\":\"2025-12-31\"}";
		Answer started = insist("m0", (client) -> client.post("/api/v1/runs", body, "Idempotency-Key", key));
		return "/api/v1/runs/" + expect(started, 202).json().path("id").asInt();
	}

	/** How far a run has come. */
	JsonNode told(String run) {
		return expect(insist("m0", (client) -> client.get(run)), 200).json();
	}

	/** Waits until a run is done. */
	void awaitRun(String run) throws InterruptedException {
		for (int i = 0; i < 300 && told(run).path("state").asString().equals("running"); i++) {
			Thread.sleep(100);
		}
		JsonNode told = told(run);
		assertThat(told.path("state").asString() + " " + told.path("left").asInt()).isEqualTo("done 0");
	}

	/** Asks until there is an answer. */
	Answer insist(String person, Function<Client, Answer> ask) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (System.nanoTime() < end) {
			List<Integer> now = this.ports;
			int port = now.get(Math.floorMod(this.turn.getAndIncrement(), now.size()));
			try {
				String token = token(port, person);
				if (token != null) {
					Answer answer = ask.apply(new Client(port, token));
					if (!isAway(answer)) {
						return answer;
					}
					if (answer.status() == 401) {
						this.tokens.remove(port + " " + person, token);
					}
				}
			}
			catch (UncheckedIOException ex) {
				count("none");
			}
			pause();
		}
		throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s; until then " + this.answers);
	}

	private String token(int port, String person) {
		String known = this.tokens.get(port + " " + person);
		if (known != null) {
			return known;
		}
		Answer token = new Client(port, null).form("/demo/token", Map.of("person", person));
		if (isAway(token)) {
			return null;
		}
		this.tokens.put(port + " " + person, expect(token, 200).text());
		return token.text();
	}

	/** Told so, in the form in which all errors are told. */
	private boolean isAway(Answer answer) {
		count(String.valueOf(answer.status()));
		boolean away = answer.status() == 503;
		if (away && !(answer.header("Content-Type").startsWith("application/problem+json")
				&& answer.json().path("type").asString().equals("urn:uppdragskollen:problem:unavailable"))) {
			this.wrong.add(answer.toString());
		}
		return away || answer.status() == 401;
	}

	private Answer expect(Answer answer, int... allowed) {
		for (int one : allowed) {
			if (answer.status() == one) {
				return answer;
			}
		}
		this.wrong.add(answer.toString());
		throw new AssertionError(answer.toString());
	}

	private void count(String answer) {
		this.answers.computeIfAbsent(answer, (key) -> new AtomicInteger()).incrementAndGet();
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
