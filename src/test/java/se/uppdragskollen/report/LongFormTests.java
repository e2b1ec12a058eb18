package se.uppdragskollen.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;
import se.uppdragskollen.report.table.Row;

import static org.assertj.core.api.Assertions.assertThat;

class LongFormTests {

	private static final String HEADER = "unit;period;element;value;status\n";

	@TempDir
	private Path home;

	private SmallAssignment assignment;

	@BeforeEach
	void write() {
		this.assignment = SmallAssignment.in(this.home);
	}

	private List<String> told(String csv) {
		SmallAssignment.Read read = this.assignment.read("a.csv", csv);
		assertThat(read.reports()).isEmpty();
		return read.told().stream().map((one) -> one.substring(one.indexOf("a.csv"))).toList();
	}

	@Test
	void readsAnElementFromEachRow() {
		SmallAssignment.Read read = this.assignment.read("a.csv", HEADER + """
				A;2025-01;listed;22 709;
				A;2025-01;share;87,5;reported
				A;2025-01;model;;
				A;2025-01;clinic;;suppressed
				A;2025-01;services;*;
				A;2025-01;fte;Ingen personal;not-applicable
				B;2025-01;listed;0;
				""");
		assertThat(read.told()).isEmpty();
		assertThat(read.values()).containsExactly("A 2025-01 {listed=22709, share=87.5}", "B 2025-01 {listed=0}");
		Report first = read.reports().get(0);
		assertThat(first.suppressed()).containsExactlyInAnyOrder("clinic", "services");
		assertThat(first.notApplicable()).isEqualTo(Map.of("fte", "Ingen personal"));
	}

	@Test
	void readsWithoutStatusColumnAndColumnsInAnyOrder() {
		assertThat(this.assignment.read("a.csv", "value,Element,PERIOD,unit\n87.5,share,2025-01,A\n").values())
			.containsExactly("A 2025-01 {share=87.5}");
	}

	@Test
	void groupsRowsWhereverTheyStand() {
		List<String> rows = new ArrayList<>();
		for (String unit : List.of("A", "B", "C")) {
			for (String period : List.of("2025-01", "2025-02")) {
				rows.add(unit + ";" + period + ";listed;412;");
				rows.add(unit + ";" + period + ";share;87,5;");
				rows.add(unit + ";" + period + ";clinic;ja;");
				rows.add(unit + ";" + period + ";routine;;suppressed");
			}
		}
		List<String> sorted = fingerprints(rows);
		Collections.shuffle(rows, new Random(7));
		assertThat(sorted).hasSize(6);
		assertThat(fingerprints(rows)).isEqualTo(sorted);
	}

	private List<String> fingerprints(List<String> rows) {
		SmallAssignment.Read read = this.assignment.read("a.csv", HEADER + String.join("\n", rows));
		assertThat(read.told()).isEmpty();
		return read.reports().stream().map(Report::fingerprint).sorted().toList();
	}

	@Test
	void refusesAnElementTwice() {
		assertThat(told(HEADER + "A;2025-01;listed;1;\nA;2025-01;share;80;\nA;2025-01;listed;1;\n")).containsExactly(
				"a.csv:4:3: values.listed: Uppgiften står två gånger för samma enhet och period; den första står på "
						+ "rad 2. Ta bort den rad som inte ska gälla. Där står: listed.");
	}

	@Test
	void refusesStatusesThatDoNotFit() {
		assertThat(told(HEADER + """
				A;2025-01;listed;;reported
				A;2025-01;share;12;suppressed
				A;2025-01;fte;;not-applicable
				A;2025-01;clinic;ja;reportd
				""")).containsExactly(
				"a.csv:2:4: values.listed: Uppgiften har status redovisad (reported) men inget värde. Skriv värdet, "
						+ "eller ta bort raden om uppgiften inte är rapporterad.",
				"a.csv:3:4: values.share: Uppgiften ska vara dold (suppressed) men har ett värde. Ta bort värdet, "
						+ "eller ändra status.",
				"a.csv:4:4: not_applicable.fte: Skriv i kolumnen värde (value) varför uppgiften inte är tillämplig "
						+ "för enheten.",
				"a.csv:5:5: values.clinic: Ordet känns inte igen här. Där står: reportd. Tillåtet: redovisad, dold, "
						+ "ej tillämplig. Menade du reported?");
	}

	@Test
	void namesTheCellOfAnUnknownElement() {
		SmallAssignment.Read read = this.assignment.read("a.csv",
				HEADER + "A;2025-01;litsed;1;\nA;2025-01;clinc;;suppressed\nA;2025-01;modle;x;not-applicable\n");
		assertThat(read.keys()).containsExactly("a.csv:2:3 values.litsed unknown-element",
				"a.csv:3:3 suppressed.clinc unknown-element", "a.csv:4:3 not_applicable.modle unknown-element");
		assertThat(read.problems()).extracting(Problem::suggestion).containsExactly("listed", "clinic", "model");
	}

	@Test
	void refusesAReportWithARowThatCannotBeReadAndTakesTheOthers() {
		SmallAssignment.Read read = this.assignment.read("a.csv", HEADER + """
				A;2025-01;listed;1;
				A;2025-01;share;80;;x
				B;2025-01;listed;2;
				B;2025-01;;3;
				C;2025-01;listed;3;
				C;2025-01
				D;2025-01;listed;4;
				;2025-01;listed;5;
				""");
		assertThat(read.values()).containsExactly("D 2025-01 {listed=4}");
		assertThat(read.keys()).containsExactly("a.csv:3:6  row-too-long", "a.csv:5:3 element cell-empty",
				"a.csv:7:1  row-too-short", "a.csv:9:1 unit cell-empty");
	}

	@Test
	void refusesUnknownColumnsWithSuggestions() {
		assertThat(told("unit;period;elemnt;value;note\nA;2025-01;listed;1;x\n"))
			.contains(
					"a.csv:1:3: elemnt: Kolumnen känns inte igen, så tabellen läses inte. Rätta rubriken eller ta bort "
							+ "kolumnen. Där står: elemnt. Tillåtet: comment, element, period, status, unit, value. "
							+ "Menade du element?")
			.hasSize(3);
	}

	@Test
	void takesNothingFromAFileThatBreaksOff() {
		assertThat(told(HEADER + "A;2025-01;listed;1;\nB;2025-01;routine;\"x;\nA;2025-01;share;200;\n"))
			.containsExactly(
					"a.csv:3:1: Ett citattecken (\") på raden har ingen motsvarighet, och raderna härifrån går inte "
							+ "att läsa. Ta bort citattecknet eller skriv ett till där texten slutar.",
					"a.csv: Filen gick inte att läsa till slut. Rader till samma rapport kan stå var som helst i "
							+ "filen, så ingen rapport i den är läst.");
	}

	@Test
	void takesNothingFromAFileWithTooManyRows() {
		List<Report> reports = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		ReportEditions editions = new ReportEditions(Assignments.at(this.home), "trial", null);
		Intake intake = new Intake(new ReportReader(editions, LocalDate.of(2025, 12, 31)), editions, reports::add,
				(comment) -> {
				}, problems::add);
		Columns columns = Columns.of("a.csv", row(1, "unit", "period", "element", "value"), new Problems());
		for (int rows = 2; rows <= 3; rows++) {
			LongForm form = new LongForm("a.csv", columns, intake, 2);
			for (int line = 2; line < 2 + rows; line++) {
				form.row(row(line, "A" + line, "2025-01", "listed", "1"));
			}
			form.end(true);
		}
		assertThat(reports).extracting(Report::unit).containsExactly("A2", "A3");
		assertThat(problems).extracting(Problem::key).containsExactly("too-many-long-rows");
		assertThat(problems.get(0).line()).isEqualTo(4);
	}

	private static Row row(int line, String... texts) {
		List<Cell> cells = new ArrayList<>();
		Arrays.stream(texts).forEach((text) -> cells.add(new Cell(line, cells.size() + 1, text, Cell.Kind.TEXT)));
		return new Row(line, cells);
	}

	@Test
	void readsTwoHundredThousandRowsInMixedOrder() {
		StringBuilder csv = new StringBuilder(HEADER);
		for (String element : List.of("listed;412", "share;87,5", "fte;3,2", "clinic;ja")) {
			for (int unit = 0; unit < 50_000; unit++) {
				csv.append("U").append(unit).append(";2025-01;").append(element).append(";\n");
			}
		}
		SmallAssignment.Read read = this.assignment.read("a.csv", csv.toString());
		assertThat(read.problems()).isEmpty();
		assertThat(read.reports()).hasSize(50_000).allMatch((report) -> report.values().size() == 4);
		assertThat(Stream.of(read.reports().get(49_999).unit())).containsExactly("U49999");
	}

}
