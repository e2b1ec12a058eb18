package se.uppdragskollen.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Refusal;

/**
 * Reads what an address's parameters say; what they leave out, or empty, is null.
 */
final class Asked {

	private Asked() {
	}

	/**
	 * One of some words.
	 * @throws Refusal when it is none of them
	 */
	static <T extends Word> @Nullable T word(String name, @Nullable String value, T[] words) {
		if (value == null || value.isEmpty()) {
			return null;
		}
		for (T word : words) {
			if (word.word().equals(value)) {
				return word;
			}
		}
		throw Refusal.invalid(name, "parameter-word", value,
				Arrays.stream(words).map(Word::word).collect(Collectors.joining(", ")));
	}

	/**
	 * A day, as {@code 2025-01-31}.
	 * @throws Refusal when it is none
	 */
	static @Nullable LocalDate day(String name, @Nullable String value) {
		if (value == null || value.isEmpty()) {
			return null;
		}
		try {
			if (value.matches("(?:19|20|21)\\d\\d-\\d\\d-\\d\\d")) {
				return LocalDate.parse(value);
			}
		}
		catch (DateTimeException ex) {
			// told below
		}
		throw Refusal.invalid(name, "parameter-day", value);
	}

	/**
	 * Yes or no, as {@code true} or {@code false}.
	 * @throws Refusal when it is neither
	 */
	static @Nullable Boolean flag(String name, @Nullable String value) {
		if (value == null || value.isEmpty()) {
			return null;
		}
		if (!value.equals("true") && !value.equals("false")) {
			throw Refusal.invalid(name, "parameter-word", value, "true, false");
		}
		return Boolean.valueOf(value);
	}

	/**
	 * A number, as an id.
	 * @throws Refusal when it is none
	 */
	static @Nullable Long number(String name, @Nullable String value) {
		if (value == null || value.isEmpty()) {
			return null;
		}
		if (!value.matches("\\d{1,18}")) {
			throw Refusal.invalid(name, "parameter-form", name, value, Messages.both("allowed.whole-number"));
		}
		return Long.valueOf(value);
	}

	/** A text, without signs that cannot be seen. */
	static @Nullable String text(@Nullable String value) {
		String text = (value == null) ? "" : value.replaceAll("\\p{Cntrl}", "").strip();
		return text.isEmpty() ? null : text;
	}

}
