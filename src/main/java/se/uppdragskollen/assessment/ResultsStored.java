package se.uppdragskollen.assessment;

import java.util.List;

/**
 * New results have come; published inside their transaction.
 *
 * @param results of one assignment, oldest period first
 */
public record ResultsStored(List<NewResult> results) {

}
