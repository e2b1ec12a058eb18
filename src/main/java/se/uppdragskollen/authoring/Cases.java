package se.uppdragskollen.authoring;

import java.util.List;
import java.util.Map;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.report.Report;

/**
 * The cases that hold for an edition.
 *
 * @param edition the edition
 * @param base the sound base report for each kind of period that the edition asks for
 * @param cases by requirement in the order of the files
 * @param reports whole reports
 * @param survivors mutants that the authors know of and explain
 */
public record Cases(Edition edition, Map<PeriodKind, Report> base, List<Case> cases, List<WholeReport> reports,
		List<Survivor> survivors) {

	/** The cases of one requirement. */
	public List<Case> of(String requirement) {
		return this.cases.stream().filter((one) -> one.requirement().equals(requirement)).toList();
	}

}
