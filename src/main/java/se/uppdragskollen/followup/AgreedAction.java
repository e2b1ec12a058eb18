package se.uppdragskollen.followup;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;

/**
 * Something to be done so that it gets better.
 *
 * @param id the database's own
 * @param text what
 * @param owner who sees to it, as a role or a name
 * @param due by when
 * @param state how far it has come
 * @param doneAt when the centre told that it was done, else null
 * @param note what was said of it last
 * @param version for changes
 */
public record AgreedAction(long id, String text, String owner, LocalDate due, State state, @Nullable Instant doneAt,
		String note, long version) {

	/**
	 * How far an action has come.
	 */
	public enum State implements Word {

		/** By the centre; the reviewer has not agreed yet. */
		PROPOSED("proposed"),

		/** Both agree. */
		AGREED("agreed"),

		/** The centre has done it. */
		DONE("done"),

		/** It is not to be done. */
		DROPPED("dropped");

		private final String word;

		State(String word) {
			this.word = word;
		}

		@Override
		public String word() {
			return this.word;
		}

	}

}
