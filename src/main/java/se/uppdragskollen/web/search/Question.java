package se.uppdragskollen.web.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes words to look for of what somebody has typed. The database knows the endings of
 * Swedish words (Snowball's stemmer).
 */
@Component
class Question {

	private static final int LONGEST = 100;

	private static final int MOST_WORDS = 8;

	/** What kind of thing somebody means, where they also say which. */
	private static final Set<String> KINDS = Set.of("ärende", "ärenden", "ärendenummer", "nr", "nummer", "krav",
			"hälsocentral", "hälsocentralen", "case", "number", "requirement");

	private final JdbcClient jdbc;

	Question(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was typed, as it is shown again. */
	static String shown(String typed) {
		String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC)
			.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

	List<Needle> needles(String shown) {
		List<String> words = new ArrayList<>(
				Arrays.stream(shown.toLowerCase(Locale.forLanguageTag("sv-SE")).split("[^\\p{L}\\p{N}]+"))
					.filter((one) -> !one.isEmpty())
					.distinct()
					.limit(MOST_WORDS)
					.toList());
		List<String> telling = words.stream().filter((one) -> !KINDS.contains(one)).toList();
		if (telling.isEmpty() && words.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select word, (ts_lexize('swedish_stem', word))[1] as stem from unnest(:words) with ordinality "
					+ "as w (word, place) order by place")
			.param("words", (telling.isEmpty() ? words : telling).toArray(String[]::new))
			.query((row, i) -> {
				String word = row.getString("word");
				return Needle.of(word, Objects.requireNonNullElse(row.getString("stem"), word));
			})
			.list();
	}

}
