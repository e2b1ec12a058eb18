package se.uppdragskollen.web.history;

import java.util.List;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;

/**
 * How a requirement has gone.
 *
 * @param requirement as the newest edition has it
 * @param chapter its chapter's title
 * @param steps its outcomes, the newest first
 * @param pictures the numbers that it looks at
 */
public record RequirementCourse(Requirement requirement, String chapter, List<Step> steps, List<Drawn> pictures) {

	/**
	 * A period.
	 *
	 * @param period the period
	 * @param version which version of the report was judged
	 * @param edition by which edition
	 * @param outcome how it went
	 * @param sentence why
	 */
	public record Step(Period period, int version, String edition, String outcome, String sentence) {

	}

}
