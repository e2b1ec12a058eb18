package se.uppdragskollen.qof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.RuleBooks;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportFiles;
import se.uppdragskollen.report.ReportReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads reports from files and holds them against an edition of this project, as the
 * command {@code check} does.
 */
final class QofCheck {

	private static final String ASSIGNMENT = "scotland-qof";

	private static final LocalDate TODAY = LocalDate.of(2012, 10, 1);

	private final Assignments assignments = Assignments.at(Path.of(""));

	private final RuleBooks ruleBooks = new DroolsRuleBooks();

	Edition edition(QofYear year) {
		Problems problems = new Problems();
		Edition edition = this.assignments.edition(ASSIGNMENT, year.edition(), problems).orElse(null);
		assertNone(problems.all());
		return edition;
	}

	/** Results by practice, under the edition in force. */
	Map<String, EvaluationResult> check(QofYear year, Path file) throws IOException {
		return check(edition(year), read(file, null));
	}

	/** Results by practice, as {@code check --edition} gives them. */
	Map<String, EvaluationResult> checkUnder(QofYear other, Path file) throws IOException {
		return check(edition(other), read(file, other.edition()));
	}

	private Map<String, EvaluationResult> check(Edition edition, List<Report> reports) {
		Map<String, EvaluationResult> results = new LinkedHashMap<>();
		new Evaluator(edition, this.ruleBooks.of(edition)).evaluate(reports)
			.forEach((result) -> results.put(result.report().unit(), result));
		assertThat(results).hasSameSizeAs(reports);
		return results;
	}

	private List<Report> read(Path file, @Nullable String asked) throws IOException {
		ReportEditions editions = new ReportEditions(this.assignments, ASSIGNMENT, asked);
		List<Report> reports = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		new ReportFiles(new ReportReader(editions, TODAY), editions).read(List.of(file), InputStream.nullInputStream(),
				reports::add, problems::add);
		assertNone(problems);
		return reports;
	}

	private static void assertNone(List<Problem> problems) {
		assertThat(problems.stream().map((problem) -> problem.text(Language.EN))).isEmpty();
	}

}
