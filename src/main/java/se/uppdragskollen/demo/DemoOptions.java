package se.uppdragskollen.demo;

import java.time.YearMonth;

import se.uppdragskollen.assignment.Assignments;

/**
 * What a fictional region is to be.
 *
 * @param assignments where the editions are that say what is reported
 * @param seed the same seed gives the same region, to the byte
 * @param centres how many centres, from {@link #FEWEST_CENTRES} to {@link #MOST_CENTRES};
 * more of them leave the first as they are
 * @param from the first month in which a reported period may end
 * @param to the last
 */
public record DemoOptions(Assignments assignments, long seed, int centres, YearMonth from, YearMonth to) {

	/** Every story has its centre among these. */
	public static final int FEWEST_CENTRES = 10;

	/** As many as there are names for. */
	public static final int MOST_CENTRES = 300;

	/**
	 * Checks the options.
	 * @throws IllegalArgumentException when there are too few or too many centres, or the
	 * months end before they begin
	 */
	public DemoOptions {
		if (centres < FEWEST_CENTRES || centres > MOST_CENTRES) {
			throw new IllegalArgumentException(
					"centres: " + FEWEST_CENTRES + " – " + MOST_CENTRES + ", not " + centres);
		}
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("to: " + to + " is before " + from);
		}
	}

}
