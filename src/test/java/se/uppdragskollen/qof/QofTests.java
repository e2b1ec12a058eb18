package se.uppdragskollen.qof;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.uppdragskollen.evaluation.Absence;
import se.uppdragskollen.evaluation.Credit;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.ResultWriter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what every Scottish practice reported under QOF in 2010/11 and 2011/12 against
 * {@code scotland-qof/2010} and {@code /2011}, and the result against the points that ISD
 * Scotland published. The reports go the whole way through files.
 *
 * <p>
 * Reads {@code ../shared/data/scotland-qof}, see {@link QofData}. The README tells how to
 * repeat it by hand.
 */
class QofTests {

	private static final QofCheck CHECK = new QofCheck();

	private static final Map<QofYear, QofFiles> PUBLISHED = new EnumMap<>(QofYear.class);

	private static final Map<QofYear, Map<String, EvaluationResult>> RESULTS = new EnumMap<>(QofYear.class);

	@TempDir
	private static Path folder;

	@BeforeAll
	static void checkAll() throws IOException {
		if (!QofData.areThere()) {
			return;
		}
		for (QofYear year : QofYear.values()) {
			Set<String> requirements = CHECK.edition(year).requirements().keySet();
			QofFiles published = new QofFiles(year, QofData.practices(year, requirements));
			PUBLISHED.put(year, published);
			RESULTS.put(year, CHECK.check(year, published.jsonLines(folder)));
		}
	}

	@BeforeEach
	void demandData() {
		QofData.demand();
	}

	private static List<QofRow> rows(QofYear year, Predicate<QofRow> wanted) {
		return PUBLISHED.get(year).practices().values().stream().flatMap(List::stream).filter(wanted).toList();
	}

	private static @Nullable BigDecimal points(Map<String, EvaluationResult> results, QofRow row) {
		return results.get(row.practice())
			.credits()
			.stream()
			.filter((credit) -> credit.requirement().equals(row.requirement()))
			.map(Credit::value)
			.findFirst()
			.orElse(null);
	}

	private static boolean isPublished(Map<String, EvaluationResult> results, QofRow row) {
		BigDecimal points = points(results, row);
		return points != null && row.isPublished(points);
	}

	private static Outcome outcome(QofYear year, QofRow row) {
		return RESULTS.get(year).get(row.practice()).outcome(row.requirement()).orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ "Y2010, 956, 48484", "Y2011, 944, 48192" })
	void givesThePublishedPoints(QofYear year, int practices, int rows) {
		List<QofRow> compared = rows(year, QofRow::isCompared);
		assertThat(compared).hasSize(rows).allMatch((row) -> isPublished(RESULTS.get(year), row));
		assertThat(RESULTS.get(year)).hasSize(practices);
	}

	@ParameterizedTest
	@EnumSource
	void isMetExactlyFromTheUpperLimit(QofYear year) throws IOException {
		Map<String, BigDecimal> upper = QofData.upperLimits(year, CHECK.edition(year).requirements().keySet());
		assertThat(rows(year, QofRow::isCompared)).allMatch((row) -> outcome(year, row)
			.kind() == (row.reaches(upper.get(row.requirement())) ? OutcomeKind.MET : OutcomeKind.NOT_MET));
	}

	@ParameterizedTest
	@CsvSource({ "Y2010, 3540", "Y2011, 5712" })
	void neitherDecidesNorPaysForWhatIsSuppressed(QofYear year, int rows) {
		assertThat(rows(year, QofRow::isSuppressed)).hasSize(rows)
			.allMatch((row) -> outcome(year, row).kind() == OutcomeKind.NOT_ASSESSABLE)
			.allMatch((row) -> outcome(year, row).absence() == Absence.SUPPRESSED)
			.allMatch((row) -> points(RESULTS.get(year), row) == null);
	}

	@ParameterizedTest
	@CsvSource({ "Y2010, 556", "Y2011, 848" })
	void paysNothingWithoutPatients(QofYear year, int rows) {
		assertThat(rows(year, QofRow::isEmpty)).hasSize(rows)
			.allMatch((row) -> outcome(year, row).kind() == OutcomeKind.NOT_APPLICABLE)
			.allMatch((row) -> points(RESULTS.get(year), row).signum() == 0)
			.allMatch((row) -> isPublished(RESULTS.get(year), row));
	}

	@ParameterizedTest
	@EnumSource
	void givesAnOutcomeToEveryRequirementAndNoneByGuessing(QofYear year) {
		Set<String> diabetes = new TreeSet<>(CHECK.edition(year).requirements().keySet());
		rows(year, (row) -> true).forEach((row) -> diabetes.remove(row.requirement()));
		assertThat(diabetes).allMatch((requirement) -> requirement.startsWith("DM"));
		RESULTS.get(year).values().forEach((result) -> {
			assertThat(result.outcomes().stream().map((outcome) -> outcome.requirement().id()))
				.containsExactlyElementsOf(CHECK.edition(year).requirements().keySet());
			assertThat(result.outcomes()).noneMatch((outcome) -> outcome.ruleError())
				.filteredOn((outcome) -> diabetes.contains(outcome.requirement().id()))
				.allMatch((outcome) -> outcome.kind() == OutcomeKind.NOT_ASSESSABLE)
				.allMatch((outcome) -> outcome.absence() == Absence.NOT_REPORTED);
			assertThat(result.credits()).noneMatch((credit) -> diabetes.contains(credit.requirement()));
		});
	}

	@Test
	void theYearBeforesEditionGivesOtherPoints() throws IOException {
		Set<String> before = CHECK.edition(QofYear.Y2010).requirements().keySet();
		List<QofRow> shared = rows(QofYear.Y2011, (row) -> row.isCompared() && before.contains(row.requirement()));
		Map<String, EvaluationResult> results = CHECK.checkUnder(QofYear.Y2010,
				folder.resolve(PUBLISHED.get(QofYear.Y2011).jsonLinesName()));
		List<QofRow> different = shared.stream().filter((row) -> !isPublished(results, row)).toList();
		Set<String> whole = new TreeSet<>(results.keySet());
		different.forEach((row) -> whole.remove(row.practice()));
		assertThat(shared).hasSize(37074);
		assertThat(different).hasSize(37074 - 35191);
		assertThat(results).hasSize(944);
		assertThat(whole).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void tablesGiveTheSameResults(QofYear year) throws IOException {
		QofFiles sample = PUBLISHED.get(year).first(60);
		assertThat(rows(year, QofRow::isSuppressed)).anyMatch((row) -> sample.practices().containsKey(row.practice()));
		Map<String, String> expected = new TreeMap<>();
		sample.practices()
			.keySet()
			.forEach((unit) -> expected.put(unit, ResultWriter.line(RESULTS.get(year).get(unit))));
		assertThat(lines(CHECK.check(year, sample.longForm(folder)))).isEqualTo(expected);
		assertThat(lines(CHECK.check(year, sample.wideForm(folder)))).isEqualTo(expected);
	}

	private static Map<String, String> lines(Map<String, EvaluationResult> results) {
		Map<String, String> lines = new TreeMap<>();
		results.forEach((unit, result) -> lines.put(unit, ResultWriter.line(result)));
		return lines;
	}

}
