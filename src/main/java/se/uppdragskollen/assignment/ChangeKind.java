package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * What kind of change stands between two editions.
 */
public enum ChangeKind implements Word {

	/**
	 * The edition as a whole: title, dates in force, chapters, patient groups, settings
	 * for follow-up.
	 */
	EDITION("edition", false),

	/** A requirement that is new. */
	REQUIREMENT_NEW("requirement-new", true),

	/** A requirement that is no longer there. */
	REQUIREMENT_GONE("requirement-gone", true),

	/** A requirement that goes on under another id. */
	REQUIREMENT_RENAMED("requirement-renamed", true),

	/** A requirement's title, text or reasons, or the chapter that it stands in. */
	TEXT("text", false),

	/** Ska or bör. */
	LEVEL("level", true),

	/** What a deviation weighs. */
	SEVERITY("severity", true),

	/** How often it is reported, or how it is followed up. */
	FOLLOW_UP("follow-up", true),

	/** The priority by patient group. */
	PRIORITY("priority", false),

	/**
	 * A limit's value, or from when it is in force; the smallest group that is judged.
	 */
	LIMIT("limit", true),

	/** A limit that changed while the earlier edition was in force, and not since. */
	LIMIT_EARLIER("limit-earlier", false),

	/** A rule that is new, gone or says something else. */
	RULE("rule", true),

	/** An element or derived element that is new. */
	ELEMENT_NEW("element-new", false),

	/** An element or derived element that is no longer asked for. */
	ELEMENT_GONE("element-gone", false),

	/** An element or derived element that is asked for or computed in another way. */
	ELEMENT_CHANGED("element-changed", false);

	private final String word;

	private final boolean inSubstance;

	ChangeKind(String word, boolean inSubstance) {
		this.word = word;
		this.inSubstance = inSubstance;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** Whether a requirement asks for something else than before. */
	public boolean inSubstance() {
		return this.inSubstance;
	}

}
