package se.uppdragskollen.assessment;

import java.util.Map;

import se.uppdragskollen.assignment.Period;

/**
 * How many units have which outcome of a requirement.
 *
 * @param requirement its id in the edition that judged
 * @param chapter its chapter
 * @param period of which period
 * @param units how many units by outcome, none left out
 */
public record RequirementSum(String requirement, String chapter, Period period, Map<String, Integer> units) {

}
