package se.uppdragskollen.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Days and months as people write them.
 */
public final class Days {

	private static final Map<Language, DateTimeFormatter> DAYS = formatters("d MMMM yyyy");

	private static final Map<Language, DateTimeFormatter> MONTHS = formatters("MMMM yyyy");

	private Days() {
	}

	/** {@code 28 februari 2025}. */
	public static String say(LocalDate day, Language language) {
		return formatter(DAYS, language).format(day);
	}

	/** A day in both languages. */
	public static Bilingual both(LocalDate day) {
		return new Bilingual(say(day, Language.SV), say(day, Language.EN));
	}

	/** {@code februari 2025}. */
	public static String say(YearMonth month, Language language) {
		return formatter(MONTHS, language).format(month);
	}

	private static DateTimeFormatter formatter(Map<Language, DateTimeFormatter> formatters, Language language) {
		return Objects.requireNonNull(formatters.get(language));
	}

	private static Map<Language, DateTimeFormatter> formatters(String pattern) {
		Map<Language, DateTimeFormatter> formatters = new EnumMap<>(Language.class);
		for (Language language : Language.values()) {
			formatters.put(language, DateTimeFormatter.ofPattern(pattern, language.locale()));
		}
		return formatters;
	}

}
