package se.uppdragskollen.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.RuleBooks;

/**
 * {@code lint A/E}: everything that is wrong with an edition, all at once.
 */
@Command(name = "lint", sortOptions = false)
final class LintCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "A/E", descriptionKey = "A/E", arity = "1")
	private String edition = "";

	@Option(names = "--format", paramLabel = "text|json|sarif")
	private String format = "text";

	LintCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		ProblemOutput output = ProblemOutput.of(this.format, this.terminal).orElse(null);
		if (output == null) {
			this.terminal.note("cli.unknown-format", this.format, "text, json, sarif");
			return Exit.CANNOT_RUN;
		}
		Problems problems = new Problems();
		Optional<Edition> read = this.options.asFarAsRead(this.edition, problems);
		RuleBooks books = Options.ruleBooks();
		read.ifPresent((one) -> books.checkFormulas(one, problems));
		if (read.isPresent() && problems.isEmpty()) {
			try {
				books.of(read.get());
			}
			catch (RuleBooks.UncompilableException ex) {
				problems.addAll(ex.problems());
			}
		}
		output.write(problems.all());
		if (!problems.isEmpty()) {
			if (this.format.equals("text")) {
				this.terminal.note("lint.found", this.edition, problems.all().size());
			}
			return Exit.CANNOT_RUN;
		}
		if (this.format.equals("text")) {
			read.ifPresent((one) -> this.terminal.say("lint.clean", one.name(), one.requirements().size(),
					one.rules().size(), one.elements().size(), one.derived().size()));
		}
		return Exit.CLEAN;
	}

}
