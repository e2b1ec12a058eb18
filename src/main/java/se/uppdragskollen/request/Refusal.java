package se.uppdragskollen.request;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

/**
 * Why something that was asked is not done. Nothing is half-done when it is thrown: the
 * transaction that it leaves is rolled back. What it says is a key {@code refusal.…} of
 * the messages.
 */
public final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	private final String key;

	private final transient Object[] holes;

	private final @Nullable String pointer;

	private final transient List<Problem> problems;

	private final transient @Nullable Object current;

	private Refusal(Kind kind, String key, @Nullable String pointer, List<Problem> problems, @Nullable Object current,
			Object... holes) {
		super(kind + " " + key, null, false, false);
		this.kind = kind;
		this.key = key;
		this.pointer = pointer;
		this.problems = problems;
		this.current = current;
		this.holes = holes;
	}

	/** There is no such thing, or none that the asker may know of. */
	public static Refusal notFound(String key, Object... holes) {
		return new Refusal(Kind.NOT_FOUND, key, null, List.of(), null, holes);
	}

	/** The asker may not do this. */
	public static Refusal forbidden(String key, Object... holes) {
		return new Refusal(Kind.FORBIDDEN, key, null, List.of(), null, holes);
	}

	/** As things stand it cannot be done. */
	public static Refusal conflict(String key, Object... holes) {
		return new Refusal(Kind.CONFLICT, key, null, List.of(), null, holes);
	}

	/**
	 * Somebody else was first.
	 * @param current how it stands now, for the asker to compare with
	 */
	public static Refusal outdated(Object current) {
		return new Refusal(Kind.OUTDATED, "outdated", null, List.of(), current);
	}

	/** The version that the change rests on was not told. */
	public static Refusal versionMissing() {
		return new Refusal(Kind.VERSION_MISSING, "version-missing", null, List.of(), null);
	}

	/**
	 * What was sent cannot be used.
	 * @param pointer where in it, as a JSON pointer or the name of a parameter
	 */
	public static Refusal invalid(String pointer, String key, Object... holes) {
		return new Refusal(Kind.INVALID, key, pointer, List.of(), null, holes);
	}

	/** Not yet: what it takes is still being made. */
	public static Refusal notReady(String key, Object... holes) {
		return new Refusal(Kind.NOT_READY, key, null, List.of(), null, holes);
	}

	/** What was sent cannot be used, for these reasons. */
	public static Refusal invalid(Problems problems) {
		return new Refusal(Kind.INVALID, "problems", null, problems.all(), null, problems.size());
	}

	/** More than is taken. */
	public static Refusal tooLarge(String key, Object... holes) {
		return new Refusal(Kind.TOO_LARGE, key, null, List.of(), null, holes);
	}

	/** Of a kind that is not taken. */
	public static Refusal unsupported(String key, Object... holes) {
		return new Refusal(Kind.UNSUPPORTED, key, null, List.of(), null, holes);
	}

	/** It was there, but no longer. */
	public static Refusal gone(String key, Object... holes) {
		return new Refusal(Kind.GONE, key, null, List.of(), null, holes);
	}

	public Kind kind() {
		return this.kind;
	}

	/** The last part of its key: stable, for machines. */
	public String key() {
		return this.key;
	}

	/** What a person reads. */
	public String text(Language language) {
		return Messages.text(language, "refusal." + this.key, this.holes);
	}

	public @Nullable String pointer() {
		return this.pointer;
	}

	public List<Problem> problems() {
		return this.problems;
	}

	/** How it stands now, when somebody else was first. */
	public @Nullable Object current() {
		return this.current;
	}

	/**
	 * What kind of refusal, with its status in HTTP.
	 */
	public enum Kind {

		/** No such thing. */
		NOT_FOUND(404),

		/** Not allowed. */
		FORBIDDEN(403),

		/** Not in this state. */
		CONFLICT(409),

		/** No longer there. */
		GONE(410),

		/** Changed by somebody else meanwhile. */
		OUTDATED(412),

		/** Too much. */
		TOO_LARGE(413),

		/** Another kind than is taken. */
		UNSUPPORTED(415),

		/** Not usable as it is. */
		INVALID(422),

		/** A change must say which version it rests on. */
		VERSION_MISSING(428),

		/** Soon, but not yet. */
		NOT_READY(503);

		private final int status;

		Kind(int status) {
			this.status = status;
		}

		public int status() {
			return this.status;
		}

	}

}
