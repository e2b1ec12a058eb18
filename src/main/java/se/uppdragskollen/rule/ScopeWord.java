package se.uppdragskollen.rule;

import java.util.List;

/**
 * A word of a rule's WHEN that asks about one element, or about the requirement's phase.
 */
public enum ScopeWord {

	/** The number is above zero. */
	SOME("some", Takes.NUMBER),
	/** The number is zero. */
	NONE("none", Takes.NUMBER),
	/** The boolean was answered yes. */
	YES("yes", Takes.BOOLEAN),
	/** The boolean was answered no. */
	NO("no", Takes.BOOLEAN),
	/** The choice is this. */
	IS("is", Takes.CHOICE, Takes.ITEM),
	/** The choice is not this. */
	IS_NOT("isNot", Takes.CHOICE, Takes.ITEM),
	/** The list holds this. */
	CONTAINS("contains", Takes.LIST, Takes.ITEM),
	/** The requirement's parameter {@code phase} has this value. */
	PHASE("phase", Takes.REQUIREMENT, Takes.PHASE);

	private final String written;

	private final List<Takes> takes;

	ScopeWord(String written, Takes... takes) {
		this.written = written;
		this.takes = List.of(takes);
	}

	/** The word as it stands in a rule. */
	public String written() {
		return this.written;
	}

	public List<Takes> takes() {
		return this.takes;
	}

}
