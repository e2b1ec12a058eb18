package se.uppdragskollen.selfreport;

import java.util.List;

import se.uppdragskollen.assignment.Period;

/**
 * A question that centres find unclear.
 *
 * @param assignment the assignment
 * @param edition the edition that asked last
 * @param element the element that is asked for
 * @param centres how many centres have marked it
 * @param marks the newest marks
 */
public record UnclearElement(String assignment, String edition, String element, int centres, List<Mark> marks) {

	/**
	 * A centre's mark.
	 *
	 * @param unit the centre
	 * @param unitName what people call it
	 * @param period of which period's report
	 * @param words what is unclear, empty when not told
	 */
	public record Mark(String unit, String unitName, Period period, String words) {

	}

}
