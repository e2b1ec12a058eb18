package se.uppdragskollen.assessment;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * How it went with one requirement in one report, by the current result.
 *
 * @param unit the unit
 * @param unitName what it is called
 * @param assignment the assignment
 * @param period the period
 * @param requirement the requirement
 * @param chapter its chapter
 * @param outcome how it went
 * @param finding deviation or question, null when neither
 * @param severity of a deviation or question, else null
 * @param result the result that says so
 */
public record OutcomeRow(String unit, String unitName, String assignment, Period period, String requirement,
		String chapter, String outcome, @Nullable String finding, @Nullable String severity, long result) {

}
