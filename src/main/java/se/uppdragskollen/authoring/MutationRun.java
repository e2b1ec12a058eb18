package se.uppdragskollen.authoring;

import java.util.List;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problem;

/**
 * What became of an edition's mutants.
 *
 * @param edition the edition
 * @param results one for each mutant, in the order of the edition: parameters, then rules
 * @param skipped mistakes that would change no outcome
 * @param problems what is wrong with the explained survivors: one that is no mutant, or
 * that a case does notice
 */
public record MutationRun(Edition edition, List<MutantResult> results, List<SkippedMutant> skipped,
		List<Problem> problems) {

	/** The mutants that no case notices and nobody explains. */
	public List<Mutant> survivors() {
		return this.results.stream().filter(MutantResult::survives).map(MutantResult::mutant).toList();
	}

	/** How many mutants a case notices. */
	public int noticed() {
		return (int) this.results.stream().filter((one) -> one.noticedBy() != null).count();
	}

	public boolean passed() {
		return this.problems.isEmpty() && this.results.stream().noneMatch(MutantResult::survives);
	}

}
