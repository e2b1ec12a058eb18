package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.Memory;
import se.uppdragskollen.evaluation.Trace;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.selfreport.ReportKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of what reports left behind, no more is read than later reports use; what they use is
 * read whole, whatever gaps there are.
 */
class TracesTests {

	private static final String ASSIGNMENT = "kalmar-halsoval";

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

	private static final int MONTHS = 66;

	private final RunningService service = RunningService.shared();

	private final Traces traces = this.service.get(Traces.class);

	private final Editions editions = this.service.get(Editions.class);

	private final Random chance = new Random(Long.getLong("seed", 20250708));

	@Test
	void everyReportRemembersTheSameAsWithAllThatWasEverLeft() {
		Edition edition = this.editions.inForceOn(ASSIGNMENT, LocalDate.of(2025, 6, 30)).orElseThrow();
		Memory memory = new Memory(this.editions.evaluator(edition.revision()));
		int read = 0;
		int left = 0;
		for (int i = 0; i < 12; i++) {
			String unit = "traces-" + i;
			Map<ReportKey, List<Trace>> all = anyTraces(unit, edition);
			this.traces.replace(ASSIGNMENT, all);
			List<Trace> everything = all.values().stream().flatMap(List::stream).toList();
			for (String asked : List.of("2025-06", "2025-Q2", "2025-H1", "2024-12", "2024", "2022-03")) {
				Period period = Period.parse(asked).orElseThrow();
				Report report = new Report(unit, ASSIGNMENT, period, null, Map.of(), Map.of(), Set.of(), List.of(),
						List.of(), List.of(), Map.of(), Map.of());
				List<Trace> some = this.traces.ofUnits(ASSIGNMENT, List.of(unit), period.to()).get(unit);
				assertThat(memory.remember(report, some)).as(unit + " " + asked)
					.isEqualTo(memory.remember(report, everything));
				read += some.size();
				left += (int) everything.stream().filter((one) -> !one.period().to().isAfter(period.to())).count();
			}
		}
		assertThat(read).isLessThan(left);
	}

	/**
	 * Series with every month, with a few gaps, with many, and such as ended long ago.
	 */
	private Map<ReportKey, List<Trace>> anyTraces(String unit, Edition edition) {
		Map<ReportKey, List<Trace>> all = new LinkedHashMap<>();
		Map<String, Integer> gaps = new HashMap<>();
		Map<String, Integer> ends = new HashMap<>();
		for (PeriodKind kind : PeriodKind.values()) {
			for (int month = 0; month < MONTHS; month += kind.months()) {
				Period period = kind.at(FIRST.plusMonths(month));
				List<Trace> left = new ArrayList<>();
				for (Element element : edition.elements().values()) {
					int gap = gaps.computeIfAbsent(element.id(),
							(id) -> new int[] { 0, 0, 4, 50 }[this.chance.nextInt(4)]);
					int end = ends.computeIfAbsent(element.id(),
							(id) -> (this.chance.nextInt(4) > 0) ? MONTHS : this.chance.nextInt(MONTHS));
					boolean number = element.type() == ElementType.INTEGER || element.type() == ElementType.DECIMAL;
					if (number && element.period() == kind && month < end && this.chance.nextInt(100) >= gap) {
						BigDecimal value = BigDecimal.valueOf(this.chance.nextInt(100));
						left.add(new Trace(Trace.Use.HISTORY, element.id(), period, value, null, null));
						if (!element.selfReported()) {
							left.add(new Trace(Trace.Use.REGISTER, element.id(), period, value, element.from(),
									period.to()));
						}
					}
				}
				for (String derived : edition.derived().keySet()) {
					if (kind == PeriodKind.MONTH && month >= derived.length() % MONTHS) {
						left.add(new Trace(Trace.Use.HISTORY, derived, period,
								BigDecimal.valueOf(this.chance.nextInt(100)), null, null));
					}
				}
				all.put(new ReportKey(unit, ASSIGNMENT, period), left);
			}
		}
		return all;
	}

}
