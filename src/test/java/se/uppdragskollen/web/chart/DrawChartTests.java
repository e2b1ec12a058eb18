package se.uppdragskollen.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.web.page.Say;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is drawn where.
 */
class DrawChartTests {

	private static final Say SV = new Say(Language.SV);

	@Test
	void whatIsMissingIsAGapAndNoZero() {
		Chart chart = draw(months(5), own("90", null, null, "92", "91")).wide();
		Chart.Line own = line(chart, Track.Kind.OWN);
		assertThat(own.marks()).hasSize(3);
		assertThat(own.path()).containsOnlyOnce("L").startsWith("M");
		assertThat(own.path().chars().filter((sign) -> sign == 'M').count()).as("parts of the line").isEqualTo(2);
		assertThat(chart.gaps()).hasSize(1);
		double slot = (chart.right() - chart.left()) / 5.0;
		assertThat(Double.parseDouble(chart.gaps().get(0).width())).isCloseTo(2 * slot,
				org.assertj.core.data.Offset.offset(0.1));
	}

	@Test
	void aZeroIsDrawnAsAZero() {
		Chart chart = draw(months(2), own("0", "10")).wide();
		assertThat(line(chart, Track.Kind.OWN).marks().get(0).y()).isEqualTo(String.valueOf(chart.foot()));
		assertThat(chart.gaps()).isEmpty();
	}

	@Test
	void figuresBesideAreRoundAndSwedish() {
		assertThat(levels(own("93.8", "97.2"))).containsExactly("93", "94", "95", "96", "97", "98");
		assertThat(levels(own("0.51", "0.62"))).containsExactly("0,5", "0,55", "0,6", "0,65");
		assertThat(levels(own("3", "1400"))).startsWith("0", "500").endsWith("2000");
		assertThat(levels(own("7", "7"))).contains("7");
	}

	@Test
	void shareDoesNotGoBeyondAHundred() {
		Chart chart = new DrawChart(months(2), List.of(own("99", "100")), true, SV).wide();
		assertThat(chart.levels().get(chart.levels().size() - 1).text()).isEqualTo("100");
	}

	@Test
	void everyPeriodHasItsPlaceAndEveryYearItsName() {
		Chart chart = draw(months(14), own(IntStream.range(0, 14).mapToObj(String::valueOf).toArray(String[]::new)))
			.wide();
		assertThat(chart.times().stream().map(Chart.Time::text).toList()).startsWith("nov", "dec", "jan")
			.endsWith("dec");
		assertThat(chart.times().stream().map(Chart.Time::year).filter((year) -> !year.isEmpty()).toList())
			.containsExactly("2023", "2024");
		Chart years = draw(months(120), own(IntStream.range(0, 120).mapToObj(String::valueOf).toArray(String[]::new)))
			.narrow();
		assertThat(years.times().stream().map(Chart.Time::text).toList()).containsOnly("");
		assertThat(years.times()).hasSizeBetween(4, 11);
	}

	@Test
	void limitIsAStepForEachPeriod() {
		Track limit = new Track(Track.Kind.LIMIT, numbers("80", "80", "85"), "minst 85 %");
		Chart.Line line = line(new DrawChart(months(3), List.of(own("86", "87", "86"), limit), true, SV).wide(),
				Track.Kind.LIMIT);
		assertThat(line.path().chars().filter((sign) -> sign == 'M').count()).as("steps").isEqualTo(2);
		assertThat(line.marks()).isEmpty();
	}

	@Test
	void wordsOfALimitStandWhereTheyHideNothing() {
		assertThat(placed("86.5")).as("the own line runs above").isGreaterThan(limitAt("86.5"));
		assertThat(placed("83.5")).as("the own line runs below").isLessThan(limitAt("83.5"));
	}

	private static double placed(String own) {
		return Double.parseDouble(line(beside(own), Track.Kind.LIMIT).place().y());
	}

	private static double limitAt(String own) {
		return Double.parseDouble(line(beside(own), Track.Kind.LIMIT).path().replaceAll("^.* ", ""));
	}

	/** Two years of this value, and a limit of 85. */
	private static Chart beside(String own) {
		String[] values = new String[24];
		Arrays.fill(values, own);
		values[0] = "70";
		values[1] = "100";
		String[] limits = new String[24];
		Arrays.fill(limits, "85");
		return new DrawChart(months(24),
				List.of(own(values), new Track(Track.Kind.LIMIT, numbers(limits), "minst 85 %")), true, SV)
			.wide();
	}

	@Test
	void nothingIsDrawnOfNothing() {
		assertThat(draw(months(2), own(null, null)).hasValues()).isFalse();
		assertThat(draw(months(2), own(null, "1")).hasValues()).isTrue();
	}

	private static List<String> levels(Track own) {
		return draw(months(own.values().size()), own).wide().levels().stream().map(Chart.Level::text).toList();
	}

	private static DrawChart draw(List<Period> periods, Track own) {
		return new DrawChart(periods, List.of(own), false, SV);
	}

	private static Chart.Line line(Chart chart, Track.Kind kind) {
		return chart.lines().stream().filter((one) -> one.kind() == kind).findFirst().orElseThrow();
	}

	private static List<Period> months(int count) {
		Period last = Period.of(PeriodKind.MONTH, 2024, 12);
		return IntStream.range(0, count).mapToObj((i) -> last.minus(count - 1 - i)).toList();
	}

	private static Track own(@Nullable String... values) {
		return new Track(Track.Kind.OWN, numbers(values), "");
	}

	private static List<@Nullable BigDecimal> numbers(@Nullable String... values) {
		List<@Nullable BigDecimal> numbers = new ArrayList<>();
		Arrays.stream(values).forEach((one) -> numbers.add((one == null) ? null : new BigDecimal(one)));
		return numbers;
	}

}
