package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * What kind of value an element has.
 */
public enum ElementType implements Word {

	/** A whole number. */
	INTEGER("integer"),

	/** An exact decimal number. */
	DECIMAL("decimal"),

	/** Yes or no. */
	BOOLEAN("boolean"),

	/** A calendar date. */
	DATE("date"),

	/** A time of day. */
	TIME("time"),

	/** One of the element's choices. */
	CHOICE("choice"),

	/** Any of the element's choices. */
	LIST("list"),

	/** Free text. */
	TEXT("text");

	private final String word;

	ElementType(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	public boolean isNumber() {
		return this == INTEGER || this == DECIMAL;
	}

	/** Whether its values are among the element's choices. */
	public boolean hasChoices() {
		return this == CHOICE || this == LIST;
	}

}
