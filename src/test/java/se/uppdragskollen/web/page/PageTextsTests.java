package se.uppdragskollen.web.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.language.Messages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pages say stands among the messages, in both languages, and nowhere else; what
 * stands there is said.
 */
class PageTextsTests {

	private static final Path PAGES = Path.of("src/main/resources/pages");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[}(]");

	private static final Pattern SAID = Pattern.compile("['\"]([a-z]+(?:[.-][a-z0-9]+)+)['\"]");

	/** Keys around a word: {@code say.word('due-status', …)}. */
	private static final Pattern FAMILY = Pattern.compile("['\"]([a-z]+(?:[.-][a-z]+)*[.-]?)['\"]");

	private static final Pattern MARKUP = Pattern.compile("(?s)<!DOCTYPE[^>]*>|<!--.*?-->|<[^>]+>");

	private static final Pattern WORDS_OUTSIDE = Pattern
		.compile("\\s(?<!th:)(?:title|alt|placeholder|aria-label|label)=\"[^\"]*\\p{L}");

	@Test
	void everyTextOfAPageHasItsWords() throws IOException {
		Set<String> missing = new TreeSet<>();
		for (String page : pages().values()) {
			KEY.matcher(page)
				.results()
				.map((one) -> one.group(1))
				.filter((key) -> !Messages.has(key))
				.forEach(missing::add);
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void noWordsStandInThePagesThemselves() throws IOException {
		List<String> words = new ArrayList<>();
		pages().forEach((name, page) -> {
			String text = MARKUP.matcher(page).replaceAll("");
			if (text.matches("(?s).*\\p{L}.*")) {
				words.add(name + ": " + text.strip());
			}
			WORDS_OUTSIDE.matcher(page).results().forEach((one) -> words.add(name + ":" + one.group()));
		});
		assertThat(words).isEmpty();
	}

	@Test
	void noWordsLieUnused() throws IOException {
		Set<String> said = new TreeSet<>();
		List<String> all = new ArrayList<>(pages().values());
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/se/uppdragskollen/web"))) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".java")).toList()) {
				all.add(Files.readString(file));
			}
		}
		for (String text : all) {
			Stream.of(KEY, SAID, FAMILY)
				.forEach((pattern) -> pattern.matcher(text).results().forEach((one) -> said.add(one.group(1))));
		}
		Properties texts = new Properties();
		try (var reader = Files
			.newBufferedReader(Path.of("src/main/resources/se/uppdragskollen/language/pages_sv.properties"))) {
			texts.load(reader);
		}
		Set<String> unused = new TreeSet<>(texts.stringPropertyNames());
		unused.removeIf((key) -> said.contains(key) || said.contains(key.substring(0, key.lastIndexOf('.')))
				|| said.stream().anyMatch((one) -> (one.endsWith("-") || one.endsWith(".")) && key.startsWith(one)));
		assertThat(unused).isEmpty();
	}

	private static Map<String, String> pages() throws IOException {
		Map<String, String> pages = new java.util.TreeMap<>();
		try (Stream<Path> files = Files.walk(PAGES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				pages.put(PAGES.relativize(file).toString(), Files.readString(file));
			}
		}
		assertThat(pages).isNotEmpty();
		return pages;
	}

}
