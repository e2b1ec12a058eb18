package se.uppdragskollen.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.RuleBook;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small assignment with cases, in a folder of the test's own: two monthly requirements
 * and one for the year.
 */
final class TrialAssignment {

	private static final String ASSIGNMENT = """
			assignment: trial
			edition: "YEAR"
			title: {sv: Prov, en: Trial}
			in_force: {from: YEAR-01-01, to: YEAR-12-31}
			decision: {body: Nämnden}
			smallest_group: 20
			chapters:
			  - {id: all, part: basic, title: {sv: Allt, en: All}}
			""";

	private static final String REQUIREMENT = """
			  - id: ID
			    title: {sv: Prov, en: Trial}
			    text: {sv: Prov, en: Trial}
			    level: must
			    severity: yellow
			    follow_up: continuous
			    period: KIND
			    source: {kind: proposal, document: Prov}
			""";

	private static final String CHAPTER = "requirements:\n" + requirement("G1", "month") + """
			    parameters:
			      lowest_share:
			        unit: percent
			        values:
			          2024-12-31: {value: 85, source: Prov}
			""" + requirement("G2", "month") + """
			    reasons: {closed: {sv: Stängt, en: Closed}}
			    parameters:
			      large_above: {unit: listed-persons, values: {2025-01-01: {value: 4000, source: Prov}}}
			      hours: {unit: hours-per-week, values: {2025-01-01: {value: 42.5, source: Prov}}}
			""" + requirement("G3", "year")
			+ """
					    parameters:
					      accepted: {unit: list, values: {2025-01-01: {value: [nurse, doctor], source: Prov}}}
					      latest: {unit: date, values: {2025-01-01: {value: 2025-03-01, source: Prov}}}
					elements:
					  seen: {type: integer, unit: patients, from: self-report, period: month, part_of: asked, label: {sv: A, en: A}}
					  asked: {type: integer, unit: patients, from: self-report, period: month, label: {sv: A, en: A}}
					  listed: {type: integer, unit: listed-persons, from: self-report, period: month, label: {sv: A, en: A}}
					  open_hours:
					    {type: decimal, unit: hours-per-week, from: self-report, period: month, not_applicable: true,
					     label: {sv: A, en: A}}
					  open: {type: boolean, from: self-report, period: month, label: {sv: A, en: A}}
					  hsa: {type: text, from: self-report, period: year, format: hsa-id, label: {sv: A, en: A}}
					  who:
					    {type: choice, from: self-report, period: year, label: {sv: A, en: A},
					     choices: {nurse: {sv: A, en: A}, doctor: {sv: A, en: A}, nobody: {sv: A, en: A}}}
					  plan: {type: date, from: self-report, period: year, label: {sv: A, en: A}}
					""";

	private static final String RULES = """
			package rules.trial.eYEAR.all;

			rule "G1 Most are seen"
			    @requirement("G1")
			when
			    $r : Report( )
			then
			    must($r, "G1").shareAtLeast("seen", "asked", "lowest_share");
			    must($r, "G1").severity("red").noRedFlag("municipality");
			end

			rule "G2 Large centre is open long"
			    @requirement("G2")
			when
			    $r : Report( number("listed") > parameter("G2", "large_above"), yes("open") )
			then
			    must($r, "G2").severity("yellow").atLeast("open_hours", "hours");
			end

			rule "G2 Closed"
			    @requirement("G2")
			when
			    $r : Report( no("open") )
			then
			    notApplicable($r, "G2").because("closed");
			end

			rule "G3 Somebody plans in time"
			    @requirement("G3")
			when
			    $r : Report( )
			then
			    must($r, "G3").given("hsa");
			    must($r, "G3").oneOf("who", "accepted");
			    must($r, "G3").notLaterThan("plan", "latest");
			end
			""";

	private static final String BASE = """
			values: {seen: 90, asked: 100, listed: 5000, open_hours: 45, open: true, hsa: SE5566778899-H017, who: nurse,
			         plan: 2025-02-01}
			signals: [{from: municipality, flag: green, date: 2025-02-01}]
			registers: [{source: survey, element: asked, value: 99, as_of: 2025-02-28}]
			history: {seen: {2025-01: 88}}
			peers: {seen: {mean: 80, sd: 5, count: 9}}
			""";

	private static final DroolsRuleBooks RULE_BOOKS = new DroolsRuleBooks();

	private final Path home;

	TrialAssignment(Path home) {
		this.home = home;
		for (String year : List.of("2024", "2025")) {
			file("assignments/trial/" + year + "/assignment.yaml", ASSIGNMENT.replace("YEAR", year));
			file("assignments/trial/" + year + "/all.yaml", CHAPTER);
			file("rules/trial/" + year + "/all.drl", RULES.replace("YEAR", year));
			file("test-fixtures/trial/base/" + year + "/periods.yaml",
					"periods: {month: YEAR-02, year: YEAR}\n".replace("YEAR", year));
			file("test-fixtures/trial/base/" + year + "/all.yaml", BASE.replace("2025", year));
		}
	}

	private static String requirement(String id, String kind) {
		return REQUIREMENT.replace("ID", id).replace("KIND", kind);
	}

	/** Writes a file, its path from the home folder. */
	TrialAssignment file(String path, String text) {
		try {
			Path file = this.home.resolve(path);
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Exchanges some words of the edition 2025's chapter or rules. */
	TrialAssignment change(String path, String from, String to) {
		try {
			String text = Files.readString(this.home.resolve(path));
			assertThat(text).contains(from);
			return file(path, text.replace(from, to));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Cases of a requirement, one a line, each without its editions: all are for 2025.
	 */
	TrialAssignment cases(String requirement, String... cases) {
		StringBuilder yaml = new StringBuilder("requirement: " + requirement + "\ncases:\n");
		for (String one : cases) {
			yaml.append("  - {editions: [\"2025\"], ").append(one).append("}\n");
		}
		return file("test-fixtures/trial/" + requirement + ".yaml", yaml.toString());
	}

	Edition edition() {
		Problems problems = new Problems();
		Edition edition = Assignments.at(this.home).edition("trial", "2025", problems).orElse(null);
		assertThat(problems.all()).isEmpty();
		assertThat(edition).isNotNull();
		return java.util.Objects.requireNonNull(edition);
	}

	Cases read() {
		Problems problems = new Problems();
		Cases cases = new CaseReader(Assignments.at(this.home)).read(edition(), problems).orElse(null);
		assertThat(problems.all()).isEmpty();
		return java.util.Objects.requireNonNull(cases);
	}

	/** What is wrong with the cases: file, line, path and key. */
	List<String> wrong() {
		Problems problems = new Problems();
		assertThat(new CaseReader(Assignments.at(this.home)).read(edition(), problems)).isEmpty();
		return problems.all().stream().map(TrialAssignment::place).toList();
	}

	static String place(Problem problem) {
		return problem.file().replace("test-fixtures/trial/", "") + ":" + problem.line() + " " + problem.path() + ": "
				+ problem.key() + ((problem.suggestion() == null) ? "" : " → " + problem.suggestion());
	}

	TestRun run() {
		return CaseRunner.run(read(), ruleBook());
	}

	RuleBook ruleBook() {
		return RULE_BOOKS.of(edition());
	}

	MutationRun mutate() {
		return Mutation.run(read(), ruleBook(), Progress.SILENT);
	}

}
