package se.uppdragskollen.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.demo.DemoOptions;
import se.uppdragskollen.demo.DemoRegion;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.evaluation.RuleBooks;
import se.uppdragskollen.evaluation.Surroundings;
import se.uppdragskollen.followup.CaseState;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportFiles;
import se.uppdragskollen.report.ReportReader;
import se.uppdragskollen.selfreport.ReportLog;
import se.uppdragskollen.unit.Units;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service with a whole demo region of its own.
 */
class DemoResultsTests {

	private static final int CENTRES = 24;

	private static RunningService service;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void start() {
		Map<String, Object> database = RunningService.newDatabase();
		service = RunningService.start(database, Map.of("uppdragskollen.demo.centres", CENTRES));
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void hasTwoYearsAndPeopleOfEveryRoleAndCasesInEveryState() {
		List<String> months = strings(
				"select distinct period from self_report where period ~ '^\\d{4}-\\d{2}$' order by 1");
		assertThat(months).hasSize(24).startsWith("2023-07").endsWith("2025-06");
		assertThat(strings("""
				select distinct role from person_role r join person p on p.id = r.person
				where p.issuer = 'urn:uppdragskollen:demo' and p.subject !~ '-' order by 1
				""")).containsExactly(Stream.of(Role.values()).map(Role::word).sorted().toArray(String[]::new));
		assertThat(strings("select distinct state from follow_up_case order by 1"))
			.containsExactly(Stream.of(CaseState.values()).map(CaseState::word).sorted().toArray(String[]::new));
		assertThat(strings("select distinct outcome from outcome order by 1"))
			.containsExactly(Stream.of(OutcomeKind.values()).map(OutcomeKind::word).sorted().toArray(String[]::new));
		assertThat(strings("select distinct kind || ' ' || severity from finding where kind is not null order by 1"))
			.contains("deviation red", "deviation white", "deviation yellow", "question yellow");
	}

	private static List<String> strings(String sql) {
		return service.jdbc().sql(sql).query(String.class).list();
	}

	/** What the database remembers is what many files together tell. */
	@Test
	void judgesAsTheCommandLineDoes() throws IOException {
		Map<String, String> expected = commandLine();
		Map<String, String> stored = new TreeMap<>();
		service.jdbc()
			.sql("select r.unit, r.period, r.document from current_result c join result r on r.id = c.result")
			.query((row, i) -> stored.put(row.getString(1) + " " + row.getString(2), outcomes(row.getString(3))))
			.list();
		assertThat(stored).hasSizeGreaterThan(900);
		assertThat(stored.keySet()).isEqualTo(expected.keySet());
		stored
			.forEach((report, outcomes) -> assertThat(different(outcomes, expected.get(report))).as(report).isEmpty());
	}

	/** Evaluating everything again finds that nothing has changed. */
	@Test
	void findsNothingNewInWhatIsAsItWas() throws InterruptedException {
		long before = service.jdbc().sql("select count(*) from result").query(Long.class).single();
		Client reviewer = service.person(Role.REVIEWER);
		Client.Answer started = reviewer.post("/api/v1/runs",
				"{\"assignment\":\"kalmar-halsoval\",\"from\":\"2023-07-01\",\"to\":\"2025-12-31\"}", "Idempotency-Key",
				"whole-region-1");
		assertThat(started.status()).as(started.toString()).isEqualTo(202);
		String run = "/api/v1/runs/" + started.json().path("id").asInt();
		for (int i = 0; i < 300 && !reviewer.get(run).json().path("state").asString().equals("done"); i++) {
			Thread.sleep(100);
		}
		assertThat(reviewer.get(run).json().path("state").asString()).isEqualTo("done");
		assertThat(reviewer.get(run).json().path("total").asInt()).isGreaterThan(900);
		assertThat(service.jdbc().sql("select count(*) from result").query(Long.class).single()).isEqualTo(before);
	}

	@Test
	void repeatsEveryResult() {
		Client auditor = service.person(Role.AUDITOR);
		List<Long> some = service.jdbc()
			.sql("select id from result order by id desc limit 40")
			.query(Long.class)
			.list();
		for (long id : some) {
			Client.Answer answer = auditor.post("/api/v1/results/" + id + "/verification", "");
			assertThat(answer.json().path("same").asBoolean()).as(answer.toString()).isTrue();
		}
	}

	/** The parts of two documents that differ. */
	private static List<String> different(String document, String other) {
		List<String> parts = new ArrayList<>(List.of(document.split("(?=\\{\"requirement\")")));
		parts.removeAll(List.of(other.split("(?=\\{\"requirement\")")));
		return parts;
	}

	private static String outcomes(String document) {
		return document.substring(document.indexOf("\"outcomes\""));
	}

	private static Map<String, String> commandLine() throws IOException {
		Assignments assignments = Assignments.at(Path.of(""));
		LocalDate today = RunningService.TODAY;
		YearMonth last = YearMonth.from(today).minusMonths(1);
		DemoRegion.write(new DemoOptions(assignments, 1, CENTRES, last.minusMonths(23), last), folder);
		ReportEditions editions = new ReportEditions(assignments, DemoRegion.ASSIGNMENT, null);
		RuleBooks ruleBooks = service.get(RuleBooks.class);
		Map<String, Evaluator> evaluators = new HashMap<>();
		Problems problems = new Problems();
		Surroundings surroundings = new Surroundings(
				(report) -> Optional
					.of(evaluators.computeIfAbsent(editions.edition(report.period(), problems).orElseThrow().id(),
							(id) -> new Evaluator(editions.edition(report.period(), problems).orElseThrow(),
									ruleBooks.of(editions.edition(report.period(), problems).orElseThrow())))),
				Units.read(folder.resolve(DemoRegion.UNITS), problems).orElseThrow()::comparable);
		List<Report> reports = new ArrayList<>();
		new ReportFiles(new ReportReader(editions, today), editions).read(
				List.of(folder.resolve(DemoRegion.REPORTS), folder.resolve(DemoRegion.DECIMAL_COMMAS)),
				InputStream.nullInputStream(), (report) -> {
					if (isStored(report)) {
						reports.add(logged(report, editions.edition(report.period(), problems).orElseThrow()));
					}
				}, (problem) -> assertThat(problem.key()).isEqualTo("date-in-future"));
		reports.forEach(surroundings::note);
		Map<String, String> results = new TreeMap<>();
		for (Report report : reports) {
			Evaluator evaluator = evaluators.get(editions.edition(report.period(), problems).orElseThrow().id());
			EvaluationResult result = evaluator.evaluate(surroundings.fill(handedIn(report)));
			results.put(report.unit() + " " + report.period(), outcomes(ResultWriter.line(result)));
		}
		return results;
	}

	private static boolean isStored(Report report) {
		return service.jdbc()
			.sql("select exists (select 1 from self_report where unit = ? and period = ?)")
			.params(report.unit(), report.period().toString())
			.query(Boolean.class)
			.single();
	}

	/** What the service's own log tells where no register does. */
	private static Report logged(Report report, Edition edition) {
		return service.get(ReportLog.class).with(List.of(report), (one) -> edition).get(0);
	}

	/** The loader makes up a day for reports that tell none. */
	private static Report handedIn(Report report) {
		return new Report(report.unit(), report.assignment(), report.period(),
				(report.handedIn() != null) ? report.handedIn() : report.period().to().plusDays(10), report.values(),
				report.notApplicable(), report.suppressed(), report.registers(), report.signals(), report.exemptions(),
				report.history(), report.peers());
	}

}
