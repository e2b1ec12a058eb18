package se.uppdragskollen.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.language.Language;

/**
 * An assignment with an element of every type, in a folder of the test's own: the edition
 * 2024 knows only {@code listed}, the edition 2025 all.
 */
final class SmallAssignment {

	static final String UNIT = "SE5566778899-H017";

	private static final String HEAD = """
			assignment: trial
			edition: "YEAR"
			title: {sv: Prov, en: Trial}
			in_force: {from: YEAR-01-01, to: YEAR-12-31}
			decision: {body: Nämnden, date: 2023-11-26, reference: null}
			smallest_group: 20
			patient_groups: []
			chapters:
			  - {id: all, part: basic, title: {sv: Allt, en: All}}
			""";

	private static final String REQUIREMENT = """
			requirements:
			  - id: G1
			    title: {sv: Prov, en: Trial}
			    text: {sv: Prov, en: Trial}
			    level: must
			    severity: yellow
			    follow_up: continuous
			    period: month
			    source: {kind: seed, document: Prov}
			    parameters:
			      lowest:
			        unit: listed-persons
			        values:
			          2024-01-01: {value: 1, source: Prov}
			""";

	private static final String MORE_PARAMETERS = """
			      lowest_share:
			        unit: percent
			        values:
			          2024-01-01: {value: 80, source: Prov}
			      lowest_fte:
			        unit: fte
			        values:
			          2024-01-01: {value: 1, source: Prov}
			      allowed_models:
			        unit: list
			        values:
			          2024-01-01: {value: [team, single], source: Prov}
			      needed_services:
			        unit: list
			        values:
			          2024-01-01: {value: [lab], source: Prov}
			""";

	private static final String LISTED = """
			elements:
			  listed: {type: integer, unit: listed-persons, from: self-report, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			""";

	private static final String MORE_ELEMENTS = """
			  fte: {type: decimal, unit: fte, from: self-report, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false, not_applicable: true}
			  share: {type: decimal, unit: percent, from: self-report, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			  clinic: {type: boolean, from: self-report, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			  permit: {type: date, from: self-report, period: month, future: true,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			  opens: {type: time, from: self-report, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			  closes: {type: time, from: self-report, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			  model: {type: choice, from: self-report, period: month, label: {sv: Prov, en: Trial},
			    personal: false, public: false, choices: {team: {sv: Lag, en: Team}, single: {sv: En, en: One}}}
			  services: {type: list, from: self-report, period: month, label: {sv: Prov, en: Trial},
			    personal: false, public: false, choices: {lab: {sv: Lab, en: Lab}, x_ray: {sv: Rtg, en: X-ray}}}
			  routine: {type: text, from: self-report, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			  waiting: {type: decimal, unit: percent, from: waiting-time-register, period: month,
			    label: {sv: Prov, en: Trial}, personal: false, public: false}
			derived:
			  per_fte: {type: decimal, unit: listed-persons, formula: listed / fte, label: {sv: Prov, en: Trial}}
			""";

	private static final String RULE = """
			package rules.trial.eYEAR.all;

			rule "G1 Trial"
			    @requirement("G1")
			when
			    $r : Report( )
			then
			    must($r, "G1").atLeast("listed", "lowest");
			""";

	private static final String MORE_RULES = """
			    must($r, "G1").atLeast("fte", "lowest_fte");
			    must($r, "G1").atLeast("share", "lowest_share");
			    must($r, "G1").atLeast("waiting", "lowest_share");
			    must($r, "G1").atLeast("per_fte", "lowest");
			    must($r, "G1").yes("clinic");
			    must($r, "G1").notExpired("permit");
			    must($r, "G1").atMostThatOf("opens", "closes");
			    must($r, "G1").oneOf("model", "allowed_models");
			    must($r, "G1").includes("services", "needed_services");
			    must($r, "G1").given("routine");
			""";

	private final Path home;

	private final @Nullable String asked;

	/** What was read. */
	record Read(List<Report> reports, List<Problem> problems) {

		/** The problems' sentences with their places, in Swedish. */
		List<String> told() {
			return this.problems.stream().map((problem) -> problem.text(Language.SV)).toList();
		}

		/** Place, path and key of each problem. */
		List<String> keys() {
			return this.problems.stream()
				.map((problem) -> Path.of(problem.file()).getFileName() + ":" + problem.line() + ":" + problem.column()
						+ " " + problem.path() + " " + problem.key())
				.toList();
		}

		/** Unit, period and values of each report. */
		List<String> values() {
			return this.reports.stream()
				.map((report) -> report.unit() + " " + report.period() + " " + new TreeMap<>(report.values()))
				.toList();
		}

	}

	private SmallAssignment(Path home, @Nullable String asked) {
		this.home = home;
		this.asked = asked;
	}

	/** Writes the assignment into a folder. */
	static SmallAssignment in(Path home) {
		return in(home, null);
	}

	static SmallAssignment in(Path home, @Nullable String asked) {
		edition(home, "2024", REQUIREMENT + LISTED, RULE + "end\n");
		edition(home, "2025", REQUIREMENT + MORE_PARAMETERS + LISTED + MORE_ELEMENTS, RULE + MORE_RULES + "end\n");
		return new SmallAssignment(home, asked);
	}

	private static void edition(Path home, String year, String chapter, String rules) {
		write(home.resolve("assignments/trial/" + year + "/assignment.yaml"), HEAD.replace("YEAR", year));
		write(home.resolve("assignments/trial/" + year + "/all.yaml"), chapter);
		write(home.resolve("rules/trial/" + year + "/all.drl"), rules.replace("YEAR", year));
	}

	static Path write(Path file, String text) {
		return write(file, text.getBytes(StandardCharsets.UTF_8));
	}

	static Path write(Path file, byte[] bytes) {
		try {
			Files.createDirectories(file.getParent());
			return Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes a file with reports beside the assignment, and reads it. */
	Read read(String name, String text) {
		return read(write(this.home.resolve("in").resolve(name), text));
	}

	Read read(String name, byte[] bytes) {
		return read(write(this.home.resolve("in").resolve(name), bytes));
	}

	Read read(Path... inputs) {
		return read(InputStream.nullInputStream(), inputs);
	}

	/** Reads standard input. */
	Read stream(String text) {
		return stream(text.getBytes(StandardCharsets.UTF_8));
	}

	Read stream(byte[] bytes) {
		return read(new ByteArrayInputStream(bytes), Path.of("-"));
	}

	private Read read(InputStream standardInput, Path... inputs) {
		ReportEditions editions = new ReportEditions(Assignments.at(this.home), "trial", this.asked);
		ReportReader reader = new ReportReader(editions, LocalDate.of(2025, 12, 31));
		List<Report> reports = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		try {
			new ReportFiles(reader, editions).read(Stream.of(inputs).toList(), standardInput, reports::add,
					problems::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Read(reports, problems);
	}

}
