package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is sent for each page besides images: itself, its style and its scripts, packed, as
 * the tests weigh the demo's pages. A browser fetches style and scripts once for all pages.
 */
final class PageWeights {

	/** The heaviest that a page may be, in bytes. */
	private static final int GOAL = 200_000;

	private static final int TOLD = 5;

	private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js|woff2)[^\"]*)\"");

	private final LoadedService service;

	private final Map<String, String> sessions = new HashMap<>(Map.of("nobody", "language=sv"));

	private final Map<String, Integer> parts = new HashMap<>();

	PageWeights(LoadedService service) {
		this.service = service;
	}

	/**
	 * Weighs each page once and prints the heaviest.
	 * @return whether none is heavier than the goal
	 */
	boolean measure(List<Question> questions) throws IOException, InterruptedException {
		Map<String, Integer> weights = new HashMap<>();
		for (Question question : questions) {
			String session = session(Objects.requireNonNull(question.person()));
			String path = question.paths().get(0);
			String page = this.service.page(path, session);
			if (page.startsWith("<!DOCTYPE html>")) {
				weights.put(question.name(), this.service.weight(path, session) + parts(page));
			}
		}
		System.out.printf("%-70s %8s%n", "bytes besides images, the heaviest of " + weights.size() + " pages", "");
		weights.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(TOLD)
			.forEach((one) -> System.out.printf("%-70s %8d%s%n", one.getKey(), one.getValue(),
					(one.getValue() > GOAL) ? "  too heavy" : ""));
		return weights.values().stream().allMatch((one) -> one <= GOAL);
	}

	private String session(String person) throws IOException, InterruptedException {
		String session = this.sessions.get(person);
		if (session == null) {
			session = this.service.session(person);
			this.sessions.put(person, session);
		}
		return session;
	}

	private int parts(String page) throws IOException, InterruptedException {
		int sum = 0;
		Matcher part = PART.matcher(page);
		while (part.find()) {
			Integer weight = this.parts.get(part.group(1));
			if (weight == null) {
				weight = this.service.weight(part.group(1), "language=sv");
				this.parts.put(part.group(1), weight);
			}
			sum += weight;
		}
		return sum;
	}

}
