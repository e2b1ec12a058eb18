package se.uppdragskollen.selfreport;

import java.util.Optional;

import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.PersonalNumbers;
import se.uppdragskollen.request.Refusal;

/**
 * Checks text that people type freely: not too long, no signs that cannot be kept, and no
 * personal identity number. What was written is not repeated.
 */
final class TypedText {

	/** Signs of a free text at most. */
	static final int LONGEST = 4000;

	private TypedText() {
	}

	/** Tells what keeps a text from being taken. */
	static void check(String text, String path, boolean free, Problems problems) {
		Optional<PersonalNumbers.Found> found = free ? PersonalNumbers.find(text) : Optional.empty();
		if (text.length() > LONGEST) {
			problems.at("", Position.NOWHERE, path).say("text-too-long", LONGEST);
		}
		else if (found.isPresent()) {
			problems.at("", Position.NOWHERE, path).say("personal-number", found.get().start() + 1);
		}
		else if (!isKeepable(text)) {
			problems.at("", Position.NOWHERE, path).say("text-signs");
		}
	}

	/**
	 * A reason that must be given.
	 * @throws Refusal when there is none, or it cannot be taken
	 */
	static String reason(String text) {
		String reason = text.strip();
		if (reason.isEmpty()) {
			throw Refusal.invalid("/reason", "reason-missing");
		}
		return optional(reason, "reason");
	}

	/**
	 * A text that may be empty.
	 * @throws Refusal when it cannot be taken
	 */
	static String optional(String text, String path) {
		Problems problems = new Problems();
		check(text, path, true, problems);
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		return text.strip();
	}

	/** Whether no sign is one that a database or a reader cannot take. */
	private static boolean isKeepable(String text) {
		return text.codePoints()
			.noneMatch((sign) -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t' || sign == 0x7F
					|| sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE);
	}

}
