package se.uppdragskollen.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.demo.DemoOptions;
import se.uppdragskollen.demo.DemoRegion;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.evaluation.Surroundings;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportFiles;
import se.uppdragskollen.report.ReportReader;

/**
 * How long a year of the region takes: in the service, where every report is judged and
 * its result, outcomes, traces and cases are stored anew; and beside it the same reports
 * from a file, evaluated with their history and peers, and the results written to a file.
 */
final class StoredRegionYear {

	private static final String YEAR = "{\"assignment\":\"kalmar-halsoval\",\"from\":\"2024-01-01\",\"to\":\"2024-12-31\","
			+ "\"current_rules\":true}";

	private static final int TIMES = 3;

	private static final LocalDate TODAY = LocalDate.of(2025, 7, 8);

	private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

	private StoredRegionYear() {
	}

	/**
	 * Measures both ways by turns, after one round to warm up, and prints the medians.
	 * @return milliseconds in the service, the median
	 */
	static long measure(LoadedService service, int centres) throws Exception {
		List<Report> reports = reports(centres);
		List<Long> stored = new ArrayList<>();
		List<Long> written = new ArrayList<>();
		for (int i = 0; i <= TIMES; i++) {
			long inService = inService(service);
			long toFile = toFile(reports);
			if (i > 0) {
				stored.add(inService);
				written.add(toFile);
			}
		}
		long count = service.number("select total from evaluation_run order by id desc limit 1");
		System.out.printf("%d centres, a year, %d reports: stored in %,d ms %s; to a file %,d ms %s; ratio %.1f%n", centres,
				count, median(stored), stored, median(written), written, (double) median(stored) / median(written));
		return median(stored);
	}

	private static long inService(LoadedService service) throws Exception {
		// No result counts any more: each is judged and stored anew
		service.sql("delete from current_result where result in (select id from result where period_to between "
				+ "date '2024-01-01' and date '2024-12-31')");
		String token = service.token("bodil");
		long start = System.nanoTime();
		Matcher id = ID.matcher(service.post("/api/v1/runs", YEAR, token));
		if (!id.find()) {
			throw new IllegalStateException("no run");
		}
		String run;
		do {
			Thread.sleep(20);
			run = service.get("/api/v1/runs/" + id.group(1), token);
		}
		while (!run.contains("\"done\""));
		long millis = (System.nanoTime() - start) / 1_000_000;
		long unjudged = service
			.number("select total - changed from evaluation_run where id = " + id.group(1));
		if (unjudged != 0) {
			throw new IllegalStateException(unjudged + " reports were not judged anew");
		}
		return millis;
	}

	private static List<Report> reports(int centres) throws IOException {
		Path folder = Files.createTempDirectory("region-year");
		Assignments assignments = Assignments.at(Path.of(""));
		DemoRegion.write(new DemoOptions(assignments, 1, centres, YearMonth.of(2024, 1), YearMonth.of(2024, 12)), folder);
		ReportEditions editions = new ReportEditions(assignments, DemoRegion.ASSIGNMENT, null);
		List<Report> reports = new ArrayList<>();
		new ReportFiles(new ReportReader(editions, TODAY), editions).read(List.of(folder.resolve(DemoRegion.REPORTS)),
				InputStream.nullInputStream(), reports::add, (problem) -> {
				});
		return reports;
	}

	private static long toFile(List<Report> reports) throws IOException {
		ReportEditions editions = new ReportEditions(Assignments.at(Path.of("")), DemoRegion.ASSIGNMENT, null);
		Map<String, Evaluator> evaluators = new HashMap<>();
		for (Report report : reports) {
			Edition edition = editions.edition(report.period(), new Problems()).orElseThrow();
			evaluators.computeIfAbsent(edition.revision(), (revision) -> evaluator(edition));
		}
		Path file = Files.createTempFile("region-year", ".jsonl");
		long start = System.nanoTime();
		Surroundings surroundings = new Surroundings((report) -> editions.edition(report.period(), new Problems())
			.flatMap((edition) -> Optional.ofNullable(evaluators.get(edition.revision()))), (one, other) -> true);
		reports.forEach(surroundings::note);
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			for (Report report : reports) {
				Evaluator evaluator = evaluators
					.get(editions.edition(report.period(), new Problems()).orElseThrow().revision());
				out.write(ResultWriter.line(evaluator.evaluate(surroundings.fill(report))));
				out.newLine();
			}
		}
		long millis = (System.nanoTime() - start) / 1_000_000;
		Files.delete(file);
		return millis;
	}

	private static Evaluator evaluator(Edition edition) {
		return new Evaluator(edition, new DroolsRuleBooks().of(edition));
	}

	private static long median(List<Long> times) {
		long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
