package se.uppdragskollen.evaluation.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.report.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for any report whatever stands in it. {@code -Dseed=N} takes other random
 * reports.
 */
class RandomReportTests {

	private static final int REPORTS = Integer.getInteger("reports", 250);

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void givesEachRequirementOwedOneOutcome(String id) {
		Edition edition = Kalmar.edition(id);
		Evaluator engine = Kalmar.engine(edition);
		for (Report report : reports(edition)) {
			EvaluationResult result = engine.evaluate(report);
			List<Requirement> owed = edition.requirements()
				.values()
				.stream()
				.filter((one) -> one.period() == report.period().kind())
				.toList();
			assertThat(result.outcomes()).as("seed %d, %s", RandomReports.SEED, report)
				.allSatisfy((one) -> assertThat(one.ruleError()).isFalse())
				.extracting((one) -> one.requirement())
				.isEqualTo(owed);
			assertThat(result.counts().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(owed.size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void givesTheSameBytesInWhateverOrderTheReportIsWritten(String id) {
		Edition edition = Kalmar.edition(id);
		Evaluator engine = Kalmar.engine(edition);
		Evaluator another = Kalmar.engine(edition);
		Random random = new Random(RandomReports.SEED);
		for (Report report : reports(edition)) {
			String written = ResultWriter.line(engine.evaluate(report));
			assertThat(ResultWriter.line(another.evaluate(report))).as("seed %d", RandomReports.SEED)
				.isEqualTo(written);
			assertThat(ResultWriter.line(another.evaluate(shuffled(report, random)))).as("seed %d", RandomReports.SEED)
				.isEqualTo(written);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-07", "2025-01" })
	void givesTheSameBytesAloneAndTogetherWithOthersInAnyOrder(String id) {
		Edition edition = Kalmar.edition(id);
		Evaluator engine = Kalmar.engine(edition);
		List<Report> reports = new ArrayList<>(reports(edition));
		Collections.shuffle(reports, new Random(RandomReports.SEED));
		List<String> together = engine.evaluate(reports).stream().map(ResultWriter::line).toList();
		Collections.reverse(reports);
		List<String> alone = new ArrayList<>(reports.stream().map(engine::evaluate).map(ResultWriter::line).toList());
		Collections.reverse(alone);
		assertThat(together).as("seed %d", RandomReports.SEED).isEqualTo(alone);
	}

	private static List<Report> reports(Edition edition) {
		RandomReports reports = new RandomReports(edition, RandomReports.SEED + 1);
		List<Report> all = new ArrayList<>(REPORTS);
		for (int i = 0; i < REPORTS; i++) {
			all.add(reports.next());
		}
		return all;
	}

	private static Report shuffled(Report report, Random random) {
		Map<String, SortedMap<se.uppdragskollen.assignment.Period, Object>> history = shuffled(report.history(),
				random);
		return new Report(report.unit(), report.assignment(), report.period(), report.handedIn(),
				shuffled(report.values(), random), shuffled(report.notApplicable(), random),
				new LinkedHashSet<>(shuffled(report.suppressed().stream().toList(), random)),
				shuffled(report.registers(), random), shuffled(report.signals(), random),
				shuffled(report.exemptions(), random), history, shuffled(report.peers(), random));
	}

	private static <T> List<T> shuffled(List<T> list, Random random) {
		List<T> other = new ArrayList<>(list);
		Collections.shuffle(other, random);
		return other;
	}

	private static <V> Map<String, V> shuffled(Map<String, V> map, Random random) {
		Map<String, V> other = new LinkedHashMap<>();
		shuffled(List.copyOf(map.keySet()), random).forEach((key) -> other.put(key, map.get(key)));
		return other;
	}

}
