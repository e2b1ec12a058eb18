package se.uppdragskollen.operation;

import java.io.IOException;

import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

/**
 * Why the service, a backup or a restore cannot do what was asked, for the operator to
 * read: what is wrong, where, and what to do.
 */
public final class CannotRunException extends IOException {

	private static final long serialVersionUID = 1L;

	private final String key;

	private final transient Object[] holes;

	/**
	 * A reason.
	 * @param key of the messages
	 */
	public CannotRunException(String key, Object... holes) {
		super(Messages.text(Language.EN, key, holes));
		this.key = key;
		this.holes = holes.clone();
	}

	/** The reason as a sentence. */
	public String text(Language language) {
		return Messages.text(language, this.key, this.holes);
	}

}
