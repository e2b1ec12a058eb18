package se.uppdragskollen.demo;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.Surroundings;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportFiles;
import se.uppdragskollen.report.ReportReader;
import se.uppdragskollen.unit.Units;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A written region, read as the product reads it.
 */
record Region(List<Report> reports, Units units) {

	static final Assignments ASSIGNMENTS = Assignments.at(Path.of(""));

	private static final ReportEditions EDITIONS = new ReportEditions(ASSIGNMENTS, DemoRegion.ASSIGNMENT, null);

	private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);

	private static final DroolsRuleBooks RULE_BOOKS = new DroolsRuleBooks();

	private static final Map<String, Evaluator> EVALUATORS = new HashMap<>();

	static DemoOptions options(long seed, int centres) {
		return new DemoOptions(ASSIGNMENTS, seed, centres, YearMonth.of(2023, 7), YearMonth.of(2025, 6));
	}

	/** Writes a region and reads it: not one problem. */
	static Region of(DemoOptions options, Path folder) throws IOException {
		assertThat(DemoRegion.write(options, folder).all()).isEmpty();
		List<Path> files = new ArrayList<>(List.of(folder.resolve(DemoRegion.REPORTS)));
		if (Files.exists(folder.resolve(DemoRegion.DECIMAL_COMMAS))) {
			files.add(folder.resolve(DemoRegion.DECIMAL_COMMAS));
		}
		List<Report> reports = new ArrayList<>();
		List<Problem> wrong = new ArrayList<>();
		new ReportFiles(new ReportReader(EDITIONS, TODAY), EDITIONS).read(files, InputStream.nullInputStream(),
				reports::add, wrong::add);
		Problems problems = new Problems();
		Units units = Units.read(folder.resolve(DemoRegion.UNITS), problems).orElseThrow();
		assertThat(wrong).isEmpty();
		return new Region(reports, units);
	}

	/** Every outcome by unit, period and requirement, history and peers filled in. */
	Map<String, Outcome> outcomes() {
		Surroundings surroundings = new Surroundings(Region::evaluator, this.units::comparable);
		this.reports.forEach(surroundings::note);
		Map<String, Outcome> outcomes = new TreeMap<>();
		Map<Evaluator, List<Report>> filled = new LinkedHashMap<>();
		this.reports
			.forEach((report) -> filled.computeIfAbsent(evaluator(report).orElseThrow(), (one) -> new ArrayList<>())
				.add(surroundings.fill(report)));
		filled.forEach((evaluator, together) -> evaluator.evaluate(together)
			.forEach((result) -> result.outcomes()
				.forEach((one) -> outcomes
					.put(key(result.report().unit(), result.report().period(), one.requirement().id()), one))));
		return outcomes;
	}

	static String key(String unit, Object period, String requirement) {
		return unit + " " + period + " " + requirement;
	}

	/** All numbers that health centres report for an element; filials left out. */
	List<Double> numbers(String element) {
		return ofCentres().map((report) -> report.values().get(element))
			.filter(BigDecimal.class::isInstance)
			.map((value) -> ((BigDecimal) value).doubleValue())
			.toList();
	}

	/** All numbers that registers have for an element. */
	List<Double> registers(String element) {
		return ofCentres().flatMap((report) -> report.registers().stream())
			.filter((one) -> one.element().equals(element))
			.map(RegisterValue::value)
			.map((value) -> ((BigDecimal) value).doubleValue())
			.toList();
	}

	/** Shares in percent, from all reports with both counts. */
	List<Double> shares(String part, String whole) {
		return ofCentres().filter((report) -> report.values().containsKey(part) && report.values().containsKey(whole))
			.map((report) -> 100 * number(report, part) / number(report, whole))
			.toList();
	}

	/** Each centre's mean of a figure over reports of a kind of period, by unit. */
	Map<String, Double> means(PeriodKind kind, ToDoubleFunction<Report> figure) {
		Map<String, Double> means = new TreeMap<>();
		ofCentres().filter((report) -> report.period().kind() == kind && !Double.isNaN(figure.applyAsDouble(report)))
			.collect(Collectors.groupingBy(Report::unit, Collectors.averagingDouble(figure)))
			.forEach(means::put);
		return means;
	}

	/** What the unit reports, not a number when it does not. */
	static double number(Report report, String element) {
		return (report.values().get(element) instanceof BigDecimal number) ? number.doubleValue() : Double.NaN;
	}

	private Stream<Report> ofCentres() {
		return this.reports.stream().filter((report) -> !this.units.unit(report.unit()).orElseThrow().isFilial());
	}

	private static Optional<Evaluator> evaluator(Report report) {
		Edition edition = EDITIONS.edition(report.period(), new Problems()).orElseThrow();
		return Optional
			.of(EVALUATORS.computeIfAbsent(edition.id(), (id) -> new Evaluator(edition, RULE_BOOKS.of(edition))));
	}

}
