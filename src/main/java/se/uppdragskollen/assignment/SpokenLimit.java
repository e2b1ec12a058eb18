package se.uppdragskollen.assignment;

import se.uppdragskollen.language.Bilingual;

/**
 * A limit as people say it.
 *
 * @param subject what it is a limit for: an element's label, else the requirement's title
 * @param value the value with what it demands: "at least 45 hours a week"
 */
public record SpokenLimit(Bilingual subject, Bilingual value) {

	/** One of a parameter's values, as the edition's rules read it. */
	public static SpokenLimit of(Edition edition, Requirement requirement, Parameter parameter, Object value) {
		LimitDiff.Use use = LimitDiff.use(edition, requirement, parameter);
		return new SpokenLimit(use.subject(), use.say(value, parameter.unit()));
	}

}
