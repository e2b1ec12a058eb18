package se.uppdragskollen.language;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The product's own sentences, from {@code messages_sv.properties} and
 * {@code messages_en.properties}, those of the pages from {@code pages_….properties}. A
 * sentence has numbered holes, {@code {0}}, {@code {1}} …; a hole is filled with a text,
 * a figure in the language's notation, or a {@link Bilingual}. An apostrophe is an
 * apostrophe.
 */
public final class Messages {

	private static final Map<String, String> SWEDISH = bundles("sv");

	private static final Map<String, String> ENGLISH = bundles("en");

	private Messages() {
	}

	/**
	 * The sentence with its holes filled.
	 * @throws java.util.MissingResourceException when the key has no text, which a test
	 * prevents
	 */
	public static String text(Language language, String key, Object... holes) {
		return fill(language, sentence(language, key), holes);
	}

	public static Bilingual both(String key, Object... holes) {
		return new Bilingual(text(Language.SV, key, holes), text(Language.EN, key, holes));
	}

	public static boolean has(String key) {
		return SWEDISH.containsKey(key) && ENGLISH.containsKey(key);
	}

	private static String fill(Language language, String pattern, Object[] holes) {
		if (pattern.indexOf('{') < 0) {
			return pattern;
		}
		StringBuilder filled = new StringBuilder(pattern.length() + 32);
		int from = 0;
		while (true) {
			int open = pattern.indexOf('{', from);
			int close = (open < 0) ? -1 : pattern.indexOf('}', open);
			if (close < 0) {
				return filled.append(pattern, from, pattern.length()).toString();
			}
			filled.append(pattern, from, open);
			int hole = Integer.parseInt(pattern.substring(open + 1, close));
			filled.append((hole < holes.length) ? say(language, holes[hole]) : "");
			from = close + 1;
		}
	}

	private static String say(Language language, Object hole) {
		if (hole instanceof Bilingual bilingual) {
			return bilingual.in(language);
		}
		if (hole instanceof BigDecimal figure) {
			return Figures.say(figure, language);
		}
		if (hole instanceof Collection<?> several) {
			return several.stream().map((one) -> say(language, one)).collect(Collectors.joining(", "));
		}
		return String.valueOf(hole);
	}

	private static String sentence(Language language, String key) {
		String sentence = ((language == Language.SV) ? SWEDISH : ENGLISH).get(key);
		if (sentence == null) {
			throw new MissingResourceException("no words for " + key, Messages.class.getName(), key);
		}
		return sentence;
	}

	private static Map<String, String> bundles(String language) {
		Map<String, String> sentences = new HashMap<>();
		for (String name : List.of("messages_", "pages_")) {
			ResourceBundle bundle = ResourceBundle.getBundle("se.uppdragskollen.language." + name + language);
			for (String key : bundle.keySet()) {
				if (sentences.put(key, bundle.getString(key)) != null) {
					throw new IllegalStateException("a sentence stands twice: " + key);
				}
			}
		}
		return sentences;
	}

}
