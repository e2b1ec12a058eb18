package se.uppdragskollen.authoring;

import se.uppdragskollen.language.Bilingual;

/**
 * Something that the cases as a whole lack.
 *
 * @param kind what
 * @param requirement the requirement's id
 * @param sentence what a person reads
 */
public record Guard(Kind kind, String requirement, Bilingual sentence) {

	/** What cases as a whole can lack. */
	public enum Kind {

		/** The requirement has no case. */
		NO_CASE,
		/** The rule concerns no report in any case of its requirement. */
		RULE_NEVER_FIRES,
		/** The requirement is not met under the base report. */
		BASE_NOT_MET

	}

}
