package se.uppdragskollen.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Language;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Templates for the first quarter of 2025 that LibreOffice Calc 7.4 in Swedish opened,
 * had values typed into and saved, and what LibreOffice needs from a template that it
 * opens.
 */
class LibreOfficeTests {

	private static final Path SAVED = Path.of("src/test/resources/se/uppdragskollen/report");

	private static final Assignments REAL = Assignments.at(Path.of(""));

	private static final Edition KALMAR = REAL.edition("kalmar-halsoval", "2025-01", new Problems()).orElseThrow();

	private static final Period MONTH = Period.parse("2025-01").orElseThrow();

	private static final Period QUARTER = Period.parse("2025-Q1").orElseThrow();

	@TempDir
	private Path home;

	@ParameterizedTest
	@ValueSource(strings = { "libreoffice.xlsx", "libreoffice.csv" })
	void readsWhatLibreOfficeSaves(String file) throws IOException {
		ReportEditions editions = new ReportEditions(REAL, "kalmar-halsoval", null);
		List<String> reports = new ArrayList<>();
		List<Comment> comments = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		new ReportFiles(new ReportReader(editions, LocalDate.of(2025, 7, 8)), editions).read(
				List.of(SAVED.resolve(file)), InputStream.nullInputStream(),
				(report) -> reports.add(ReportWriter.json(report)), comments::add, problems::add);
		assertThat(problems).isEmpty();
		assertThat(reports).containsExactly("""
				{"unit":"SE5566778899-H017","assignment":"kalmar-halsoval","period":"2025-Q1","values":{\
				"callback_wait_median":12.5,"closes_at":"17:00","closing_from":"2025-07-01",\
				"closing_refers_to":"SE5566778899-H018","contact_card_reviewed":"2025-03-10","doctor_fte":4.25,\
				"e_services":["book","cancel"],"emergency_equipment":["defibrillator","oxygen"],\
				"gp_specialist_names":"Anna Ek\\u000aBo Al","hygiene_action_plan":false,"listed_patients":9876,\
				"opening_hours_per_week":47.5,"opens_at":"07:30","phone_hours":"måndag–fredag 8.00–16.00",\
				"phone_system":"callback","planned_closing":true,"visits_registered":12345,"weekdays_open":5},\
				"suppressed":["hygiene_observations"]}""");
		assertThat(comments)
			.containsExactly(new Comment("SE5566778899-H017", QUARTER, "opens_at", "Öppnade tidigare från 2 januari"));
	}

	@Test
	void rowsAreAsHighAsTheirTexts() throws IOException {
		Map<String, String> parts = template(QUARTER);
		assertThat(parts.getOrDefault("xl/worksheets/sheet1.xml", "")).contains("<row r=\"3\" ht=\"45.0\"",
				"<row r=\"45\"><c r=\"A45\"");
		assertThat(parts.getOrDefault("xl/worksheets/sheet2.xml", "")).contains("<row r=\"4\" ht=\"30.0\"",
				"<row r=\"10\"><c", "fitToPage=\"true\"", "paperSize=\"9\"");
	}

	@Test
	void theGuideSpeaksOfNotApplicableOnlyWhenSomethingMayBe() throws IOException {
		assertThat(template(MONTH).getOrDefault("xl/sharedStrings.xml", "")).doesNotContain("ej till")
			.contains("nej eller 0");
		assertThat(template(QUARTER).getOrDefault("xl/sharedStrings.xml", "")).contains("ej till");
	}

	/** The parts of a period's workbook by their names. */
	private Map<String, String> template(Period period) throws IOException {
		ReportTemplate template = new ReportTemplate(KALMAR, period, "SE5566778899-H017", "Eken", Language.SV,
				ReportTemplate.Filled.NOTHING, Map.of());
		Path file = this.home.resolve("template.xlsx");
		try (OutputStream out = Files.newOutputStream(file)) {
			template.writeExcel(out);
		}
		Map<String, String> parts = new HashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				parts.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return parts;
	}

}
