package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every page of the service, as the tests' list of who may do what knows it, and those that
 * are known to have more to do.
 */
final class Pages {

	/** Where people stand in that list; the first who may see a page asks for it. */
	private static final Map<Integer, String> PEOPLE = new LinkedHashMap<>();

	static {
		PEOPLE.put(0, "nobody");
		PEOPLE.put(2, "greta");
		PEOPLE.put(1, "bodil");
		PEOPLE.put(6, "vera");
		PEOPLE.put(9, "admina");
		PEOPLE.put(8, "revy");
	}

	private static final int MARKS = 10;

	/** Filters and spans with which pages have most to read, by who asks. */
	private static final Map<String, String> WIDE = new LinkedHashMap<>();

	static {
		WIDE.put("/region?assignment=kalmar-halsoval&end={end}", "bodil");
		WIDE.put("/region?operator=private&size=large", "bodil");
		WIDE.put("/region/unclear?all=true", "bodil");
		WIDE.put("/region/centres?text=h%C3%A4lso", "bodil");
		WIDE.put("/review?state=closed", "greta");
		WIDE.put("/review?unit={unit}", "greta");
		WIDE.put("/review/centres?text=h%C3%A4lso", "greta");
		WIDE.put("/search?q=h%C3%A4lso", "greta");
		WIDE.put("/review/centres/{unit}/history/{assignment}/numbers/{id}/rows?format=csv", "greta");
		WIDE.put("/public?text=h%C3%A4lso", "nobody");
		WIDE.put("/public/compare?centre={unit}&centre={other}", "nobody");
	}

	/** Those that lead on, a comparison of nothing, and one that a secret in a letter opens. */
	private static final Set<String> NO_PAGES = Set.of("/desk", "/centre", "/search", "/public/compare",
			"/signal/{token}");

	private Pages() {
	}

	/** All of them, with what they ask for filled in. */
	static List<Question> all(Places places) {
		List<Question> all = new ArrayList<>();
		for (String line : list().split("\n")) {
			String[] words = line.split("\\s+");
			if (words.length > 2 && words[0].length() == MARKS && words[1].equals("GET") && !words[2].startsWith("/api/")
					&& !words[2].contains("?") && !words[2].endsWith("/rows") && !NO_PAGES.contains(words[2])) {
				PEOPLE.entrySet()
					.stream()
					.filter((one) -> words[0].charAt(one.getKey()) == '+')
					.findFirst()
					.ifPresent((one) -> all.add(page(words[2], one.getValue(), places)));
			}
		}
		WIDE.forEach((path, person) -> all.add(page(path, person, places)));
		return all;
	}

	private static Question page(String path, String person, Places places) {
		return new Question("page: " + path + " (" + person + ")", person, places.fill(path));
	}

	private static String list() {
		try (InputStream file = Pages.class.getResourceAsStream("/se/uppdragskollen/web/access.txt")) {
			return new String(Objects.requireNonNull(file, "access.txt").readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
