package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reports read together give each other history and peers.
 */
class SurroundingsTests {

	private static final Evaluator EVALUATOR = evaluator();

	@Test
	void givesEarlierPeriodsAsHistoryWithDerivedValues() {
		Surroundings surroundings = surroundings(Set.of());
		List.of(month("A", "2025-01", 200, 180), month("A", "2025-02", 200, 170), month("A", "2025-03", 200, 160))
			.forEach(surroundings::note);

		Report filled = surroundings.fill(month("A", "2025-03", 200, 160));

		assertThat(filled.history().get("assessed_share")).satisfies((series) -> {
			assertThat((BigDecimal) series.get(period("2025-01"))).isEqualByComparingTo("90");
			assertThat((BigDecimal) series.get(period("2025-02"))).isEqualByComparingTo("85");
			assertThat(series).hasSize(2);
		});
	}

	@Test
	void comparesWithOthersOfThePeriodAndNeverWithItself() {
		Surroundings surroundings = surroundings(Set.of());
		List.of(month("A", "2025-01", 100, 60), month("B", "2025-01", 100, 80), month("C", "2025-01", 100, 90),
				month("D", "2025-01", 100, 100), month("B", "2025-02", 100, 10))
			.forEach(surroundings::note);

		Peers peers = surroundings.fill(month("A", "2025-01", 100, 60)).peers().get("assessed_share");

		// mean of 80, 90 and 100; the sample's standard deviation is 10
		assertThat(peers).isEqualTo(new Peers(new BigDecimal("9E+1"), new BigDecimal("1E+1"), 3));
	}

	@Test
	void leavesOutUnitsThatMayNotBeCompared() {
		Surroundings surroundings = surroundings(Set.of("filial"));
		List.of(month("A", "2025-01", 100, 60), month("B", "2025-01", 100, 80), month("C", "2025-01", 100, 90),
				month("filial", "2025-01", 100, 1))
			.forEach(surroundings::note);

		assertThat(surroundings.fill(month("A", "2025-01", 100, 60)).peers().get("assessed_share").count())
			.isEqualTo(2);
	}

	@Test
	void leavesWhatAReportSaysItselfAsItIs() {
		Surroundings surroundings = surroundings(Set.of());
		Peers own = new Peers(BigDecimal.ONE, BigDecimal.TEN, 30);
		Report report = month("A", "2025-01", 100, 60).with(Map.of(), Map.of("assessed_share", own));
		List.of(report, month("B", "2025-01", 100, 80), month("C", "2025-01", 100, 90)).forEach(surroundings::note);

		assertThat(surroundings.fill(report).peers()).containsEntry("assessed_share", own);
	}

	private static Surroundings surroundings(Set<String> filials) {
		return new Surroundings((report) -> Optional.of(EVALUATOR), (unit, other) -> !filials.contains(other));
	}

	private static Report month(String unit, String period, int total, int within) {
		Map<String, Object> values = new HashMap<>();
		values.put("assessed_total", BigDecimal.valueOf(total));
		values.put("assessed_within_3_days", BigDecimal.valueOf(within));
		return new Report(unit, "kalmar-halsoval", period(period), null, values, Map.of(), Set.of(), List.of(),
				List.of(), List.of(), Map.of(), Map.of());
	}

	private static Period period(String written) {
		return Period.parse(written).orElseThrow();
	}

	private static Evaluator evaluator() {
		Edition edition = Assignments.at(Path.of(""))
			.edition("kalmar-halsoval", "2025-01", new Problems())
			.orElseThrow();
		return new Evaluator(edition, new DroolsRuleBooks().of(edition));
	}

}
