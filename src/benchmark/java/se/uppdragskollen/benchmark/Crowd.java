package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that all ask at once, one question after the other without a pause, each in an
 * order of its own.
 */
final class Crowd {

	static final int CLIENTS = 20;

	private final LoadedService service;

	private final List<Question> questions;

	private final List<Map<String, String>> tokens = new ArrayList<>();

	Crowd(LoadedService service, List<Question> questions) throws IOException, InterruptedException {
		this.service = service;
		this.questions = questions;
		for (int client = 0; client < CLIENTS; client++) {
			Map<String, String> own = new HashMap<>();
			for (String person : List.of("revy", "greta", "admina", "bodil")) {
				own.put(person, service.token(person));
			}
			own.put("", service.token("chef-" + (30 + client * 7)));
			this.tokens.add(own);
		}
	}

	/**
	 * Asks every question so many times per client.
	 * @return the times by question, in microseconds, sorted
	 */
	Map<Question, long[]> ask(int rounds) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try {
			List<Callable<Map<Question, List<Long>>>> clients = new ArrayList<>();
			for (int client = 0; client < CLIENTS; client++) {
				int number = client;
				clients.add(() -> one(number, rounds));
			}
			Map<Question, List<Long>> times = new HashMap<>();
			for (Future<Map<Question, List<Long>>> client : threads.invokeAll(clients)) {
				client.get().forEach((question, own) -> times.computeIfAbsent(question, (key) -> new ArrayList<>()).addAll(own));
			}
			Map<Question, long[]> sorted = new HashMap<>();
			times.forEach((question, all) -> {
				long[] ordered = all.stream().mapToLong(Long::longValue).toArray();
				Arrays.sort(ordered);
				sorted.put(question, ordered);
			});
			return sorted;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("not answered", ex.getCause());
		}
		finally {
			threads.shutdown();
		}
	}

	private Map<Question, List<Long>> one(int client, int rounds) throws IOException, InterruptedException {
		Random order = new Random(client);
		Map<String, String> own = this.tokens.get(client);
		Map<Question, List<Long>> times = new HashMap<>();
		for (int round = 0; round < rounds; round++) {
			List<Question> shuffled = new ArrayList<>(this.questions);
			Collections.shuffle(shuffled, order);
			for (Question question : shuffled) {
				String path = question.paths().get((client + round * CLIENTS) % question.paths().size());
				long start = System.nanoTime();
				this.service.get(path, own.get((question.person() == null) ? "" : question.person()));
				times.computeIfAbsent(question, (key) -> new ArrayList<>()).add((System.nanoTime() - start) / 1000);
			}
		}
		return times;
	}

}
