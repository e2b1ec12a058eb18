package se.uppdragskollen.authoring;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.report.Report;

/**
 * A named example: the sound base report with a few differences, and the outcome that one
 * requirement shall have.
 *
 * @param file the file it stands in
 * @param position where it begins
 * @param requirement the requirement's id
 * @param name what it shows
 * @param report the base with the differences; may hold what no door would let in
 * @param expected how it shall go
 */
public record Case(String file, Position position, String requirement, String name, Report report,
		Expectation expected) {

	public Period period() {
		return this.report.period();
	}

}
