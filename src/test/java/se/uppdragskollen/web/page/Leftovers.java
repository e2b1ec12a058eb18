package se.uppdragskollen.web.page;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands on a page in another language than the page's own: sentences of the
 * product, and English words that nobody mistakes for Swedish.
 */
final class Leftovers {

	private static final Pattern ENGLISH = Pattern.compile(
			"\\b(the|and|of|with|this|that|which|from|you|your|been|when|where|were|what|who|than|report|requirement|centre)\\b");

	private static final Pattern UNSAID = Pattern.compile("\\?\\?|\\{\\d\\}|\\bnull\\b|^[a-z]+([-_][a-z]+)+$");

	private final Set<String> swedish;

	private final Set<String> english;

	Leftovers() throws java.io.IOException {
		this.swedish = sentences("sv");
		this.english = sentences("en");
	}

	/**
	 * The texts that do not belong on the page.
	 * @param language the page's
	 */
	Collection<String> in(List<String> texts, String language) {
		Set<String> own = language.equals("sv") ? this.swedish : this.english;
		Set<String> others = new HashSet<>(language.equals("sv") ? this.english : this.swedish);
		others.removeAll(own);
		return texts.stream()
			.filter((text) -> others.contains(text) || UNSAID.matcher(text).find() && !own.contains(text)
					|| language.equals("sv") && ENGLISH.matcher(text.toLowerCase(Locale.ROOT)).find())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> sentences(String language) throws java.io.IOException {
		Set<String> sentences = new HashSet<>();
		for (String name : List.of("messages_", "pages_")) {
			Properties texts = new Properties();
			try (var in = Leftovers.class
				.getResourceAsStream("/se/uppdragskollen/language/" + name + language + ".properties");
					var reader = new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8)) {
				texts.load(reader);
			}
			texts.values().forEach((one) -> sentences.add(one.toString().strip()));
		}
		return sentences;
	}

}
