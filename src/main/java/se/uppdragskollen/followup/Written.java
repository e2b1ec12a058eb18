package se.uppdragskollen.followup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.PersonalNumbers;
import se.uppdragskollen.request.Refusal;

/**
 * Checks what people write in a case, field by field, and tells all that is wrong at
 * once. Personal identity numbers are refused everywhere.
 */
final class Written {

	/** Signs of a text at most. */
	static final int LONGEST = 4000;

	/** Signs of a name or role at most. */
	static final int LONGEST_NAME = 200;

	private static final int LONGEST_SHOWN = 40;

	private final Problems problems = new Problems();

	/** A text that must be there. */
	String required(String field, @Nullable String text, int longest) {
		String written = optional(field, text, longest);
		if (text == null || text.isBlank()) {
			at(field).say("field-missing");
		}
		return written;
	}

	/** A text that may be empty. */
	String optional(String field, @Nullable String text, int longest) {
		String written = (text == null) ? "" : text.strip();
		Optional<PersonalNumbers.Found> number = PersonalNumbers.find(written);
		if (number.isPresent()) {
			at(field).say("personal-number-here");
			return "";
		}
		if (written.length() > longest) {
			at(field).say("text-too-long", longest);
			return "";
		}
		if (written.codePoints().anyMatch(Written::isNoSign)) {
			at(field).say("case-text-signs");
			return "";
		}
		return written;
	}

	private static boolean isNoSign(int sign) {
		return Character.getType(sign) == Character.SURROGATE
				|| Character.isISOControl(sign) && sign != '\n' && sign != '\r' && sign != '\t';
	}

	/** A day after another, and not further away than a person could mean. */
	LocalDate day(String field, @Nullable String written, LocalDate after) {
		try {
			LocalDate day = LocalDate.parse((written == null) ? "" : written.strip());
			if (day.isAfter(after) && day.isBefore(after.plusYears(2))) {
				return day;
			}
			at(field).found(day.toString()).say("case-due-range", after, after.plusYears(2));
		}
		catch (DateTimeException ex) {
			at(field).found(shown(written)).say("case-due-expected");
		}
		return after;
	}

	/** What was written, where it is short and no personal identity number. */
	private static @Nullable String shown(@Nullable String written) {
		return (written == null || written.isBlank() || written.length() > LONGEST_SHOWN
				|| PersonalNumbers.find(written).isPresent()) ? null : written.strip();
	}

	Problems.At at(String field) {
		return this.problems.at("", Position.NOWHERE, field);
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
