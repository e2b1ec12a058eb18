package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * What a requirement rests on.
 */
public enum SourceKind implements Word {

	/** The region's own public material. */
	SEED("seed"),

	/** A law, regulation or national agreement. */
	NATIONAL("national"),

	/** Another region. */
	REGION("region"),

	/** Our own proposal: no source is known. */
	PROPOSAL("proposal");

	private final String word;

	SourceKind(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
