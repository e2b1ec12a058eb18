package se.uppdragskollen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.Sentences;

/**
 * SARIF: a result for each outcome that somebody must look at.
 */
final class SarifOutput implements ResultOutput {

	private final Terminal terminal;

	private final Set<String> requirements = new TreeSet<>();

	private final List<Found> found = new ArrayList<>();

	SarifOutput(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void write(EvaluationResult result) {
		Sentences sentences = new Sentences(result.edition(), this.terminal.language());
		for (Outcome outcome : result.outcomes()) {
			if (outcome.kind() == OutcomeKind.NOT_MET || outcome.kind() == OutcomeKind.NOT_ASSESSABLE) {
				String id = outcome.requirement().id();
				this.requirements.add(id);
				this.found.add(new Found(id, level(outcome),
						outcome.requirement().title().in(this.terminal.language()) + ". " + sentences.say(outcome),
						result.report().unit() + "/" + result.report().period()));
			}
		}
	}

	private static String level(Outcome outcome) {
		if (outcome.severity() == Severity.RED) {
			return "error";
		}
		return (outcome.severity() == Severity.YELLOW) ? "warning" : "note";
	}

	@Override
	public void end() {
		Sarif sarif = Sarif.ofRequirements(this.requirements);
		for (Found one : this.found) {
			sarif.result(one.requirement, one.level, one.text);
			sarif.logicalLocation(one.place);
			sarif.endResult();
		}
		this.terminal.line(sarif.end());
	}

	private record Found(String requirement, String level, String text, String place) {

	}

}
