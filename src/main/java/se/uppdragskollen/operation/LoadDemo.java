package se.uppdragskollen.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.EvaluationQueueState;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.demo.DemoOptions;
import se.uppdragskollen.demo.DemoRegion;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportFiles;
import se.uppdragskollen.unit.ImportUnits;
import se.uppdragskollen.unit.UnitRegistry;

/**
 * Fills an empty demo with a fictional region: its centres, two years of reports, what
 * others say of them, and people of every role. What ends last is left for the demo's
 * visitors to hand in at two of the centres.
 */
@Component
@DemoOnly
@Order(10)
class LoadDemo implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(LoadDemo.class);

	/** What is wrong with a report that is handed in after the demo's day. */
	private static final String NOT_YET = "date-in-future";

	/** The centres that visitors try out; no story is planted in them. */
	private static final List<Integer> TRIED_OUT = List.of(20, 21);

	private static final long PATIENCE_MILLIS = 120_000;

	private final ServiceOptions options;

	private final UnitRegistry units;

	private final ImportUnits imports;

	private final DemoPeople people;

	private final DemoReports reports;

	private final Editions editions;

	private final EvaluationQueueState queue;

	private final DemoCases cases;

	private final DemoPublications publications;

	private final Audit audit;

	private final TransactionTemplate transactions;

	private final Clock clock;

	private final int centres;

	LoadDemo(ServiceOptions options, UnitRegistry units, ImportUnits imports, DemoPeople people, DemoReports reports,
			Editions editions, EvaluationQueueState queue, DemoCases cases, DemoPublications publications, Audit audit,
			TransactionTemplate transactions, Clock clock, @Value("${uppdragskollen.demo.centres:40}") int centres) {
		this.options = options;
		this.units = units;
		this.imports = imports;
		this.people = people;
		this.reports = reports;
		this.editions = editions;
		this.queue = queue;
		this.cases = cases;
		this.publications = publications;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
		this.centres = centres;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
		if (this.centres == 0 || !this.units.all().all().isEmpty()) {
			return;
		}
		Path folder = Files.createTempDirectory("uppdragskollen-demo");
		try {
			load(folder);
		}
		finally {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	private void load(Path folder) throws IOException, InterruptedException {
		LocalDate today = LocalDate.now(this.clock);
		YearMonth last = YearMonth.from(today).minusMonths(1);
		Problems problems = DemoRegion.write(
				new DemoOptions(Assignments.at(this.options.home()), 1, this.centres, last.minusMonths(23), last),
				folder);
		if (!problems.isEmpty()) {
			throw new IllegalStateException("the demo region cannot be made: " + problems.all());
		}
		byte[] table = Files.readAllBytes(folder.resolve(DemoRegion.UNITS));
		List<Report> all = read(folder, today);
		this.transactions.executeWithoutResult((status) -> store(table, all, today));
		LOG.info("demo: {} reports stored, evaluating", all.size());
		for (long waited = 0; this.queue.waits() && waited < PATIENCE_MILLIS; waited += 100) {
			Thread.sleep(100);
		}
		this.cases.work();
		this.publications.publish();
	}

	private void store(byte[] table, List<Report> all, LocalDate today) {
		this.people.registerRegion();
		Actor commissioner = this.people.actor(DemoPeople.COMMISSIONER);
		this.imports.take(commissioner, DemoRegion.UNITS, table, today.withDayOfMonth(1));
		List<String> ids = all.stream().map(Report::unit).distinct().toList();
		List<String> triedOut = TRIED_OUT.stream().filter((one) -> one < ids.size()).map(ids::get).toList();
		Map<String, Long> heads = this.people.registerCentres(ids, triedOut);
		LocalDate newest = today.withDayOfMonth(1).minusDays(1);
		List<Report> handedIn = all.stream()
			.filter((report) -> !triedOut.contains(report.unit()) || report.period().to().isBefore(newest))
			.toList();
		this.reports.store(handedIn, heads, new long[] { commissioner.person(), this.people.actor("bertil").person() });
		this.audit.note(Audit.SYSTEM, "load-demo", "demo", null, Map.of("reports", handedIn.size()));
	}

	private List<Report> read(Path folder, LocalDate today) throws IOException {
		List<Report> all = new ArrayList<>();
		List<Problem> wrong = new ArrayList<>();
		var reportEditions = this.editions.reportEditions(DemoRegion.ASSIGNMENT);
		List<Path> files = new ArrayList<>(List.of(folder.resolve(DemoRegion.REPORTS)));
		if (Files.exists(folder.resolve(DemoRegion.DECIMAL_COMMAS))) {
			files.add(folder.resolve(DemoRegion.DECIMAL_COMMAS));
		}
		new ReportFiles(this.editions.reader(DemoRegion.ASSIGNMENT), reportEditions).read(files,
				InputStream.nullInputStream(), all::add, (problem) -> {
					if (!problem.key().equals(NOT_YET)) {
						wrong.add(problem);
					}
				});
		if (!wrong.isEmpty()) {
			throw new IllegalStateException("the demo's reports cannot be read: " + wrong.get(0));
		}
		LOG.info("demo: the region as it is on {}", today);
		return all;
	}

}
