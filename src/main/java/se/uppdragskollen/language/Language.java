package se.uppdragskollen.language;

import java.util.Locale;
import java.util.Optional;

/**
 * A language in which every text that a user reads exists. Swedish is the default.
 */
public enum Language {

	/** Swedish. */
	SV(Locale.forLanguageTag("sv-SE")),

	/** English. */
	EN(Locale.forLanguageTag("en-GB"));

	private final Locale locale;

	Language(Locale locale) {
		this.locale = locale;
	}

	public Locale locale() {
		return this.locale;
	}

	/** The code in files and options: {@code sv} or {@code en}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The language with this code, or nothing when there is none. */
	public static Optional<Language> ofCode(String code) {
		for (Language language : values()) {
			if (language.code().equals(code)) {
				return Optional.of(language);
			}
		}
		return Optional.empty();
	}

}
