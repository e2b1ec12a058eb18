package se.uppdragskollen.followup;

/**
 * How many cases a unit has.
 *
 * @param open that have not ended
 * @param proposed that nobody has looked at, of the open ones
 * @param overdue whose deadline has passed, of the open ones
 */
public record UnitCases(int open, int proposed, int overdue) {

	/** None at all. */
	public static final UnitCases NONE = new UnitCases(0, 0, 0);

}
