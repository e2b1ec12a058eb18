package se.uppdragskollen.rule;

/**
 * What a word of the vocabulary takes in one of its places.
 */
public enum Takes {

	/** A number element, derived or not. */
	NUMBER,
	/** A count that is part of the next argument's count. */
	PART,
	/** The count of all. */
	WHOLE,
	/** A yes-or-no element. */
	BOOLEAN,
	/** A date element. */
	DATE,
	/** A list element. */
	LIST,
	/** A choice element. */
	CHOICE,
	/** A text element. */
	TEXT,
	/** A number, date or time element. */
	COMPARABLE,
	/** An element of any type. */
	ANY,
	/** A choice element with the choices green, yellow and red. */
	VIEW,
	/** One of an element's choices. */
	ITEM,
	/** A requirement's id. */
	REQUIREMENT,
	/** A value of the requirement's parameter {@code phase}. */
	PHASE,
	/** A parameter in the element's own unit. */
	LIMIT,
	/** A parameter in percent. */
	PERCENT,
	/** A parameter that is a date. */
	DATE_LIMIT,
	/** A parameter in days, weeks, months or years. */
	AGE,
	/** A parameter that is a list of choices. */
	ITEMS,
	/** A parameter that counts periods. */
	PERIODS,
	/** A parameter in standard deviations. */
	DEVIATIONS,
	/** A parameter that counts centres. */
	CENTRES,
	/** A parameter in steps between green, yellow and red. */
	STEPS,
	/** A parameter: how far two sources may differ; may be left out. */
	TOLERANCE,
	/** A register's name. */
	SOURCE,
	/** A counterpart: municipality, hospital, psychiatry or patients. */
	COUNTERPART;

	/** Whether an element stands in this place. */
	public boolean element() {
		return ordinal() <= VIEW.ordinal();
	}

	/** Whether a parameter of the requirement stands in this place. */
	public boolean parameter() {
		return ordinal() >= LIMIT.ordinal() && ordinal() <= TOLERANCE.ordinal();
	}

}
