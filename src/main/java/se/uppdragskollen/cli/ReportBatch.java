package se.uppdragskollen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.RuleBooks;
import se.uppdragskollen.evaluation.Surroundings;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportFiles;
import se.uppdragskollen.report.ReportReader;
import se.uppdragskollen.unit.Units;

/**
 * Reports from files, read together so that they give each other history and peers, and
 * evaluated one batch after the other. Few are kept in memory; many are read a second
 * time instead.
 */
final class ReportBatch implements AutoCloseable {

	private static final int MOST_KEPT = 2000;

	private static final int BATCH = 100;

	private final ReportEditions editions;

	private final RuleBooks ruleBooks;

	private final LocalDate today;

	private final Surroundings surroundings;

	private final Map<String, Evaluator> evaluators = new HashMap<>();

	private final List<Path> inputs = new ArrayList<>();

	private final List<Report> kept = new ArrayList<>();

	private final Problems problems = new Problems();

	private final Set<String> contested = new HashSet<>();

	private int size;

	private @Nullable Path spooled;

	ReportBatch(Assignments assignments, RuleBooks ruleBooks, String assignment, @Nullable String edition, Units units,
			LocalDate today) {
		this.editions = new ReportEditions(assignments, assignment, edition);
		this.ruleBooks = ruleBooks;
		this.today = today;
		this.surroundings = new Surroundings(this::evaluator, units::comparable);
	}

	/** Reads all reports once. */
	void read(List<Path> given, InputStream standardInput) throws IOException {
		for (Path input : given) {
			this.inputs.add(input.toString().equals("-") ? spool(standardInput) : input);
		}
		readAgain((report) -> {
			this.size++;
			this.surroundings.note(report);
			if (this.size <= MOST_KEPT) {
				this.kept.add(report);
			}
		}, this::wrong);
		this.kept.removeIf(this::contested);
	}

	/**
	 * Of two reports for one unit and period nobody knows which counts: neither is
	 * judged.
	 */
	private void wrong(Problem problem) {
		this.problems.add(problem);
		if (problem.key().equals("report-twice")) {
			String unit = String.valueOf(problem.holes().get(0));
			Period period = (Period) problem.holes().get(1);
			if (this.contested.add(unit + " " + period)) {
				this.size--;
				this.surroundings.forget(unit, period);
			}
		}
	}

	private boolean contested(Report report) {
		return this.contested.contains(report.unit() + " " + report.period());
	}

	private void readAgain(Consumer<Report> taken, Consumer<Problem> wrong) throws IOException {
		try (InputStream standardInput = (this.spooled == null) ? InputStream.nullInputStream()
				: Files.newInputStream(this.spooled)) {
			new ReportFiles(new ReportReader(this.editions, this.today), this.editions).read(this.inputs, standardInput,
					taken, wrong);
		}
	}

	/** Standard input is kept in a file: it may have to be read twice. */
	private Path spool(InputStream standardInput) throws IOException {
		Path file = Files.createTempFile("uppdragskollen", ".input");
		Files.copy(standardInput, file, StandardCopyOption.REPLACE_EXISTING);
		this.spooled = file;
		return Path.of("-");
	}

	int size() {
		return this.size;
	}

	List<Problem> problems() {
		return this.problems.all();
	}

	/** Evaluates every report, in the order read. */
	void forEach(Consumer<EvaluationResult> results) throws IOException {
		List<Report> batch = new ArrayList<>();
		Consumer<Report> each = (report) -> {
			if (contested(report)) {
				return;
			}
			batch.add(report);
			if (batch.size() == BATCH) {
				evaluate(batch, results);
			}
		};
		if (this.size == this.kept.size()) {
			this.kept.forEach(each);
		}
		else {
			readAgain(each, (problem) -> {
			});
		}
		evaluate(batch, results);
	}

	private void evaluate(List<Report> batch, Consumer<EvaluationResult> results) {
		int from = 0;
		while (from < batch.size()) {
			Evaluator evaluator = evaluator(batch.get(from)).orElseThrow();
			int to = from + 1;
			while (to < batch.size() && evaluator(batch.get(to)).orElseThrow() == evaluator) {
				to++;
			}
			evaluator.evaluate(batch.subList(from, to).stream().map(this.surroundings::fill).toList()).forEach(results);
			from = to;
		}
		batch.clear();
	}

	private Optional<Evaluator> evaluator(Report report) {
		Optional<Edition> edition = this.editions.edition(report.period(), new Problems());
		return edition.map((one) -> this.evaluators.computeIfAbsent(one.revision(),
				(revision) -> new Evaluator(one, this.ruleBooks.of(one))));
	}

	@Override
	public void close() throws IOException {
		if (this.spooled != null) {
			Files.deleteIfExists(this.spooled);
		}
	}

}
