package se.uppdragskollen.selfreport;

import se.uppdragskollen.assignment.Period;

/**
 * What a unit handed in the last time before, for the same kind of period.
 *
 * @param period the period then
 * @param content the newest version
 */
public record LastReport(Period period, DraftContent content) {

}
