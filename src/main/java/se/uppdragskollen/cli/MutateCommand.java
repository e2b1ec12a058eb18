package se.uppdragskollen.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.authoring.CaseRunner;
import se.uppdragskollen.authoring.Cases;
import se.uppdragskollen.authoring.MutantResult;
import se.uppdragskollen.authoring.Mutation;
import se.uppdragskollen.authoring.MutationRun;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.RuleBook;

/**
 * {@code mutate A/E}: which small mistakes in the edition would no case notice?
 */
@Command(name = "mutate", sortOptions = false)
final class MutateCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "A/E", descriptionKey = "A/E", arity = "1")
	private String edition = "";

	@Option(names = "--list")
	private boolean list;

	MutateCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		Problems problems = new Problems();
		Optional<Cases> cases = this.options.cases(this.edition, problems);
		if (cases.isEmpty()) {
			this.terminal.problems(problems.all());
			return Exit.CANNOT_RUN;
		}
		RuleBook ruleBook = Options.ruleBooks().of(cases.get().edition());
		int failed = CaseRunner.run(cases.get(), ruleBook).failed();
		if (failed > 0) {
			this.terminal.note("mutate.cases-fail", failed, this.edition);
			return Exit.CANNOT_RUN;
		}
		MutationRun run = Mutation.run(cases.get(), ruleBook, this.terminal::progress);
		for (MutantResult result : run.results()) {
			tell(result);
		}
		if (this.list) {
			run.skipped()
				.forEach(
						(one) -> this.terminal.say("mutate.skipped", one.id(), one.why().in(this.terminal.language())));
		}
		this.terminal.problems(run.problems());
		long explained = run.results()
			.stream()
			.filter((one) -> one.noticedBy() == null && one.explanation() != null)
			.count();
		this.terminal.say("mutate.total", cases.get().edition().name(), run.results().size(), run.noticed(), explained,
				run.survivors().size());
		return run.passed() ? Exit.CLEAN : Exit.FINDINGS;
	}

	private void tell(MutantResult result) {
		if (result.survives()) {
			this.terminal.line(this.terminal.red("✗ ") + result.mutant().id() + "  "
					+ this.terminal.dim(result.mutant().file() + ":" + result.mutant().position().line()));
		}
		else if (this.list && result.noticedBy() != null) {
			this.terminal.say("mutate.noticed", result.mutant().id(), result.noticedBy().name());
		}
		else if (this.list) {
			this.terminal.say("mutate.explained", result.mutant().id(), String.valueOf(result.explanation()));
		}
	}

}
