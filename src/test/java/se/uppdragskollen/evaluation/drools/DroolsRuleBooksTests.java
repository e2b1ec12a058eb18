package se.uppdragskollen.evaluation.drools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.evaluation.RuleBook;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each revision is compiled once: kept in memory, and on disk where a folder is given.
 */
class DroolsRuleBooksTests {

	private final Assignments assignments = Assignments.at(Path.of(""));

	private final Edition edition = this.assignments.edition("kalmar-halsoval", "2025-01", new Problems())
		.orElseThrow();

	@TempDir
	Path cache;

	@Test
	void compilesARevisionOnceInMemory() {
		DroolsRuleBooks books = new DroolsRuleBooks();

		RuleBook first = books.of(this.edition);

		assertThat(books.of(this.edition)).isSameAs(first);
	}

	@Test
	void givesTheSameResultFromDiskAsCompiled() throws IOException {
		String compiled = evaluate(new DroolsRuleBooks(this.cache));
		Path jar = files().get(0);
		Object written = Files.getLastModifiedTime(jar);

		String loaded = evaluate(new DroolsRuleBooks(this.cache));

		assertThat(loaded).isEqualTo(compiled);
		assertThat(files()).containsExactly(jar);
		assertThat(Files.getLastModifiedTime(jar)).isEqualTo(written);
		assertThat(jar.getFileName().toString()).startsWith(this.edition.revision().substring("sha256:".length()));
	}

	@Test
	void compilesAnewWhatIsDamagedOnDisk() throws IOException {
		String compiled = evaluate(new DroolsRuleBooks(this.cache));
		Path jar = files().get(0);
		Files.writeString(jar, "not a jar");

		String again = evaluate(new DroolsRuleBooks(this.cache));

		assertThat(again).isEqualTo(compiled);
		assertThat(Files.size(jar)).isGreaterThan(1000);
	}

	@Test
	void goesOnWithoutADiskThatCanBeWritten() throws IOException {
		Path file = Files.writeString(this.cache.resolve("file"), "");

		assertThat(evaluate(new DroolsRuleBooks(file.resolve("folder")))).isEqualTo(evaluate(new DroolsRuleBooks()));
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.cache)) {
			return files.toList();
		}
	}

	private String evaluate(DroolsRuleBooks books) {
		Problems problems = new Problems();
		Report report = Document.read(Path.of("src/docs/examples/2025-Q1.yaml"), "example", problems)
			.flatMap((document) -> document.tree(problems))
			.flatMap((tree) -> new ReportReader(new ReportEditions(this.assignments, "kalmar-halsoval", null),
					java.time.LocalDate.of(2026, 11, 21))
				.read("example", tree, problems))
			.orElseThrow();
		EvaluationResult result = new Evaluator(this.edition, books.of(this.edition)).evaluate(report);
		assertThat(result.outcomes()).hasSize(20);
		return ResultWriter.line(result);
	}

}
