package se.uppdragskollen.evaluation;

import se.uppdragskollen.document.Word;

/**
 * How it went with a requirement: exactly one for each that a report owes.
 */
public enum OutcomeKind implements Word {

	/** Every obligation is known to hold. */
	MET("met"),

	/** At least one obligation is known not to hold. */
	NOT_MET("not-met"),

	/** Something that decides is not known. */
	NOT_ASSESSABLE("not-assessable"),

	/** The requirement does not concern the unit; a reason is given. */
	NOT_APPLICABLE("not-applicable"),

	/** A decided exemption covers the period's last day. */
	EXEMPT("exempt");

	private final String word;

	OutcomeKind(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
