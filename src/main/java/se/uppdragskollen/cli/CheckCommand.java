package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.unit.Units;

/**
 * {@code check --assignment A REPORT…}: holds reports against the edition in force.
 */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {

	private final Terminal terminal;

	private final Clock clock;

	@Mixin
	private final Options options = new Options();

	@Option(names = "--assignment", paramLabel = "A", required = true)
	private String assignment = "";

	@Option(names = "--edition", paramLabel = "E")
	private @Nullable String edition;

	@Option(names = "--format", paramLabel = "text|json|jsonl|csv|sarif|junit")
	private String format = "text";

	@Option(names = "--all")
	private boolean all;

	@Option(names = "--units", paramLabel = "FILE")
	private @Nullable Path units;

	@Option(names = "--today", paramLabel = "DATE")
	private @Nullable LocalDate today;

	@Parameters(paramLabel = "REPORT", descriptionKey = "REPORT", arity = "1..*")
	private List<Path> reports = List.of();

	private boolean clean = true;

	private boolean ruleErrors;

	CheckCommand(Terminal terminal, Clock clock) {
		this.terminal = terminal;
		this.clock = clock;
	}

	@Override
	public Integer call() throws IOException {
		Assignments assignments = this.options.assignments();
		Problems problems = new Problems();
		Optional<Units> known = (this.units == null) ? Optional.of(Units.unknown()) : Units.read(this.units, problems);
		if (this.edition != null || !assignments.assignments().contains(this.assignment)) {
			assignments.edition(this.assignment, (this.edition == null) ? "" : this.edition, problems);
		}
		if (!problems.isEmpty() || known.isEmpty()) {
			this.terminal.problems(problems.all());
			return Exit.CANNOT_RUN;
		}
		Optional<ResultOutput> output = ResultOutput.of(this.format, this.terminal, known.get(), this.all);
		if (output.isEmpty()) {
			this.terminal.note("cli.unknown-format", this.format, String.join(", ", ResultOutput.FORMATS));
			return Exit.CANNOT_RUN;
		}
		LocalDate day = (this.today != null) ? this.today : LocalDate.now(this.clock);
		try (ReportBatch batch = new ReportBatch(assignments, Options.ruleBooks(), this.assignment, this.edition,
				known.get(), day)) {
			batch.read(this.reports, System.in);
			return check(batch, output.get());
		}
	}

	private int check(ReportBatch batch, ResultOutput output) throws IOException {
		int[] done = { 0 };
		if (batch.size() > 0) {
			output.begin(batch.size());
			batch.forEach((result) -> {
				note(result);
				output.write(result);
				this.terminal.progress(++done[0], batch.size());
			});
			output.end();
		}
		this.terminal.problems(batch.problems());
		if (!batch.problems().isEmpty()) {
			this.terminal.note("check.not-taken", batch.problems().size(), batch.size());
			return Exit.CANNOT_RUN;
		}
		if (batch.size() == 0) {
			this.terminal.note("check.no-reports");
			return Exit.CANNOT_RUN;
		}
		if (this.ruleErrors) {
			this.terminal.note("check.rule-errors");
			return Exit.CANNOT_RUN;
		}
		return this.clean ? Exit.CLEAN : Exit.FINDINGS;
	}

	private void note(EvaluationResult result) {
		this.clean &= result.isClean();
		this.ruleErrors |= result.outcomes().stream().anyMatch((outcome) -> outcome.ruleError());
	}

}
