package se.uppdragskollen.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.language.Language;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The editions that the repository holds: their cases, and the mistakes that no case
 * would notice.
 */
class EditionCasesTests {

	private static final DroolsRuleBooks RULE_BOOKS = new DroolsRuleBooks();

	private final Assignments assignments = Assignments.at(Path.of(""));

	private final Problems problems = new Problems();

	@ParameterizedTest
	@ValueSource(strings = { "kalmar-halsoval/2023-07", "kalmar-halsoval/2025-01", "scotland-qof/2010",
			"scotland-qof/2011" })
	void everyCaseGoesAsExpected(String name) {
		Edition edition = edition(name);
		TestRun run = CaseRunner.run(cases(edition), RULE_BOOKS.of(edition));

		List<String> wrong = new ArrayList<>();
		for (CaseResult one : run.cases()) {
			if (!one.passed()) {
				wrong.add(one.tested().file() + ":" + one.tested().position().line() + " " + one.tested().name() + " "
						+ one.differences());
			}
		}
		for (ReportResult one : run.reports()) {
			if (!one.passed()) {
				wrong.add(one.tested().file() + " " + one.differences());
			}
		}
		run.guards().forEach((guard) -> wrong.add(guard.sentence().en()));
		assertThat(wrong).isEmpty();
		assertThat(run.cases().size()).as("cases").isGreaterThan(5 * edition.requirements().size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "kalmar-halsoval/2023-07", "kalmar-halsoval/2025-01" })
	void everyMistakeIsNoticedOrExplained(String name) {
		Edition edition = edition(name);
		MutationRun run = Mutation.run(cases(edition), RULE_BOOKS.of(edition), Progress.SILENT);

		assertThat(run.survivors()).extracting(Mutant::id).isEmpty();
		assertThat(texts(run.problems())).isEmpty();
		assertThat(run.results().size()).as("mutants").isGreaterThan(5 * edition.requirements().size());
	}

	private Edition edition(String name) {
		Edition edition = this.assignments
			.edition(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1), this.problems)
			.orElse(null);
		assertThat(texts(this.problems.all())).isEmpty();
		return java.util.Objects.requireNonNull(edition);
	}

	private Cases cases(Edition edition) {
		Cases cases = new CaseReader(this.assignments).read(edition, this.problems).orElse(null);
		assertThat(texts(this.problems.all())).isEmpty();
		return java.util.Objects.requireNonNull(cases);
	}

	private static List<String> texts(List<Problem> problems) {
		return problems.stream().map((one) -> one.text(Language.EN)).toList();
	}

}
