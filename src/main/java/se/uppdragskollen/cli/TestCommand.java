package se.uppdragskollen.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.authoring.CaseResult;
import se.uppdragskollen.authoring.CaseRunner;
import se.uppdragskollen.authoring.Cases;
import se.uppdragskollen.authoring.Difference;
import se.uppdragskollen.authoring.ReportResult;
import se.uppdragskollen.authoring.TestRun;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.Sentences;
import se.uppdragskollen.language.Messages;

/**
 * {@code test A/E}: runs the edition's cases.
 */
@Command(name = "test", sortOptions = false)
final class TestCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "A/E", descriptionKey = "A/E", arity = "1")
	private String edition = "";

	@Option(names = "--format", paramLabel = "text|junit")
	private String format = "text";

	TestCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		if (!List.of("text", "junit").contains(this.format)) {
			this.terminal.note("cli.unknown-format", this.format, "text, junit");
			return Exit.CANNOT_RUN;
		}
		Problems problems = new Problems();
		Optional<Cases> cases = this.options.cases(this.edition, problems);
		if (cases.isEmpty()) {
			this.terminal.problems(problems.all());
			return Exit.CANNOT_RUN;
		}
		TestRun run = CaseRunner.run(cases.get(), Options.ruleBooks().of(cases.get().edition()));
		if (this.format.equals("junit")) {
			junit(run);
		}
		else {
			text(run);
		}
		return run.passed() ? Exit.CLEAN : Exit.FINDINGS;
	}

	private void text(TestRun run) {
		Sentences sentences = new Sentences(run.edition(), this.terminal.language());
		for (CaseResult result : run.cases()) {
			if (!result.passed()) {
				place(result.tested().file(), result.tested().position(), result.tested().name());
				differences(result.differences());
				this.terminal.line("    " + sentences.say(result.outcome()));
			}
		}
		for (ReportResult result : run.reports()) {
			if (!result.passed()) {
				place(result.tested().file(), result.tested().position(), result.tested().name());
				result.differences().forEach((requirement, differences) -> {
					this.terminal.line("    " + requirement);
					differences(differences);
				});
			}
		}
		run.guards().forEach((guard) -> this.terminal.line(guard.sentence().in(this.terminal.language())));
		this.terminal.say("test.total", run.edition().name(), run.cases().size() + run.reports().size(), run.failed(),
				run.guards().size());
	}

	private void place(String file, Position position, String name) {
		this.terminal.line(this.terminal.red("✗ ") + file + ":" + position.line() + ": " + this.terminal.bold(name));
	}

	private void differences(List<Difference> differences) {
		differences.forEach((one) -> this.terminal.line("    "
				+ this.terminal.text("test.difference", what(one), said(one, one.expected()), said(one, one.found()))));
	}

	private String what(Difference one) {
		return this.terminal.text("difference." + one.what());
	}

	/** Outcomes, severities and findings by their names. */
	private String said(Difference one, String value) {
		String key = one.what() + "." + value;
		return Messages.has(key) ? this.terminal.text(key) : value;
	}

	private void junit(TestRun run) {
		JunitCases suite = new JunitCases(run.edition().name());
		run.cases()
			.forEach((one) -> suite.add(one.tested().requirement(), one.tested().name(), text(one.differences())));
		run.reports()
			.forEach((one) -> suite.add("reports", one.tested().name(),
					text(one.differences().values().stream().flatMap(List::stream).toList())));
		run.guards()
			.forEach((guard) -> suite.add(guard.requirement(), guard.kind().name(),
					guard.sentence().in(this.terminal.language())));
		this.terminal.line(suite.xml());
	}

	private String text(List<Difference> differences) {
		return String.join("; ",
				differences.stream()
					.map((one) -> this.terminal
						.text("test.difference", what(one), said(one, one.expected()), said(one, one.found()))
						.strip())
					.toList());
	}

}
