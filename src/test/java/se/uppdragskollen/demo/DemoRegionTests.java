package se.uppdragskollen.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.Identifiers;
import se.uppdragskollen.report.Report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DemoRegionTests {

	/**
	 * Places and health centres that exist in Kalmar län, of shared/domain/facts.md and
	 * the map.
	 */
	private static final List<String> REAL = List.of("stensö", "esplanaden", "norrliden", "berga", "emmaboda", "kalmar",
			"västervik", "nybro", "borgholm", "vimmerby", "gamleby", "överum", "söderåkra", "oskarshamn", "mönsterås",
			"hultsfred", "högsby", "torsås", "mörbylånga", "färjestaden", "ankarsrum", "blomstermåla", "målilla");

	@TempDir
	static Path folder;

	private static Region region;

	@BeforeAll
	static void write() throws IOException {
		region = Region.of(Region.options(1, 40), folder.resolve("forty"));
	}

	@Test
	void sameSeedGivesTheSameBytes() throws IOException {
		assertThat(files(Region.options(5, 12), "once")).isEqualTo(files(Region.options(5, 12), "twice"))
			.containsOnlyKeys(DemoRegion.REPORTS, DemoRegion.DECIMAL_COMMAS, DemoRegion.UNITS, DemoRegion.STORIES);
	}

	@Test
	void anotherSeedGivesAnotherRegion() throws IOException {
		List<String> one = files(Region.options(5, 10), "five").get(DemoRegion.REPORTS).lines().toList();
		List<String> other = files(Region.options(6, 10), "six").get(DemoRegion.REPORTS).lines().toList();

		assertThat(one).hasSameSizeAs(other).doesNotContainAnyElementsOf(other);
	}

	@Test
	void moreCentresLeaveTheFirstAsTheyAre() throws IOException {
		Map<String, String> few = files(Region.options(5, 10), "ten");
		Map<String, String> more = files(Region.options(5, 13), "thirteen");

		assertThat(more.get(DemoRegion.REPORTS)).startsWith(few.get(DemoRegion.REPORTS));
		assertThat(more.get(DemoRegion.UNITS)).startsWith(few.get(DemoRegion.UNITS));
	}

	@Test
	void otherMonthsLeaveAReportAsItIs() throws IOException {
		DemoOptions spring = new DemoOptions(Region.ASSIGNMENTS, 5, 10, YearMonth.of(2024, 2), YearMonth.of(2024, 5));
		List<String> lines = files(spring, "spring").get(DemoRegion.REPORTS).lines().toList();

		assertThat(lines).hasSize(10 * (4 + 1 + 1));
		assertThat(files(Region.options(5, 10), "all").get(DemoRegion.REPORTS).lines()).containsAll(lines);
	}

	@Test
	void hasAReportForEachCentreAndEveryPeriodThatEnds() {
		Map<PeriodKind, Integer> expected = Map.of(PeriodKind.MONTH, 24 * 40 - 1, PeriodKind.QUARTER, 8 * 40,
				PeriodKind.TERTIAL, 6 * 40, PeriodKind.HALF_YEAR, 4 * 40, PeriodKind.YEAR, 2 * 40);
		Map<PeriodKind, Integer> counted = new TreeMap<>();
		region.reports().forEach((report) -> counted.merge(report.period().kind(), 1, Integer::sum));

		assertThat(counted).isEqualTo(expected);
	}

	@Test
	void answersEverythingThatTheEditionsAsk() {
		Set<String> asked = new TreeSet<>();
		Set<String> answered = new TreeSet<>();
		for (Report report : region.reports()) {
			asked.addAll(edition(report.period()).elements().keySet());
			answered.addAll(report.values().keySet());
			report.registers().forEach((one) -> answered.add(one.element()));
		}

		assertThat(asked).hasSizeGreaterThan(100);
		assertThat(answered).containsAll(asked);
	}

	@Test
	void namesAreMadeUp() {
		List<Centre> centres = Centres.of(1, DemoOptions.MOST_CENTRES);

		assertThat(centres).extracting(Centre::name).doesNotHaveDuplicates();
		assertThat(centres).allSatisfy((centre) -> {
			String place = centre.name().replaceFirst("^\\S+ ", "").toLowerCase(Locale.ROOT);
			assertThat(REAL).doesNotContain(place, centre.municipality().toLowerCase(Locale.ROOT));
			assertThat(Identifiers.isHsaId(centre.unit())).isTrue();
			assertThat(Identifiers.isOrganisationNumber(centre.operator().number())).isTrue();
			assertThat(centre.unit()).matches("SE(5566778899|" + centre.operator().number() + ")-H\\d{3}");
		});
		assertThat(centres).extracting(Centre::unit).doesNotHaveDuplicates();
	}

	@Test
	void aThirdIsPrivateAndOneIsAFilial() {
		List<Centre> centres = Centres.of(1, 40);

		assertThat(centres.stream().filter((centre) -> centre.operator().isPrivate())).hasSizeBetween(12, 15);
		assertThat(centres).filteredOn(Centre::isFilial).extracting(Centre::parent).containsExactly(Centres.unit(0));
		assertThat(region.units().comparable(Centres.unit(Cast.SMALL), Centres.unit(Cast.FILIAL))).isFalse();
	}

	@Test
	void figuresAreOfARealisticSize() {
		assertThat(region.numbers("listed_patients")).allMatch((one) -> one >= 1_500 && one <= 15_000);
		assertThat(mean(region.numbers("listed_patients"))).isBetween(5_000.0, 7_500.0);
		assertBand(region.shares("assessed_within_3_days", "assessed_total"), 88, 5, 68, 99.5);
		assertBand(region.shares("calls_answered_same_day", "calls_incoming"), 96, 3, 85, 100);
		assertThat(region.numbers("complex_patients")).allMatch((one) -> one >= 20 && one <= 380);
		assertThat(region.registers("coc_mean")).allMatch((one) -> one >= 0.25 && one <= 0.75);
		assertThat(region.registers("npe_overall")).allMatch((one) -> one >= 70 && one <= 95);
		assertThat(region.shares("hired_staff_cost", "own_staff_cost")).allMatch((one) -> one <= 25.1);
		assertThat(region.shares("hygiene_observations_correct", "hygiene_observations"))
			.allMatch((one) -> one >= 50 && one <= 100);
		assertThat(region.means(PeriodKind.QUARTER, DemoRegionTests::listedPerDoctor).values())
			.allMatch((one) -> one >= 900 && one <= 2_800);
	}

	@Test
	void whatBelongsTogetherGoesTogether() throws IOException {
		Region large = Region.of(
				new DemoOptions(Region.ASSIGNMENTS, 3, 150, YearMonth.of(2024, 1), YearMonth.of(2024, 6)),
				folder.resolve("large"));
		Map<String, Double> perDoctor = large.means(PeriodKind.QUARTER, DemoRegionTests::listedPerDoctor);
		Map<String, Double> hired = large.means(PeriodKind.QUARTER,
				(report) -> Region.number(report, "hired_staff_cost") / Region.number(report, "own_staff_cost"));
		Map<String, Double> access = large.means(PeriodKind.MONTH,
				(report) -> Region.number(report, "assessed_within_3_days") / Region.number(report, "assessed_total"));
		Map<String, Double> fixed = large.means(PeriodKind.HALF_YEAR,
				(report) -> Region.number(report, "patients_with_fixed_doctor")
						/ Region.number(report, "complex_patients"));

		assertThat(correlation(perDoctor, access)).isBetween(-0.9, -0.3);
		assertThat(correlation(hired, fixed)).isBetween(-0.9, -0.15);
	}

	@Test
	void tellsWhenNoEditionIsInForce() throws IOException {
		DemoOptions early = new DemoOptions(Region.ASSIGNMENTS, 1, 10, YearMonth.of(2023, 6), YearMonth.of(2023, 7));
		Path out = folder.resolve("early");

		assertThat(DemoRegion.write(early, out).all()).extracting(Problem::key).containsOnly("no-edition-in-force");
		assertThat(out).doesNotExist();
	}

	@Test
	void refusesTooFewCentresAndMonthsThatRunBackwards() {
		assertThatIllegalArgumentException().isThrownBy(() -> Region.options(1, 9));
		assertThatIllegalArgumentException().isThrownBy(() -> Region.options(1, 301));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new DemoOptions(Region.ASSIGNMENTS, 1, 10, YearMonth.of(2024, 2), YearMonth.of(2024, 1)));
	}

	private static double listedPerDoctor(Report report) {
		return Region.number(report, "listed_patients")
				/ (Region.number(report, "doctor_fte") + 0.5 * Region.number(report, "trainee_fte"));
	}

	private static void assertBand(List<Double> values, double mean, double sd, double low, double high) {
		assertThat(mean(values)).as("mean").isCloseTo(mean, within(1.3));
		assertThat(Math.sqrt(mean(values.stream().map((one) -> Math.pow(one - mean(values), 2)).toList()))).as("sd")
			.isCloseTo(sd, within(1.2));
		assertThat(values).allMatch((one) -> one >= low && one <= high);
	}

	private static double mean(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
	}

	private static double correlation(Map<String, Double> x, Map<String, Double> y) {
		List<Double> xs = new ArrayList<>(x.values());
		List<Double> ys = x.keySet().stream().map(y::get).toList();
		double xMean = mean(xs);
		double yMean = mean(ys);
		double both = IntStream.range(0, xs.size()).mapToDouble((i) -> (xs.get(i) - xMean) * (ys.get(i) - yMean)).sum();
		double xx = xs.stream().mapToDouble((one) -> Math.pow(one - xMean, 2)).sum();
		double yy = ys.stream().mapToDouble((one) -> Math.pow(one - yMean, 2)).sum();
		return both / Math.sqrt(xx * yy);
	}

	private static Edition edition(Period period) {
		return Region.ASSIGNMENTS.inForceOn(DemoRegion.ASSIGNMENT, period.to(), new Problems()).orElseThrow();
	}

	private static Map<String, String> files(DemoOptions options, String name) throws IOException {
		Path out = folder.resolve(name);
		assertThat(DemoRegion.write(options, out).all()).isEmpty();
		Map<String, String> files = new TreeMap<>();
		try (var written = Files.list(out)) {
			for (Path file : written.toList()) {
				files.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		assertThat(new HashSet<>(files.values())).hasSameSizeAs(files.keySet());
		return files;
	}

}
