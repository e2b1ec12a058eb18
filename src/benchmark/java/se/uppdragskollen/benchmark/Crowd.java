package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	private final LoadedService service;

	private final int clients;

	private final List<Question> questions;

	private final List<Map<String, String>> logins = new ArrayList<>();

	Crowd(LoadedService service, int clients, List<Question> questions) throws IOException, InterruptedException {
		this.service = service;
		this.clients = clients;
		this.questions = questions;
		for (int client = 0; client < clients; client++) {
			Map<String, String> own = new HashMap<>();
			for (String person : List.of("revy", "greta", "admina", "bodil")) {
				own.put(person, service.token(person));
			}
			own.put("", service.token("chef-" + (30 + client * 7)));
			for (String person : List.of("greta", "bodil", "vera", "admina", "revy")) {
				own.put("page " + person, service.session(person));
			}
			own.put("page nobody", "language=sv");
			this.logins.add(own);
		}
	}

	/**
	 * Asks every question so many times per client.
	 * @return the times by question, in microseconds, sorted
	 */
	Map<Question, long[]> ask(int rounds) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(this.clients);
		try {
			List<Callable<Map<Question, List<Long>>>> clients = new ArrayList<>();
			for (int client = 0; client < this.clients; client++) {
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
		Map<String, String> own = this.logins.get(client);
		Map<Question, List<Long>> times = new HashMap<>();
		for (int round = 0; round < rounds; round++) {
			List<Question> shuffled = new ArrayList<>(this.questions);
			Collections.shuffle(shuffled, order);
			for (Question question : shuffled) {
				String path = question.paths().get((client + round * this.clients) % question.paths().size());
				long start = System.nanoTime();
				ask(question, path, own);
				times.computeIfAbsent(question, (key) -> new ArrayList<>()).add((System.nanoTime() - start) / 1000);
			}
		}
		return times;
	}

	private void ask(Question question, String path, Map<String, String> own) throws IOException, InterruptedException {
		String person = (question.person() == null) ? "" : question.person();
		if (path.startsWith("/api/")) {
			this.service.get(path, Objects.requireNonNull(own.get(person)));
		}
		else {
			this.service.page(path, Objects.requireNonNull(own.get("page " + person)));
		}
	}

}
