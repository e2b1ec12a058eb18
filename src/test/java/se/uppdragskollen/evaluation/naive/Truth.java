package se.uppdragskollen.evaluation.naive;

/**
 * Known to hold, known not to hold, or not known.
 */
enum Truth {

	TRUE, FALSE, UNKNOWN;

	static Truth of(boolean holds) {
		return holds ? TRUE : FALSE;
	}

}
