package se.uppdragskollen.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.report.PersonalNumbers;
import se.uppdragskollen.request.Refusal;

/**
 * Checks what was sent, field by field, and tells everything that is wrong at once. What
 * cannot be read is given as something that stands in for it until {@link #end()}
 * refuses.
 */
final class Checks {

	/** Signs of a text, and of a reason. */
	static final int LONGEST = 2000;

	/** Signs of a name. */
	static final int LONGEST_NAME = 200;

	private final Problems problems = new Problems();

	private final LocalDate today;

	Checks(LocalDate today) {
		this.today = today;
	}

	Problems problems() {
		return this.problems;
	}

	LocalDate today() {
		return this.today;
	}

	Problems.At at(String key) {
		return this.problems.at("", Position.NOWHERE, key);
	}

	/** A text that must be there. */
	String required(String key, @Nullable String text) {
		if (text == null || text.isBlank()) {
			at(key).say("key-missing", key);
			return "";
		}
		return kept(key, text.strip());
	}

	/** The text if it can be kept: every sign is one. */
	private String kept(String key, String text) {
		if (isSound(text)) {
			return text;
		}
		at(key).say("text-signs");
		return "";
	}

	/** Whether every sign is one: no NUL, no half of a pair. */
	static boolean isSound(String text) {
		return text.codePoints().noneMatch((sign) -> sign == 0 || Character.getType(sign) == Character.SURROGATE);
	}

	/** A reason or name: must be there, not too long, without personal numbers. */
	String text(String key, @Nullable String text, int longest) {
		String stripped = required(key, text);
		free(key, stripped, longest);
		return stripped;
	}

	/** Words that may be left out; null when they are. */
	@Nullable String optionalText(String key, @Nullable String text, int longest) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String stripped = kept(key, text.strip());
		free(key, stripped, longest);
		return stripped;
	}

	private void free(String key, String text, int longest) {
		Optional<PersonalNumbers.Found> found = PersonalNumbers.find(text);
		if (found.isPresent()) {
			at(key).say("personal-number", found.get().start() + 1);
		}
		else if (text.length() > longest) {
			at(key).say("text-too-long", longest);
		}
	}

	LocalDate date(String key, @Nullable String written) {
		String text = required(key, written);
		if (!text.isEmpty()) {
			try {
				LocalDate date = LocalDate.parse(text);
				if (date.getYear() >= 1900 && date.getYear() <= 2199) {
					return date;
				}
				at(key).found(text).say("date-expected");
			}
			catch (DateTimeException ex) {
				at(key).found(text).say("date-expected");
			}
		}
		return this.today;
	}

	/** A day that has come. */
	LocalDate pastDate(String key, @Nullable String written) {
		LocalDate date = date(key, written);
		if (date.isAfter(this.today)) {
			at(key).found(date.toString()).say("date-in-future", this.today);
		}
		return date;
	}

	<E extends Enum<E> & Word> E word(String key, @Nullable String written, Class<E> type, Collection<E> allowed) {
		String text = required(key, written);
		Optional<E> found = allowed.stream().filter((one) -> one.word().equals(text)).findFirst();
		if (found.isEmpty() && !text.isEmpty()) {
			at(key).found(text).allowedNames(allowed.stream().map(Word::word).toList()).say("unknown-word");
		}
		return found.orElse(type.getEnumConstants()[0]);
	}

	<E extends Enum<E> & Word> E word(String key, @Nullable String written, Class<E> type) {
		return word(key, written, type, Arrays.asList(type.getEnumConstants()));
	}

	/** The period, or nothing when it cannot be read or has not begun. */
	Optional<Period> period(String key, @Nullable String written) {
		String text = required(key, written);
		return text.isEmpty() ? Optional.empty() : period(at(key), text);
	}

	/** As the other; tells what is wrong in a place of its own. */
	Optional<Period> period(Problems.At at, String written) {
		Optional<Period> period = Period.parse(written);
		if (period.isEmpty()) {
			at.found(written).say("period-expected");
		}
		if (period.isPresent() && period.get().from().isAfter(this.today)) {
			at.found(written).say("period-in-future", this.today);
			return Optional.empty();
		}
		return period;
	}

	/** Goes on only when the edition has the requirement. */
	void requirement(String key, String id, Optional<Edition> edition, LocalDate day) {
		if (edition.isEmpty()) {
			at(key).found(id).say("no-edition-on", day);
		}
		else if (!edition.get().requirements().containsKey(id)) {
			at(key).found(id).allowedNames(edition.get().requirements().keySet()).say("unknown-requirement");
		}
	}

	/**
	 * Goes on only when nothing is wrong.
	 * @throws Refusal when something is
	 */
	void end() {
		if (!this.problems.isEmpty()) {
			throw Refusal.invalid(this.problems);
		}
	}

}
