package se.uppdragskollen.followup;

import java.util.Map;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.FindingKind;

/**
 * What new results must know of a case.
 *
 * @param id its id
 * @param strand whose it is
 * @param state where it stands
 * @param confirmed whether a reviewer has confirmed it
 * @param course how it went until now
 * @param subject what it is about
 * @param first the first period
 * @param last the newest period
 */
record Known(long id, Strand strand, CaseState state, boolean confirmed, Course course, Subject subject, Period first,
		Period last) {

	/** Whether the service itself has closed it, before anybody looked. */
	boolean withdrawn() {
		return this.state == CaseState.CLOSED && !this.confirmed;
	}

	/** Whether reports that fail belong to it. */
	boolean takesFindings() {
		return !this.state.ended() || withdrawn();
	}

	/** Whether nobody has decided on what it is about. */
	boolean untouched() {
		return this.state == CaseState.PROPOSED || withdrawn();
	}

	/**
	 * What a case is about.
	 *
	 * @param requirement the requirement's id in the edition
	 * @param chapter its chapter
	 * @param edition the edition
	 * @param kind deviation or question
	 * @param severity how much it weighs
	 */
	record Subject(String requirement, String chapter, String edition, FindingKind kind, Severity severity) {

	}

	/**
	 * A case with its findings.
	 *
	 * @param known the case
	 * @param findings by period
	 */
	record WithFindings(Known known, Map<Period, Finding> findings) {

	}

}
