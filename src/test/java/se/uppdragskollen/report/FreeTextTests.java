package se.uppdragskollen.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;

import static org.assertj.core.api.Assertions.assertThat;

class FreeTextTests {

	/** Made up: the check digit fits a date, no person. */
	private static final String NUMBER = "850101-2390";

	private static final String REPORT = """
			unit: A
			assignment: trial
			period: 2025-01
			values: {listed: 1, routine: "Se NUMBER", model: "NUMBER"}
			not_applicable: {fte: NUMBER}
			signals: [{from: municipality, flag: red, text: "Om NUMBER", date: 2025-01-20}]
			exemptions: [{requirement: G1, from: 2025-01-01, to: 2025-03-31, approver: N, reason: "För NUMBER"}]
			history: {routine: {2024-12: "NUMBER"}}
			""".replace("NUMBER", NUMBER);

	@TempDir
	private Path home;

	private SmallAssignment assignment;

	@BeforeEach
	void write() {
		this.assignment = SmallAssignment.in(this.home);
	}

	@Test
	void refusesPersonalNumbersInEveryFreeTextWithoutRepeatingThem() {
		SmallAssignment.Read read = this.assignment.read("a.yaml", REPORT);
		assertThat(read.reports()).isEmpty();
		assertThat(read.keys()).containsExactly("a.yaml:4:30 values.routine personal-number",
				"a.yaml:4:55 values.model choice-expected", "a.yaml:5:23 not_applicable.fte personal-number",
				"a.yaml:6:49 signals[0].text personal-number", "a.yaml:7:87 exemptions[0].reason personal-number",
				"a.yaml:8:30 history.routine.2024-12 personal-number");
		assertThat(String.join("\n", read.told())).doesNotContain(NUMBER)
			.contains("values.routine: Texten ser ut att innehålla ett personnummer eller samordningsnummer, "
					+ "från tecken 4. Ta bort det:");
	}

	@Test
	void refusesAReasonThatIsTooLong() {
		assertThat(this.assignment
			.read("a.yaml",
					"unit: A\nassignment: trial\nperiod: 2025-01\nvalues: {}\nnot_applicable: {fte: " + "x".repeat(4001)
							+ "}\n")
			.keys()).containsExactly("a.yaml:5:23 not_applicable.fte text-too-long");
	}

	@Test
	void letsCasesSayWhatTheyLike() throws Exception {
		ReportEditions editions = new ReportEditions(Assignments.at(this.home), "trial", null);
		Path file = Files.writeString(this.home.resolve("a.yaml"), REPORT.replace(", model: \"" + NUMBER + "\"", ""));
		Problems problems = new Problems();
		Node tree = Document.read(Files.newInputStream(file), "a.yaml", problems)
			.orElseThrow()
			.tree(problems)
			.orElseThrow();
		Optional<Report> report = ReportReader.withoutDoor(editions).read("a.yaml", tree, problems);
		assertThat(problems.all()).isEmpty();
		assertThat(report.orElseThrow().values()).containsEntry("routine", "Se " + NUMBER);
	}

}
