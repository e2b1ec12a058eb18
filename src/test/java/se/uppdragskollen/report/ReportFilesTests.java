package se.uppdragskollen.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.uppdragskollen.report.SmallAssignment.UNIT;

class ReportFilesTests {

	private static final String YAML = """
			unit: SE5566778899-H017
			period: 2025-02
			values: {listed: 412, share: 87.5}
			""";

	private static final String JSON = """
			{"unit": "SE5566778899-H017", "period": "2025-03", "values": {"listed": 413}}
			""";

	private static final String FEBRUARY = UNIT + " 2025-02 {listed=412, share=87.5}";

	private static final String MARCH = UNIT + " 2025-03 {listed=413}";

	@TempDir
	private Path home;

	private SmallAssignment assignment;

	@BeforeEach
	void write() {
		this.assignment = SmallAssignment.in(this.home);
	}

	@Test
	void readsOneReportFromYaml() {
		SmallAssignment.Read read = this.assignment.read("a.yaml", YAML);
		assertThat(read.problems()).isEmpty();
		assertThat(read.values()).containsExactly(FEBRUARY);
	}

	@Test
	void readsOneReportFromJson() {
		SmallAssignment.Read read = this.assignment.read("a.JSON", "\ufeff" + JSON);
		assertThat(read.problems()).isEmpty();
		assertThat(read.values()).containsExactly(MARCH);
	}

	@Test
	void readsFoldersInTheOrderOfTheirNames() {
		Path in = this.home.resolve("in");
		SmallAssignment.write(in.resolve("z.yml"), YAML);
		SmallAssignment.write(in.resolve("b/c.json"), JSON);
		SmallAssignment.write(in.resolve(".hidden/d.yaml"), "x");
		SmallAssignment.write(in.resolve("README.md"), "x");
		SmallAssignment.write(in.resolve("~$a.xlsx"), "x");
		SmallAssignment.Read read = this.assignment.read(in);
		assertThat(read.problems()).isEmpty();
		assertThat(read.values()).containsExactly(MARCH, FEBRUARY);
	}

	@Test
	void tellsOfAFileOfUnknownKindInAFolder() {
		Path in = this.home.resolve("in");
		SmallAssignment.write(in.resolve("a.yaml"), YAML);
		SmallAssignment.write(in.resolve("report.docx"), "x");
		SmallAssignment.Read read = this.assignment.read(in);
		assertThat(read.values()).containsExactly(FEBRUARY);
		assertThat(read.told()).containsExactly(in.resolve("report.docx")
				+ ": Filändelsen känns inte igen, så filen läses inte. Spara rapporten i ett format som läses, eller "
				+ "flytta filen. Tillåtet: .yaml, .yml, .json, .jsonl, .ndjson, .csv, .tsv, .xlsx.");
	}

	@Test
	void tellsOfAFolderWithoutReports() throws IOException {
		Path in = Files.createDirectory(this.home.resolve("in"));
		assertThat(this.assignment.read(in).told()).containsExactly(in + ": I mappen finns ingen fil med rapporter. "
				+ "Dessa filändelser läses: .yaml, .yml, .json, .jsonl, .ndjson, .csv, .tsv, .xlsx.");
	}

	@Test
	void tellsOfAMissingFileAndReadsTheOthers() {
		Path other = SmallAssignment.write(this.home.resolve("in/a.yaml"), YAML);
		SmallAssignment.Read read = this.assignment.read(this.home.resolve("gone.csv"), other);
		assertThat(read.keys()).containsExactly("gone.csv:0:0  file-missing");
		assertThat(read.values()).containsExactly(FEBRUARY);
	}

	@Test
	void refusesTheSecondReportForAUnitAndPeriodAndNamesBoth() {
		Path first = SmallAssignment.write(this.home.resolve("in/a.yaml"), YAML);
		Path second = SmallAssignment.write(this.home.resolve("in/b.jsonl"),
				"\n" + JSON.replace("2025-03", "2025-02") + "\n" + JSON);
		SmallAssignment.Read read = this.assignment.read(first, second);
		assertThat(read.values()).containsExactly(FEBRUARY, MARCH);
		assertThat(read.told())
			.containsExactly(second + ":2:1: Det finns redan en rapport för enheten " + UNIT + " och perioden 2025-02: "
					+ first + ":1. Ingen av dem bedöms. Ta bort den rapport som inte ska gälla.");
	}

	@Test
	void readsAFileNamedTwiceOnce() {
		Path file = SmallAssignment.write(this.home.resolve("in/a.yaml"), YAML);
		SmallAssignment.Read read = this.assignment.read(file, file.getParent(), file);
		assertThat(read.problems()).isEmpty();
		assertThat(read.values()).containsExactly(FEBRUARY);
	}

	@Test
	void aBrokenReportDoesNotStopTheOthersNorCountAsTheFirst() {
		Path broken = SmallAssignment.write(this.home.resolve("in/a.yaml"), YAML.replace("listed", "litsed"));
		Path sound = SmallAssignment.write(this.home.resolve("in/b.yaml"), YAML);
		SmallAssignment.Read read = this.assignment.read(broken, sound);
		assertThat(read.keys()).containsExactly("a.yaml:3:10 values.litsed unknown-element");
		assertThat(read.problems().get(0).suggestion()).isEqualTo("listed");
		assertThat(read.values()).containsExactly(FEBRUARY);
	}

	@Test
	void refusesFiftyMegabytesOfYamlAtOnce() {
		byte[] large = (YAML + "#".repeat(50_000_000)).getBytes(StandardCharsets.UTF_8);
		SmallAssignment.Read read = this.assignment.read("a.yaml", large);
		assertThat(read.reports()).isEmpty();
		assertThat(read.keys()).containsExactly("a.yaml:0:0  file-too-large");
		assertThat(read.told().get(0)).contains("10 MB", "JSON Lines");
	}

	@Test
	void refusesSeveralReportsInOneFile() {
		assertThat(this.assignment.read("a.json", "[" + JSON + "]").told())
			.containsExactly(this.home.resolve("in/a.json")
					+ ":1:1: Filen är en lista. Skriv en enda rapport i filen, eller många rapporter som JSON Lines "
					+ "(.jsonl) med en rapport på varje rad.");
		assertThat(this.assignment.read("b.yaml", "- " + YAML.replace("\n", "\n  ")).keys())
			.containsExactly("b.yaml:1:1  several-in-one-file");
	}

	@Test
	void tellsWhatIsWrongWithAnEditionOnlyOnce() {
		SmallAssignment.write(this.home.resolve("assignments/trial/2025/all.yaml"), "requirements: []\n");
		SmallAssignment.Read read = this.assignment.read("a.csv",
				"unit;period;listed\nA;2025-01;1\nB;2025-01;2\nC;2024-01;3\n");
		assertThat(read.values()).containsExactly("C 2024-01 {listed=3}");
		assertThat(read.problems()).doesNotHaveDuplicates().isNotEmpty();
	}

	@Test
	void knowsTheKindOfStandardInput() throws IOException {
		assertThat(this.assignment.stream(YAML).values()).containsExactly(FEBRUARY);
		assertThat(this.assignment.stream(JSON).values()).containsExactly(MARCH);
		assertThat(this.assignment.stream(JSON.replace(",", ",\n\t")).values()).containsExactly(MARCH);
		assertThat(this.assignment.stream(JSON.repeat(2).replaceFirst("2025-03", "2025-02")).values())
			.containsExactly(UNIT + " 2025-02 {listed=413}", MARCH);
		assertThat(this.assignment.stream("{\"unit\": \"A\",\n" + JSON).values()).containsExactly(MARCH);
		assertThat(this.assignment.stream("\ufeff\n\"unit\";period;listed\n" + UNIT + ";2025-03;413\n").values())
			.containsExactly(MARCH);
		byte[] workbook = Workbooks.with(Workbooks.texts("unit", "period", "listed"),
				Workbooks.texts(UNIT, "2025-03", "413"));
		assertThat(this.assignment.stream(workbook).values()).containsExactly(MARCH);
	}

	@Test
	void takesStandardInputWithWrongColumnsForATable() {
		assertThat(this.assignment.stream("hsa-id;period;listed\nA;2025-01;1\n").keys())
			.containsExactly("-:1:1 hsa-id column-unknown", "-:1:1 unit column-missing");
	}

	@Test
	void namesStandardInputInProblems() {
		assertThat(this.assignment.stream("").keys()).containsExactly("-:0:0  file-empty");
		assertThat(this.assignment.stream(JSON.replace("413", "-1")).keys())
			.containsExactly("-:1:73 values.listed number-out-of-range");
	}

	@Test
	void readsAFileWithoutEndingByHowItBegins() {
		assertThat(this.assignment.read("report", JSON).values()).containsExactly(MARCH);
		assertThat(this.assignment.read("report.txt", JSON).keys())
			.containsExactly("report.txt:0:0  file-kind-unknown");
	}

	@Test
	void refusesOldWorkbooksAndOnesWithMacrosByName() {
		assertThat(this.assignment.read("a.xlsm", "x").told()).containsExactly(this.home.resolve("in/a.xlsm")
				+ ": Arbetsboken kan innehålla makron och läses inte. Spara den som ”Excel-arbetsbok (.xlsx)”, "
				+ "utan makron.");
		assertThat(this.assignment.read("a.xls", "x").told()).containsExactly(this.home.resolve("in/a.xls")
				+ ": Arbetsboken är skyddad med lösenord eller sparad i det gamla formatet .xls. Ta bort lösenordet "
				+ "och spara den som ”Excel-arbetsbok (.xlsx)”.");
	}

}
