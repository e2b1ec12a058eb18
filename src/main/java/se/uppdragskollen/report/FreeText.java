package se.uppdragskollen.report;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;

/**
 * Checks text that people write as they like: not too long, no personal identity number
 * in it, and no sign that cannot be seen. What was written is not repeated, for it may
 * end in a log.
 */
final class FreeText {

	static final int LONGEST = 4000;

	private final Problems problems;

	private final boolean door;

	/**
	 * A check.
	 * @param door whether personal identity numbers and unseen signs are refused
	 */
	FreeText(Problems problems, boolean door) {
		this.problems = problems;
		this.door = door;
	}

	/** Whether the text can be taken; a problem says why not. */
	boolean fits(String file, Position position, String path, String text) {
		Optional<PersonalNumbers.Found> found = this.door ? PersonalNumbers.find(text) : Optional.empty();
		if (found.isPresent()) {
			this.problems.at(file, position, path).say("personal-number", found.get().start() + 1);
			return false;
		}
		Optional<UnseenSigns.Found> unseen = this.door ? UnseenSigns.find(text) : Optional.empty();
		if (unseen.isPresent()) {
			this.problems.at(file, position, path).say("text-unseen", unseen.get().code(), unseen.get().place());
			return false;
		}
		if (text.length() > LONGEST) {
			this.problems.at(file, position, path).found(text).say("text-too-long", LONGEST);
			return false;
		}
		return true;
	}

	/** Whether a field's text can be taken. */
	boolean fits(Fields fields, String key, String text) {
		return fits(fields.file(), fields.positionOf(key), fields.pathOf(key), text.strip());
	}

	/** Tells what keeps a field's text from being taken. */
	void check(Fields fields, String key, @Nullable String text) {
		if (text != null) {
			fits(fields, key, text);
		}
	}

}
