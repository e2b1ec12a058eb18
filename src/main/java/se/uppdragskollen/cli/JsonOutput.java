package se.uppdragskollen.cli;

import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.ResultWriter;

/**
 * JSON: one object for one report, an array for several; or JSON Lines, an object a line.
 */
final class JsonOutput implements ResultOutput {

	private final Terminal terminal;

	private final boolean lines;

	private int reports;

	private int written;

	JsonOutput(Terminal terminal, boolean lines) {
		this.terminal = terminal;
		this.lines = lines;
	}

	@Override
	public void begin(int count) {
		this.reports = count;
		if (!this.lines && count != 1) {
			this.terminal.line("[");
		}
	}

	@Override
	public void write(EvaluationResult result) {
		if (this.lines) {
			this.terminal.line(ResultWriter.line(result));
		}
		else if (this.reports == 1) {
			this.terminal.line(ResultWriter.pretty(result));
		}
		else {
			this.written++;
			this.terminal.line(ResultWriter.line(result) + ((this.written < this.reports) ? "," : ""));
		}
	}

	@Override
	public void end() {
		if (!this.lines && this.reports != 1) {
			this.terminal.line("]");
		}
	}

}
