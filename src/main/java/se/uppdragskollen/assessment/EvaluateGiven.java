package se.uppdragskollen.assessment;

import java.util.Optional;

import org.springframework.stereotype.Component;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.JsonTree;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.request.Refusal;

/**
 * Evaluates a report that is sent along and stores nothing: for other systems, and for
 * trying out. History and peers are those that the report itself tells.
 */
@Component
public class EvaluateGiven {

	private final Editions editions;

	EvaluateGiven(Editions editions) {
		this.editions = editions;
	}

	/**
	 * The result.
	 * @param json a report in the report format
	 * @throws Refusal with every problem when the report cannot be taken
	 */
	public EvaluationResult evaluate(String assignment, String json) {
		if (!this.editions.assignments().contains(assignment)) {
			throw Refusal.notFound("assignment-unknown", assignment, this.editions.assignments());
		}
		Problems problems = new Problems();
		Optional<Report> report = JsonTree.read("report", json, 1, problems)
			.flatMap((tree) -> this.editions.reader(assignment).read("report", tree, problems));
		if (report.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		Edition edition = this.editions.inForceOn(assignment, report.get().period().to()).orElseThrow();
		return this.editions.evaluator(edition).evaluate(report.get());
	}

}
