package se.uppdragskollen.report;

import se.uppdragskollen.assignment.Period;

/**
 * What a unit wants the reviewer to know about one element that it reports: free text
 * that no rule reads.
 *
 * @param unit the unit's id
 * @param period the period reported
 * @param element the element commented on
 * @param text without personal identity numbers, at most 4,000 characters
 */
public record Comment(String unit, Period period, String element, String text) {

}
