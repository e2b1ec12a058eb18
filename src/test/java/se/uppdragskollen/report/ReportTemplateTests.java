package se.uppdragskollen.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Language;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTemplateTests {

	private static final String UNIT = SmallAssignment.UNIT;

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

	private static final Assignments REAL = Assignments.at(Path.of(""));

	private static final Edition KALMAR = REAL.edition("kalmar-halsoval", "2025-01", new Problems()).orElseThrow();

	@TempDir
	private Path home;

	/** What comes back. */
	private record Back(List<Report> reports, List<Comment> comments, List<String> told) {

	}

	@ParameterizedTest
	@CsvSource({ "2025-02,SV", "2025-Q1,SV", "2025-T1,SV", "2025-H1,SV", "2025,SV", "2025-02,EN", "2025-Q1,EN",
			"2025-T1,EN", "2025-H1,EN", "2025,EN" })
	void whatIsWrittenIsReadBackTheSame(String written, Language language) throws IOException {
		Period period = Period.parse(written).orElseThrow();
		for (long seed = 1; seed <= 15; seed++) {
			RandomReport random = new RandomReport(KALMAR, period, TODAY, new Random(seed));
			Report report = random.report(UNIT);
			ReportTemplate template = new ReportTemplate(KALMAR, period, UNIT, "=Hälsocentralen \"Eken\"; norr",
					language, ReportTemplate.Filled.of(report), report.values());
			for (String ending : List.of("csv", "xlsx")) {
				Back back = read(REAL, KALMAR.assignment(), ending, written(template, ending));
				assertThat(back.told()).as("%s, seed %s", ending, seed).isEmpty();
				assertThat(back.reports().stream().map(ReportWriter::json)).as("%s, seed %s", ending, seed)
					.containsExactly(ReportWriter.json(report));
			}
		}
	}

	@Test
	void asksForTheUnitsOwnElementsOfThatPeriodByChapter() {
		List<String> asked = kalmar("2025-T1").elements().stream().map(Element::id).toList();
		List<String> expected = KALMAR.elements()
			.values()
			.stream()
			.filter((element) -> element.selfReported() && element.period().word().equals("tertial"))
			.map(Element::id)
			.toList();
		assertThat(asked).containsExactlyInAnyOrderElementsOf(expected).hasSize(3);
		assertThat(kalmar("2025").elements().stream().map(Element::chapter).distinct())
			.isSubsetOf(KALMAR.chapters().stream().map((chapter) -> chapter.id()).toList())
			.doesNotHaveDuplicates();
	}

	private static ReportTemplate kalmar(String period) {
		return new ReportTemplate(KALMAR, Period.parse(period).orElseThrow(), UNIT, "Eken", Language.SV,
				ReportTemplate.Filled.NOTHING, Map.of());
	}

	@Test
	void writesCsvAsSwedishExcelOpensIt() throws IOException {
		SmallAssignment.in(this.home);
		Map<String, Object> values = Map.of("share", new BigDecimal("87.50"), "clinic", true, "model", "team",
				"services", List.of("lab", "x_ray"), "routine", "=1+1", "opens", LocalTime.of(8, 30));
		ReportTemplate.Filled filled = new ReportTemplate.Filled(values, Map.of("fte", "-Ingen"), Set.of("listed"),
				Map.of("share", "@se"));
		String csv = new String(written(small(filled, Map.of("listed", new BigDecimal("22709"))), "csv"),
				StandardCharsets.UTF_8);
		assertThat(csv).isEqualTo(
				"\ufeff" + """
						Kapitel;Fråga;Värde;Mäts i;Status;Kommentar;Förra perioden;Tillåtna värden;Hjälp;Enhetens namn;Enhet;Period;Uppgift
						Allt;Prov;;listade personer;dold;;22 709;Heltal minst 0.;;Eken;SE5566778899-H017;2025-02;listed
						Allt;Prov;'-Ingen;heltidstjänster;ej tillämplig;;;Tal. Kan vara ej tillämplig.;;Eken;SE5566778899-H017;2025-02;fte
						Allt;Prov;87,5;%;;'@se;;Tal från 0 till 100 (procent).;;Eken;SE5566778899-H017;2025-02;share
						Allt;Prov;Ja;;;;;Ja eller Nej.;;Eken;SE5566778899-H017;2025-02;clinic
						Allt;Prov;;;;;;Datum, till exempel 2025-02-28.;;Eken;SE5566778899-H017;2025-02;permit
						Allt;Prov;08:30;;;;;Klockslag, till exempel 08:30.;;Eken;SE5566778899-H017;2025-02;opens
						Allt;Prov;;;;;;Klockslag, till exempel 08:30.;;Eken;SE5566778899-H017;2025-02;closes
						Allt;Prov;Lag;;;;;Ett av: Lag | En;;Eken;SE5566778899-H017;2025-02;model
						Allt;Prov;Lab | Rtg;;;;;Ett eller flera, med | emellan: Lab | Rtg;;Eken;SE5566778899-H017;2025-02;services
						Allt;Prov;'=1+1;;;;;Text, högst 4000 tecken.;;Eken;SE5566778899-H017;2025-02;routine
						"""
					.replace("\n", "\r\n")
					.replace("22 709", "22\u00a0709"));
	}

	private ReportTemplate small(ReportTemplate.Filled filled, Map<String, Object> lastPeriod) {
		Edition edition = Assignments.at(this.home).edition("trial", "2025", new Problems()).orElseThrow();
		return new ReportTemplate(edition, Period.parse("2025-02").orElseThrow(), UNIT, "Eken", Language.SV, filled,
				lastPeriod);
	}

	@Test
	void readsWhatAPersonTypesInCsvAndExcelSaves() throws IOException {
		SmallAssignment.in(this.home);
		Map<String, String> typed = Map.of("listed", "22 709", "share", "87,5 %", "clinic", "JA", "permit",
				"2026-03-31", "opens", "8:30", "closes", "17.00", "model", "lag", "services", "rtg|LAB", "routine",
				"\"Ring 0480-123 45; fråga\"", "fte", "1,25");
		Back back = read(Assignments.at(this.home), "trial", "csv", typed(typed, (line) -> line));
		assertThat(back.told()).isEmpty();
		assertThat(values(back)).containsExactly(
				"SE5566778899-H017 2025-02 {clinic=true, closes=17:00, fte=1.25, listed=22709, model=team, "
						+ "opens=08:30, permit=2026-03-31, routine=Ring 0480-123 45; fråga, services=[lab, x_ray], "
						+ "share=87.5}");
		for (String asExcelSaves : List.of("feb-25", "Feb-25", "FEB-25")) {
			assertThat(values(read(Assignments.at(this.home), "trial", "csv",
					typed(typed, (line) -> line.replace("2025-02;", asExcelSaves + ";")))))
				.isEqualTo(values(back));
		}
	}

	private static List<String> values(Back back) {
		return new SmallAssignment.Read(back.reports(), List.of()).values();
	}

	/** The template with values typed, saved as Windows-1252 as old Excel does. */
	private byte[] typed(Map<String, String> values, UnaryOperator<String> saved) throws IOException {
		return typed(values, Map.of(), Map.of(), saved);
	}

	private byte[] typed(Map<String, String> values, Map<String, String> statuses, Map<String, String> comments,
			UnaryOperator<String> saved) throws IOException {
		String csv = new String(written(small(ReportTemplate.Filled.NOTHING, Map.of()), "csv"), StandardCharsets.UTF_8);
		List<String> lines = new ArrayList<>();
		for (String line : csv.replace("\ufeff", "").split("\r\n")) {
			String[] cells = line.split(";", -1);
			String element = cells[12];
			cells[2] = values.getOrDefault(element, cells[2]);
			cells[4] = statuses.getOrDefault(element, cells[4]);
			cells[5] = comments.getOrDefault(element, cells[5]);
			lines.add(saved.apply(String.join(";", cells)));
		}
		return String.join("\r\n", lines).getBytes(Charset.forName("windows-1252"));
	}

	@Test
	void readsWhatAPersonTypesInExcel() throws IOException {
		SmallAssignment.in(this.home);
		byte[] workbook = written(small(ReportTemplate.Filled.NOTHING, Map.of()), "xlsx");
		Map<String, String> cells = Map.of("listed", "<v>22709</v>", "share", "<v>0.875</v>", "permit", "<v>46112</v>",
				"opens", "<v>0.35416666666666669</v>", "clinic", "<is><t>Nej</t></is>", "services",
				"<is><t>Lab</t></is>");
		byte[] filled = fill(workbook, cells);
		Back back = read(Assignments.at(this.home), "trial", "xlsx", filled);
		assertThat(back.told()).isEmpty();
		assertThat(values(back)).containsExactly("SE5566778899-H017 2025-02 {clinic=false, listed=22709, "
				+ "opens=08:30, permit=2026-03-31, services=[lab], share=87.5}");
	}

	/**
	 * The workbook with cells of the value column filled as Excel does, percent with its
	 * format.
	 */
	private byte[] fill(byte[] workbook, Map<String, String> cells) throws IOException {
		List<Map.Entry<String, byte[]>> parts = new ArrayList<>();
		List<String> elements = small(ReportTemplate.Filled.NOTHING, Map.of()).elements()
			.stream()
			.map(Element::id)
			.toList();
		for (Map.Entry<String, String> part : parts(workbook).entrySet()) {
			String text = part.getValue();
			if (part.getKey().equals("xl/worksheets/sheet1.xml")) {
				for (Map.Entry<String, String> cell : cells.entrySet()) {
					String type = cell.getValue().startsWith("<is>") ? " t=\"inlineStr\"" : "";
					String reference = "C" + (elements.indexOf(cell.getKey()) + 2);
					Pattern blank = Pattern.compile("<c r=\"" + reference + "\"( s=\"\\d+\")></c>");
					assertThat(text).containsPattern(blank);
					String style = cell.getKey().equals("share") ? " s=\"1000\"" : "$1";
					text = blank.matcher(text)
						.replaceFirst("<c r=\"" + reference + "\"" + style + type + ">" + cell.getValue() + "</c>");
				}
			}
			parts.add(Map.entry(part.getKey(), text.getBytes(StandardCharsets.UTF_8)));
		}
		return Workbooks.zip(percent(parts));
	}

	private Map<String, String> parts(byte[] workbook) throws IOException {
		Map<String, String> parts = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(Files.write(this.home.resolve("parts.zip"), workbook).toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				try (InputStream in = zip.getInputStream(entry)) {
					parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
		}
		return parts;
	}

	/** A style for percent at the end of the styles, whose number the sheet then has. */
	private static List<Map.Entry<String, byte[]>> percent(List<Map.Entry<String, byte[]>> parts) {
		String styles = text(parts, "xl/styles.xml");
		String of = styles.substring(styles.indexOf("<cellXfs"), styles.indexOf("</cellXfs>"));
		int count = of.split("<xf ", -1).length - 1;
		List<Map.Entry<String, byte[]>> changed = new ArrayList<>();
		for (Map.Entry<String, byte[]> part : parts) {
			String text = new String(part.getValue(), StandardCharsets.UTF_8);
			text = part.getKey().equals("xl/styles.xml")
					? text.replace("</cellXfs>",
							"<xf numFmtId=\"10\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellXfs>")
					: text.replace("s=\"1000\"", "s=\"" + count + "\"");
			changed.add(Map.entry(part.getKey(), text.getBytes(StandardCharsets.UTF_8)));
		}
		return changed;
	}

	private static String text(List<Map.Entry<String, byte[]>> parts, String name) {
		return parts.stream()
			.filter((part) -> part.getKey().equals(name))
			.map((part) -> new String(part.getValue(), StandardCharsets.UTF_8))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void handsOverCommentsAndReadsSwedishStatuses() throws IOException {
		SmallAssignment.in(this.home);
		Back back = read(Assignments.at(this.home), "trial", "csv",
				typed(Map.of("listed", "412", "fte", "Ingen personal"),
						Map.of("listed", "Redovisad", "fte", "Ej tillämplig", "share", "dold"),
						Map.of("listed", "Räknat den 28", "share", "Nio svar"), (line) -> line));
		assertThat(back.told()).isEmpty();
		assertThat(values(back)).containsExactly("SE5566778899-H017 2025-02 {listed=412}");
		assertThat(back.reports().get(0).notApplicable()).isEqualTo(Map.of("fte", "Ingen personal"));
		assertThat(back.reports().get(0).suppressed()).containsExactly("share");
		Period period = Period.parse("2025-02").orElseThrow();
		assertThat(back.comments()).containsExactly(new Comment(UNIT, period, "listed", "Räknat den 28"),
				new Comment(UNIT, period, "share", "Nio svar"));
	}

	@Test
	void namesRowAndColumnOfEveryMistakeAndRepeatsNoPersonalNumber() throws IOException {
		SmallAssignment.in(this.home);
		String person = "850101-2390";
		Back back = read(Assignments.at(this.home), "trial", "csv", typed(
				Map.of("listed", person, "share", "870", "clinic", "kanske", "permit", "31/3", "model", "grupp",
						"routine", "Se " + person, "fte", "Vi såg " + person),
				Map.of("fte", "ej tillämplig", "opens", "struken"), Map.of("share", "Om " + person), (line) -> line));
		assertThat(back.reports()).isEmpty();
		assertThat(back.comments()).isEmpty();
		assertThat(back.told().stream().map((one) -> one.replaceFirst("(:\\d+:\\d+: \\S+:.{18}).*", "$1")))
			.containsExactly(":2:3: values.listed: Här ska det stå e", ":3:3: not_applicable.fte: Texten ser ut att",
					":4:3: values.share: Talet ligger utan", ":4:6: comment.share: Texten ser ut att",
					":5:3: values.clinic: Här ska det stå j", ":6:3: values.permit: Här ska det stå e",
					":7:5: values.opens: Ordet känns inte ", ":9:3: values.model: Svaret är inte et",
					":11:3: values.routine: Texten ser ut att");
		assertThat(String.join("", back.told())).doesNotContain("2390").contains("***********");
	}

	@Test
	void locksAllButWhatIsToBeFilledIn() throws IOException {
		SmallAssignment.in(this.home);
		Map<String, String> parts = parts(written(small(ReportTemplate.Filled.NOTHING, Map.of()), "xlsx"));
		String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
		assertThat(sheet).contains("<sheetProtection", "sheet=\"true\"", "state=\"frozen\"", "xSplit=\"2\"",
				"ySplit=\"1\"");
		assertThat(validated(sheet)).containsExactly("E2 stop", "E3 stop", "E4 stop", "C5 stop", "E5 stop", "E6 stop",
				"E7 stop", "E8 stop", "C9 stop", "E9 stop", "E10 stop", "E11 stop");
		assertThat(parts.getOrDefault("xl/workbook.xml", "")).contains("name=\"Sj&#xe4;lvrapport\"",
				"name=\"S&#xe5; fyller du i\"", "name=\"lists\"", "state=\"hidden\"");
		assertThat(unlocked(sheet, parts.getOrDefault("xl/styles.xml", ""))).hasSize(30)
			.allMatch((cell) -> cell.matches("[CEF]\\d+"));
	}

	/** The cells with a list to pick from, and what another answer meets. */
	private static List<String> validated(String sheet) {
		return Pattern.compile("<dataValidation sqref=\"(\\w+):\\w+\" type=\"list\".*?errorStyle=\"(\\w+)\"")
			.matcher(sheet)
			.results()
			.map((cell) -> cell.group(1) + " " + cell.group(2))
			.toList();
	}

	/** The cells with a style that may be changed. */
	private static List<String> unlocked(String sheet, String styles) {
		String[] formats = styles.substring(styles.indexOf("<cellXfs"), styles.indexOf("</cellXfs>")).split("(?=<xf )");
		return Pattern.compile("<c r=\"(\\w+)\" s=\"(\\d+)\"")
			.matcher(sheet)
			.results()
			.filter((cell) -> formats[Integer.parseInt(cell.group(2)) + 1].contains("locked=\"false\""))
			.map((cell) -> cell.group(1))
			.toList();
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void wholeSheetsOfTextAreInTheLanguage(Language language) throws IOException {
		SmallAssignment.in(this.home);
		Edition edition = Assignments.at(this.home).edition("trial", "2025", new Problems()).orElseThrow();
		ReportTemplate template = new ReportTemplate(edition, Period.parse("2025-02").orElseThrow(), UNIT, "Eken",
				language, ReportTemplate.Filled.NOTHING, Map.of());
		String csv = new String(written(template, "csv"), StandardCharsets.UTF_8);
		assertThat(csv).contains((language == Language.SV) ? "Ja eller Nej" : "Yes or No");
		assertThat(csv).doesNotContain((language == Language.SV) ? "Trial" : "Prov");
	}

	private static byte[] written(ReportTemplate template, String ending) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (ending.equals("csv")) {
			template.writeCsv(out);
		}
		else {
			template.writeExcel(out);
		}
		return out.toByteArray();
	}

	private Back read(Assignments assignments, String assignment, String ending, byte[] bytes) throws IOException {
		Path file = Files.write(this.home.resolve("template." + ending), bytes);
		ReportEditions editions = new ReportEditions(assignments, assignment, null);
		List<Report> reports = new ArrayList<>();
		List<Comment> comments = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		new ReportFiles(new ReportReader(editions, TODAY), editions).read(List.of(file), InputStream.nullInputStream(),
				reports::add, comments::add, problems::add);
		List<String> told = problems.stream()
			.sorted(Problem.READING_ORDER)
			.map((problem) -> problem.text(Language.SV).replace(file.toString(), ""))
			.toList();
		return new Back(reports, comments, told);
	}

}
