package se.uppdragskollen.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExcelReportsTests {

	private static final String HEADER = Workbooks.texts("unit", "period", "listed", "share");

	@TempDir
	private Path home;

	private SmallAssignment assignment;

	@BeforeEach
	void write() {
		this.assignment = SmallAssignment.in(this.home);
	}

	private List<String> values(byte[] workbook) {
		SmallAssignment.Read read = this.assignment.read("a.xlsx", workbook);
		assertThat(read.told()).isEmpty();
		return read.values();
	}

	private List<String> keys(byte[] workbook) {
		SmallAssignment.Read read = this.assignment.read("a.xlsx", workbook);
		assertThat(read.reports()).isEmpty();
		assertThat(read.told()).allMatch((one) -> one.contains("a.xlsx"));
		return read.keys();
	}

	@Test
	void readsTheWideFormOnTheFirstSheet() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(out, "test", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("Rapport");
			Object[][] rows = { { "unit", "period", "listed", "share", "clinic", "permit", "routine" },
					{ "A", "2025-01", 412, 87.5, true, LocalDate.of(2026, 3, 31), "Rutin" },
					{ "B", "2025-01", "22 709", "87,5", "nej", "2026-03-31", 5566778899L } };
			for (int row = 0; row < rows.length; row++) {
				for (int column = 0; column < rows[row].length; column++) {
					cell(sheet, row, column, rows[row][column]);
				}
			}
			workbook.newWorksheet("Anvisningar").value(0, 0, "Läs det här");
		}
		assertThat(values(out.toByteArray())).containsExactly(
				"A 2025-01 {clinic=true, listed=412, permit=2026-03-31, routine=Rutin, share=87.5}",
				"B 2025-01 {clinic=false, listed=22709, permit=2026-03-31, routine=5566778899, share=87.5}");
	}

	private static void cell(Worksheet sheet, int row, int column, Object value) {
		if (value instanceof LocalDate date) {
			sheet.value(row, column, date);
			sheet.style(row, column).format("yyyy-mm-dd").set();
		}
		else if (value instanceof Boolean flag) {
			sheet.value(row, column, flag);
		}
		else if (value instanceof Number number) {
			sheet.value(row, column, number);
		}
		else {
			sheet.value(row, column, value.toString());
		}
	}

	@Test
	void readsTheLongForm() {
		SmallAssignment.Read read = this.assignment.read("a.xlsx",
				Workbooks.with("", Workbooks.texts("unit", "period", "element", "value", "status"),
						Workbooks.texts("A", "2025-01", "share", "", "suppressed"),
						Workbooks.texts("A", "2025-01", "listed") + Workbooks.number(0, "412"),
						Workbooks.texts("A", "2025-01", "fte", "Ingen", "not-applicable")));
		assertThat(read.told()).isEmpty();
		assertThat(read.values()).containsExactly("A 2025-01 {listed=412}");
		assertThat(read.reports().get(0).suppressed()).containsExactly("share");
		assertThat(read.reports().get(0).notApplicable()).isEqualTo(Map.of("fte", "Ingen"));
	}

	@Test
	void readsNumbersWithTheDigitsThatExcelShows() {
		assertThat(values(Workbooks.with(Workbooks.texts("unit", "period", "share", "fte"),
				Workbooks.texts("A", "2025-01") + Workbooks.number(0, "84.200000000000003")
						+ Workbooks.number(0, "0.28999999999999998"))))
			.containsExactly("A 2025-01 {fte=0.29, share=84.2}");
	}

	@Test
	void readsPercentagesMonthsYearsAndTimesAsTheyAreShown() {
		assertThat(values(Workbooks.with(Workbooks.texts("unit", "period", "share", "opens", "permit"),
				Workbooks.texts("A") + Workbooks.number(2, "45689") + Workbooks.number(3, "0.85")
						+ Workbooks.number(4, "0.354166666666667") + Workbooks.number(1, "46112"),
				Workbooks.texts("B") + Workbooks.number(5, "45658"),
				Workbooks.texts("C") + Workbooks.number(0, "2025"))))
			.containsExactly("A 2025-02 {opens=08:30, permit=2026-03-31, share=85}", "B 2025 {}", "C 2025 {}");
	}

	@Test
	void refusesPercentagesAndDatesWhereTheyDoNotBelong() {
		SmallAssignment.Read read = this.assignment
			.read("a.xlsx",
					Workbooks.with(Workbooks.texts("unit", "period", "listed", "share", "permit"),
							Workbooks.texts("A", "2025-01") + Workbooks.number(3, "4") + Workbooks.number(1, "45689")
									+ Workbooks.number(0, "45689"),
							Workbooks.texts("B") + Workbooks.number(1, "45689")));
		assertThat(read.reports()).isEmpty();
		assertThat(read.keys()).containsExactly("a.xlsx:2:3 values.listed whole-number-expected",
				"a.xlsx:2:4 values.share figure-expected", "a.xlsx:2:5 values.permit date-expected",
				"a.xlsx:3:2 period period-expected");
	}

	@Test
	void readsTheResultsOfFormulas() {
		assertThat(values(Workbooks.with(Workbooks.texts("unit", "period", "listed", "clinic", "model", "share"),
				Workbooks.texts("A", "2025-01") + "<c><f>1+1</f><v>2</v></c><c t=\"b\"><f>TRUE()</f><v>1</v></c>"
						+ "<c t=\"str\"><f>B1</f><v>team</v></c><c t=\"str\"><f>\"\"</f><v></v></c>")))
			.containsExactly("A 2025-01 {clinic=true, listed=2, model=team}");
	}

	@Test
	void refusesFormulasThatWereNeverCalculatedAndErrors() {
		SmallAssignment.Read read = this.assignment.read("a.xlsx",
				Workbooks.with(HEADER, Workbooks.texts("A", "2025-01") + "<c><f>1+1</f></c><c><f>1</f><v></v></c>",
						Workbooks.texts("B", "2025-01") + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
								+ "<c t=\"e\"><v>#N/A</v></c>",
						Workbooks.texts("C", "2025-01") + Workbooks.number(0, "3")));
		assertThat(read.values()).containsExactly("C 2025-01 {listed=3}");
		assertThat(read.keys()).containsExactly("a.xlsx:2:3 values.listed formula-not-calculated",
				"a.xlsx:2:4 values.share formula-not-calculated", "a.xlsx:3:3 values.listed cell-error",
				"a.xlsx:3:4 values.share cell-error");
		assertThat(read.told().get(0)).endsWith("values.listed: Cellen har en formel som aldrig har räknats ut. "
				+ "Öppna filen i Excel och spara den, eller skriv värdet.");
		assertThat(read.told().get(2))
			.endsWith("Cellen innehåller ett fel från Excel. Rätta formeln, eller skriv värdet. Där står: #DIV/0!.");
	}

	@Test
	void namesRowAndColumnOfWrongCells() {
		SmallAssignment.Read read = this.assignment.read("a.xlsx", Workbooks.with(HEADER, "",
				Workbooks.texts("A", "2025-01", "-1", "101", "x"), Workbooks.texts("B", "2025-01", "-1", "101")));
		assertThat(read.keys()).containsExactly("a.xlsx:3:5  row-too-long",
				"a.xlsx:4:3 values.listed number-out-of-range", "a.xlsx:4:4 values.share number-out-of-range");
	}

	@Test
	void refusesWhatIsNoWorkbook() {
		assertThat(keys("unit;period\n".getBytes(StandardCharsets.UTF_8))).containsExactly("a.xlsx:0:0  excel-broken");
		assertThat(keys(new byte[0])).containsExactly("a.xlsx:0:0  excel-broken");
		assertThat(keys(Workbooks.zip(Map.of("a.txt", "x")))).containsExactly("a.xlsx:0:0  excel-broken");
		byte[] whole = Workbooks.with(HEADER);
		assertThat(keys(Arrays.copyOf(whole, whole.length - 30))).containsExactly("a.xlsx:0:0  excel-broken");
	}

	@Test
	void refusesEncryptedAndOldWorkbooksByContent() {
		byte[] old = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0 };
		assertThat(keys(old)).containsExactly("a.xlsx:0:0  excel-encrypted-or-old");
		assertThat(this.assignment.stream(old).keys()).containsExactly("-:0:0  excel-encrypted-or-old");
	}

	@Test
	void refusesMacrosByContent() {
		Map<String, String> parts = Workbooks.parts(HEADER);
		parts.put("xl/vbaProject.bin", "x");
		assertThat(keys(Workbooks.zip(parts))).containsExactly("a.xlsx:0:0  excel-macros");
	}

	@Test
	void refusesDocumentTypesAndEntities() {
		Map<String, String> parts = Workbooks.parts(HEADER, Workbooks.texts("A", "2025-01", "&x;"));
		parts.computeIfPresent("xl/worksheets/sheet1.xml",
				(name, xml) -> "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + xml);
		assertThat(keys(Workbooks.zip(parts))).containsExactly("a.xlsx:0:0  excel-unsafe");
	}

	@Test
	void refusesDocumentTypesInOtherEncodings() {
		Map<String, String> parts = Workbooks.parts(HEADER);
		String sheet = parts.remove("xl/worksheets/sheet1.xml");
		byte[] hidden = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE worksheet []>" + sheet)
			.getBytes(StandardCharsets.UTF_16);
		List<Map.Entry<String, byte[]>> all = new ArrayList<>();
		parts.forEach((name, text) -> all.add(Map.entry(name, text.getBytes(StandardCharsets.UTF_8))));
		all.add(Map.entry("xl/worksheets/sheet1.xml", hidden));
		assertThat(keys(Workbooks.zip(all))).containsExactly("a.xlsx:0:0  excel-unsafe");
	}

	@Test
	void refusesACellFarBeyondTheLastColumn() {
		assertThat(keys(Workbooks.with("<c r=\"ZZZZZZ1\"><v>1</v></c>"))).containsExactly("a.xlsx:0:0  excel-unsafe");
	}

	@Test
	void refusesAWorkbookThatUnfoldsToSomethingHuge() {
		byte[] zeros = new byte[60_000_000];
		List<Map.Entry<String, byte[]>> parts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			parts.add(Map.entry("xl/media/image" + i + ".png", zeros));
		}
		byte[] bomb = Workbooks.zip(parts);
		assertThat(bomb.length).isLessThan(1_000_000);
		assertThat(keys(bomb)).containsExactly("a.xlsx:0:0  excel-inflates");
		assertThat(keys(Workbooks.zip(parts.subList(0, 3)))).containsExactly("a.xlsx:0:0  excel-broken");
	}

	@Test
	void refusesAnXmlBomb() {
		Map<String, String> parts = Workbooks.parts(HEADER);
		parts.put("xl/sharedStrings.xml",
				"<sst>" + "<si><t>aaaaaaaaaaaaaaaaaaaa</t></si>".repeat(6_000_000) + "</sst>");
		assertThat(keys(Workbooks.zip(parts))).containsExactly("a.xlsx:0:0  excel-inflates");
	}

	@Test
	void refusesAWorkbookOfTooManyParts() {
		Map<String, String> parts = Workbooks.parts(HEADER, Workbooks.texts("A", "2025-01", "1"));
		while (parts.size() < 200) {
			parts.put("xl/media/" + parts.size(), "x");
		}
		assertThat(values(Workbooks.zip(parts))).containsExactly("A 2025-01 {listed=1}");
		parts.put("xl/media/one-too-many", "x");
		assertThat(keys(Workbooks.zip(parts))).containsExactly("a.xlsx:0:0  excel-entries");
	}

	@Test
	void refusesALargeFile() {
		assertThat(keys(new byte[20_000_001])).containsExactly("a.xlsx:0:0  table-too-large");
	}

	@Test
	void readsAWorkbookWithoutStyles() {
		Map<String, String> parts = Workbooks.parts(HEADER, Workbooks.texts("A", "2025-01") + "<c><v>1</v></c>");
		parts.remove("xl/styles.xml");
		parts.computeIfPresent("[Content_Types].xml",
				(name, xml) -> xml.replaceAll("<Override PartName=\"/xl/styles.xml\"[^>]*>", ""));
		assertThat(values(Workbooks.zip(parts))).containsExactly("A 2025-01 {listed=1}");
	}

	@Test
	void takesTheRowsBeforeABreakInTheWideFormButNoneInTheLong() {
		String wide = "<row>" + Workbooks.texts("A", "2025-01", "1")
				+ "</row><row><c t=\"d\"><v>2025-01-01</v></c></row>";
		SmallAssignment.Read read = this.assignment.read("a.xlsx", broken(HEADER, wide));
		assertThat(read.values()).containsExactly("A 2025-01 {listed=1}");
		assertThat(read.keys()).containsExactly("a.xlsx:0:0  excel-broken");
		String row = "<row>" + Workbooks.texts("A", "2025-01", "listed", "1")
				+ "</row><row><c t=\"d\"><v>x</v></c></row>";
		assertThat(keys(broken(Workbooks.texts("unit", "period", "element", "value"), row)))
			.containsExactly("a.xlsx:0:0  excel-broken", "a.xlsx:0:0  table-broken-off");
	}

	private static byte[] broken(String header, String rows) {
		Map<String, String> parts = Workbooks.parts(header);
		parts.computeIfPresent("xl/worksheets/sheet1.xml",
				(name, xml) -> xml.replace("</sheetData>", rows + "</sheetData>"));
		return Workbooks.zip(parts);
	}

}
