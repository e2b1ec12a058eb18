package se.uppdragskollen.web.api;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.assessment.EvaluateGiven;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.web.Needs;

/**
 * Evaluation of a report that is sent along, without storing anything.
 */
@RestController
class EvaluationController {

	private final EvaluateGiven evaluate;

	EvaluationController(EvaluateGiven evaluate) {
		this.evaluate = evaluate;
	}

	@PostMapping(path = "/api/v1/evaluations/{assignment}", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Needs(Act.READ_EDITIONS)
	String evaluate(@PathVariable String assignment, @RequestBody String report) {
		return ResultWriter.line(this.evaluate.evaluate(assignment, report));
	}

}
