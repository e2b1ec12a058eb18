package se.uppdragskollen.authoring;

import java.util.List;

import se.uppdragskollen.evaluation.Outcome;

/**
 * How a case went.
 *
 * @param tested the case
 * @param outcome how it went with the case's requirement, with the obligations that
 * explain it
 * @param differences what went otherwise than expected
 */
public record CaseResult(Case tested, Outcome outcome, List<Difference> differences) {

	public boolean passed() {
		return this.differences.isEmpty();
	}

}
