package se.uppdragskollen.cli;

import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.Sentences;
import se.uppdragskollen.unit.Units;

/**
 * JUnit's XML: a suite per report, a case per requirement; not met is a failure, all that
 * is neither met nor unmet is skipped with its reason.
 */
final class JunitOutput implements ResultOutput {

	private final Terminal terminal;

	private final Units units;

	JunitOutput(Terminal terminal, Units units) {
		this.terminal = terminal;
		this.units = units;
	}

	@Override
	public void begin(int reports) {
		this.terminal.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>");
	}

	@Override
	public void write(EvaluationResult result) {
		var counts = result.counts();
		int failures = counts.getOrDefault(OutcomeKind.NOT_MET, 0) + counts.getOrDefault(OutcomeKind.NOT_ASSESSABLE, 0);
		int skipped = result.outcomes().size() - failures - counts.getOrDefault(OutcomeKind.MET, 0);
		Sentences sentences = new Sentences(result.edition(), this.terminal.language());
		StringBuilder xml = new StringBuilder("  <testsuite name=\"")
			.append(JunitCases.escape(this.units.nameOf(result.report().unit()) + " " + result.report().period()))
			.append("\" tests=\"")
			.append(result.outcomes().size())
			.append("\" failures=\"")
			.append(failures)
			.append("\" errors=\"0\" skipped=\"")
			.append(skipped)
			.append("\">\n");
		result.outcomes().forEach((outcome) -> outcome(result, outcome, sentences, xml));
		this.terminal.line(xml.append("  </testsuite>").toString());
	}

	private void outcome(EvaluationResult result, Outcome outcome, Sentences sentences, StringBuilder xml) {
		xml.append("    <testcase classname=\"")
			.append(JunitCases.escape(result.report().unit()))
			.append("\" name=\"")
			.append(JunitCases
				.escape(outcome.requirement().id() + " " + outcome.requirement().title().in(this.terminal.language())))
			.append("\"");
		if (outcome.kind() == OutcomeKind.MET) {
			xml.append("/>\n");
			return;
		}
		boolean fails = outcome.kind() == OutcomeKind.NOT_MET || outcome.kind() == OutcomeKind.NOT_ASSESSABLE;
		String element = fails ? "failure" : "skipped";
		xml.append(">\n      <")
			.append(element)
			.append(" message=\"")
			.append(JunitCases
				.escape(this.terminal.text("outcome." + outcome.kind().word()) + ": " + sentences.say(outcome)))
			.append("\"/>\n    </testcase>\n");
	}

	@Override
	public void end() {
		this.terminal.line("</testsuites>");
	}

}
