package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.uppdragskollen.demo.DemoOptions;
import se.uppdragskollen.demo.DemoRegion;
import se.uppdragskollen.document.Problems;

/**
 * {@code demo --out DIR}: writes a plainly fictional region.
 */
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1")
	private long seed;

	@Option(names = "--centres", paramLabel = "N", defaultValue = "40")
	private int centres;

	@Option(names = "--from", paramLabel = "MONTH", defaultValue = "2023-07")
	private YearMonth from = YearMonth.of(2023, 7);

	@Option(names = "--to", paramLabel = "MONTH", defaultValue = "2025-06")
	private YearMonth to = YearMonth.of(2025, 6);

	@Option(names = "--out", paramLabel = "DIR", required = true)
	private Path out = Path.of("");

	DemoCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		if (this.centres < DemoOptions.FEWEST_CENTRES || this.centres > DemoOptions.MOST_CENTRES) {
			this.terminal.note("demo.centres", this.centres, DemoOptions.FEWEST_CENTRES, DemoOptions.MOST_CENTRES);
			return Exit.CANNOT_RUN;
		}
		if (this.to.isBefore(this.from)) {
			this.terminal.note("demo.months", this.from, this.to);
			return Exit.CANNOT_RUN;
		}
		Problems problems = DemoRegion
			.write(new DemoOptions(this.options.assignments(), this.seed, this.centres, this.from, this.to), this.out);
		if (!problems.isEmpty()) {
			this.terminal.problems(problems.all());
			return Exit.CANNOT_RUN;
		}
		this.terminal.say("demo.done", this.centres, this.out);
		this.terminal.say("demo.next", this.out.resolve(DemoRegion.UNITS), this.out.resolve(DemoRegion.REPORTS));
		return Exit.CLEAN;
	}

}
