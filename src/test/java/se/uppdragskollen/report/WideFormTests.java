package se.uppdragskollen.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WideFormTests {

	@TempDir
	private Path home;

	private SmallAssignment assignment;

	@BeforeEach
	void write() {
		this.assignment = SmallAssignment.in(this.home);
	}

	private List<String> values(String csv) {
		SmallAssignment.Read read = this.assignment.read("a.csv", csv);
		assertThat(read.told()).isEmpty();
		return read.values();
	}

	private List<String> told(String csv) {
		SmallAssignment.Read read = this.assignment.read("a.csv", csv);
		assertThat(read.reports()).isEmpty();
		return read.told().stream().map((one) -> one.substring(one.indexOf("a.csv"))).toList();
	}

	@Test
	void readsAReportFromEachRow() {
		assertThat(values("unit,period,listed,share\nA,2025-01,412,87.5\n\nB,2025-T1,0,\n"))
			.containsExactly("A 2025-01 {listed=412, share=87.5}", "B 2025-T1 {listed=0}");
	}

	@Test
	void readsEveryTypeOfValue() {
		SmallAssignment.Read read = this.assignment.read("a.csv", """
				unit;period;clinic;permit;opens;model;services;routine
				A;2025-01;Ja;2026-03-31;08:30;team;lab | x_ray;"Rutin; ""ny"" 2,5"
				B;2025-01;NEJ;2026-03-31;8.30;single;lab|;87,5
				C;2025-01;yes;;;;|;
				D;2025-01;SANT;;;;;
				E;2025-01;false;;;;;
				""".replace("8.30", "08.30"));
		assertThat(read.told()).isEmpty();
		assertThat(read.values()).containsExactly(
				"A 2025-01 {clinic=true, model=team, opens=08:30, permit=2026-03-31, routine=Rutin; \"ny\" 2,5, "
						+ "services=[lab, x_ray]}",
				"B 2025-01 {clinic=false, model=single, opens=08:30, permit=2026-03-31, routine=87,5, services=[lab]}",
				"C 2025-01 {clinic=true, services=[]}", "D 2025-01 {clinic=true}", "E 2025-01 {clinic=false}");
	}

	@Test
	void readsDecimalCommasAndSpacesWhereColumnsAreSeparatedOtherwise() {
		assertThat(values("unit;period;listed;share;fte\nA;2025-01;22 709;87,5; 1.25 \n"))
			.containsExactly("A 2025-01 {fte=1.25, listed=22709, share=87.5}");
		assertThat(values("unit\tperiod\tlisted\tshare\nA\t2025-01\t\u00a022\u00a0709\t87,50\n"))
			.containsExactly("A 2025-01 {listed=22709, share=87.50}");
		assertThat(values("unit;period;listed\nA;2025-01;1\u202f234\n")).containsExactly("A 2025-01 {listed=1234}");
	}

	@Test
	void refusesADecimalCommaWhereCommasSeparateColumns() {
		assertThat(told("unit,period,share\nA,2025-01,\"87,5\"\n"))
			.containsExactly("a.csv:2:3: values.share: Här ska det stå ett tal, med punkt som decimaltecken "
					+ "(87.5). Där står: 87,5. Menade du 87.5?");
		assertThat(told("unit,period,share\nA,2025-01,87,5\n"))
			.containsExactly("a.csv:2:4: Raden har 4 celler men tabellen har 3 kolumner. Skriv tal med decimalpunkt "
					+ "(87.5) och sätt citattecken om text med komma, eller spara filen med semikolon mellan "
					+ "kolumnerna.");
	}

	@Test
	void refusesWhatIsNoNumber() {
		SmallAssignment.Read read = this.assignment.read("a.csv",
				"unit;period;listed;share\nA;2025-01;ca 400;1.234,5\nB;2025-01;1e999999999;87 %%\n");
		assertThat(read.reports()).isEmpty();
		assertThat(read.keys()).containsExactly("a.csv:2:3 values.listed whole-number-expected",
				"a.csv:2:4 values.share figure-expected", "a.csv:3:3 values.listed number-too-long",
				"a.csv:3:4 values.share figure-expected");
	}

	@Test
	void tellsNumbersAsTheyWereTyped() {
		assertThat(told("unit;period;listed;share;fte\nA;2025-01;1 000,5;120,5;fem\n")).containsExactly(
				"a.csv:2:3: values.listed: Här ska det stå ett heltal som inte är negativt. Där står: 1 000,5.",
				"a.csv:2:4: values.share: Talet ligger utanför det som är möjligt. Där står: 120,5. "
						+ "Tillåtet: 0 – 100.",
				"a.csv:2:5: values.fte: Här ska det stå ett tal, till exempel 87,5. Där står: fem.");
	}

	@Test
	void anEmptyCellIsNotReportedAndAStarIsSuppressed() {
		SmallAssignment.Read read = this.assignment.read("a.csv", "unit;period;listed;share\nA;2025-01;*; \n");
		assertThat(read.told()).isEmpty();
		assertThat(read.values()).containsExactly("A 2025-01 {}");
		assertThat(read.reports().get(0).suppressed()).containsExactly("listed");
	}

	@Test
	void readsWhatExcelSaves() {
		String text = "unit;period;routine\r\nA;2025-01;för åldre\r\n";
		String expected = "A 2025-01 {routine=för åldre}";
		assertThat(values("\ufeff" + text)).containsExactly(expected);
		assertThat(values("\ufeff" + text.replace("unit", "\"unit\""))).containsExactly(expected);
		assertThat(values("sep=;\r\n" + text)).containsExactly(expected);
		assertThat(values(text.replace("\r\n", ";;\r\n") + ";;;;\r\n")).containsExactly(expected);
		byte[] windows = text.replace("åldre", "åldre – nu").getBytes(Charset.forName("windows-1252"));
		assertThat(this.assignment.read("b.csv", windows).values())
			.containsExactly("A 2025-01 {routine=för åldre – nu}");
	}

	@Test
	void knowsWindows1252WhereverInTheFileItShows() {
		StringBuilder text = new StringBuilder("unit;period;routine\n");
		for (int i = 0; i < 10_000; i++) {
			text.append("A").append(i).append(";2025-01;aa\n");
		}
		text.append("B;2025-01;å\n");
		SmallAssignment.Read utf8 = this.assignment.read("a.csv", text.toString());
		SmallAssignment.Read windows = this.assignment.read("b.csv",
				text.toString().getBytes(StandardCharsets.ISO_8859_1));
		assertThat(utf8.values()).hasSize(10_001).endsWith("B 2025-01 {routine=å}");
		assertThat(windows.values()).isEqualTo(utf8.values());
	}

	@Test
	void refusesWhatIsNotText() {
		String unicode = "unit;period;listed\nA;2025-01;1\n";
		assertThat(this.assignment.read("a.csv", unicode.getBytes(StandardCharsets.UTF_16)).keys())
			.containsExactly("a.csv:0:0  csv-not-text");
		assertThat(this.assignment.read("a.csv", new byte[] { 'a', (byte) 0x81, '\n' }).told().get(0))
			.contains("CSV UTF-8");
	}

	@Test
	void tellsEveryProblemOfTheHeaderAndReadsNothing() {
		assertThat(told("hsa-id;period;listed;listed;;share\nA;2025-01;1;2;;3\n")).containsExactly(
				"a.csv:1:1: hsa-id: Kolumnen känns inte igen, så tabellen läses inte. Rätta rubriken eller ta bort "
						+ "kolumnen. Där står: hsa-id. Menade du unit?",
				"a.csv:1:1: unit: Kolumnen unit saknas. Första raden ska namnge kolumnerna: unit (enhet), period, "
						+ "element (uppgift), value (värde) och eventuellt status, eller unit, period och en kolumn "
						+ "för varje uppgift. " + "Där står: hsa-id, period, listed, listed, , share.",
				"a.csv:1:4: listed: Två kolumner har samma namn; den första är kolumn 3. Ta bort den ena. "
						+ "Där står: listed.",
				"a.csv:1:5: Kolumnen saknar rubrik. Skriv vilken uppgift den innehåller, eller ta bort den.");
	}

	@Test
	void tellsOfAnUnknownColumnOnceAndRefusesItsRows() {
		SmallAssignment.Read read = this.assignment.read("a.csv", """
				Unit;Period;listed;shrae
				A;2025-01;1;80
				B;2025-01;2;
				C;2025-01;x;90
				""");
		assertThat(read.values()).containsExactly("B 2025-01 {listed=2}");
		assertThat(read.told().get(0)).endsWith("a.csv:1:4: shrae: Kolumnen är ingen uppgift i utgåvan trial/2025. "
				+ "Rapporter som har något i den läses inte. Rätta rubriken eller ta bort kolumnen. "
				+ "Där står: shrae. Tillåtet: clinic, closes, fte, listed, model, opens, permit, routine, services, "
				+ "share, waiting. Menade du share?");
		assertThat(read.keys()).containsExactly("a.csv:1:4 shrae column-not-element",
				"a.csv:4:3 values.listed whole-number-expected");
	}

	@Test
	void tellsOfAnUnknownColumnWithNothingInIt() {
		SmallAssignment.Read read = this.assignment.read("a.csv", "unit;period;listed;shrae\nA;2025-01;1;\n");
		assertThat(read.values()).containsExactly("A 2025-01 {listed=1}");
		assertThat(read.keys()).containsExactly("a.csv:1:4 shrae column-not-element");
	}

	@Test
	void tellsOnceOfColumnsThatAreNotForTheUnitToReport() {
		SmallAssignment.Read read = this.assignment.read("a.csv",
				"unit;period;waiting;per_fte\nA;2025-01;80;\nB;2025-01;80;2\n");
		assertThat(read.reports()).isEmpty();
		assertThat(read.keys()).containsExactly("a.csv:1:3 waiting not-self-reported",
				"a.csv:1:4 per_fte derived-reported");
	}

	@Test
	void aColumnThatOnlyOneYearsEditionKnowsMayBeEmptyInAnotherYear() {
		SmallAssignment.Read read = this.assignment.read("a.csv",
				"unit;period;listed;share\nA;2024-01;1;\nA;2025-01;2;80\n");
		assertThat(read.told()).isEmpty();
		assertThat(read.values()).containsExactly("A 2024-01 {listed=1}", "A 2025-01 {listed=2, share=80}");
		assertThat(this.assignment.read("b.csv", "unit;period;listed;share\nA;2024-01;1;80\n").keys())
			.containsExactly("b.csv:1:4 share column-not-element");
	}

	@Test
	void readByAnotherEditionAColumnKnownToTheOneInForceIsPassedOver() {
		SmallAssignment byOlder = SmallAssignment.in(this.home, "2024");
		SmallAssignment.Read read = byOlder.read("a.csv", "unit;period;listed;share;shrae\nA;2025-01;1;80;\n");
		assertThat(read.keys()).containsExactly("a.csv:1:5 shrae column-not-element");
		assertThat(read.values()).containsExactly("A 2025-01 {listed=1}");
	}

	@Test
	void tellsOfRowsThatDoNotFitAndReadsTheOthers() {
		SmallAssignment.Read read = this.assignment.read("a.csv",
				"unit;period;listed;share\nA;2025-01;1;2;3\nB;2025-01;1\nC;2025-01;1;;;\n;2025-01;1;2\nD;;1;2\n");
		assertThat(read.values()).containsExactly("C 2025-01 {listed=1}");
		assertThat(read.told().stream().map((one) -> one.substring(one.indexOf("a.csv")))).containsExactly(
				"a.csv:2:5: Raden har 5 celler men tabellen har 4 kolumner. Kontrollera att inget har hamnat utanför "
						+ "sin kolumn.",
				"a.csv:3:1: Raden har 3 celler men tabellen har 4 kolumner. Lämna en cell tom där det inte finns "
						+ "någon uppgift, men ta inte bort skiljetecknet.",
				"a.csv:5:1: unit: Cellen i kolumnen unit är tom, så raden går inte att läsa. Fyll i den eller ta bort "
						+ "raden.",
				"a.csv:6:2: period: Cellen i kolumnen period är tom, så raden går inte att läsa. Fyll i den eller ta "
						+ "bort raden.");
	}

	@Test
	void namesTheCellOfAWrongUnitOrPeriod() {
		assertThat(
				this.assignment.read("a.csv", "unit;listed;period\nSE12;1;2025-01\nB;1;vecka 8\nC;1;2023-01\n").keys())
			.containsExactly("a.csv:2:1 unit hsa-id-expected", "a.csv:3:3 period period-expected",
					"a.csv:4:3 period no-edition-in-force");
	}

	@Test
	void refusesTheSecondRowForAUnitAndPeriod() {
		SmallAssignment.Read read = this.assignment.read("a.csv", "unit;period;listed\nA;2025-01;1\nA;2025-01;1\n");
		assertThat(read.values()).containsExactly("A 2025-01 {listed=1}");
		assertThat(read.keys()).containsExactly("a.csv:3:1  report-twice");
		assertThat(read.told().get(0)).contains("a.csv:2.");
	}

	@Test
	void readsTheRowsBeforeAnOpenQuotationMark() {
		SmallAssignment.Read read = this.assignment.read("a.csv",
				"unit;period;routine\nA;2025-01;x\nB;2025-01;\"y\nC;2025-01;z\n");
		assertThat(read.values()).containsExactly("A 2025-01 {routine=x}");
		assertThat(read.told().stream().map((one) -> one.substring(one.indexOf("a.csv"))))
			.containsExactly("a.csv:3:1: Ett citattecken (\") på raden har ingen motsvarighet, och raderna härifrån "
					+ "går inte att läsa. Ta bort citattecknet eller skriv ett till där texten slutar.");
	}

	@Test
	void tellsOfTablesWithoutReports() {
		assertThat(told("")).containsExactly("a.csv: Filen är tom.");
		assertThat(told("unit;period;listed\n"))
			.containsExactly("a.csv: Tabellen har en rubrikrad men inga rapporter under den.");
	}

}
