package se.uppdragskollen.web.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent to a centre: whole, readable for everybody, and nothing that the region
 * keeps to itself.
 */
class FollowUpPaperTests {

	private static final Path KEPT = Path.of("target/documents");

	private static Centre much;

	private final RunningService service = RunningService.shared();

	private final Client reviewer = this.service.person(Role.REVIEWER);

	@ParameterizedTest
	@CsvSource({ "report,sv", "report,en", "letter,sv", "letter,en" })
	void everybodyCanReadThem(String what, String language) throws Exception {
		byte[] full = pdf(much().unit(), what, "", language);
		byte[] empty = pdf(this.service.unit(), what, "", language);
		keep(what + "-" + language, full);
		keep(what + "-nothing-" + language, empty);
		assertThat(PdfUa.broken(full)).isEmpty();
		assertThat(PdfUa.broken(empty)).isEmpty();
		try (PDDocument document = Loader.loadPDF(full)) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
			assertThat(document.getDocumentInformation().getTitle()).contains("Provcentralen");
			assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren()).isTrue();
		}
	}

	@Test
	void neitherWordsNorDaysAreBroken() throws Exception {
		String lines = lines(pdf(much().unit(), "report", "", "sv"));
		assertThat(lines).contains("Uträknat Gräns").doesNotContainPattern("\\d-\\R\\d");
		LineBreaks breaks = new LineBreaks(Locale.ROOT);
		String text = "Senast 2025-03-31, tel. 08-123 45 i nord-väst.";
		breaks.setText(text);
		List<String> parts = new ArrayList<>();
		int last = 0;
		for (int next = breaks.next(); next >= 0; next = breaks.next()) {
			parts.add(text.substring(last, next));
			last = next;
		}
		assertThat(parts).containsExactly("Senast ", "2025-03-31, ", "tel. ", "08-123 ", "45 ", "i ", "nord-", "väst.");
	}

	@Test
	void reportTellsAllThatTheCentreMayKnow() throws Exception {
		String text = text(pdf(much().unit(), "report", "", "sv"));
		assertThat(text).contains("Provcentralen", much().unit(), "1 juli 2024 till 30 juni 2025",
				"Avvikelse, röd. Ärende " + id("G24"), "åtgärdsplan", "600 av 1000, 60 %", "Bemanna telefonen",
				"Chefen", "1 september 2025", "✗ ej uppfyllt", "G12", "Nybygge", "Sida 1 av ", "inga öppna frågor",
				"POST /api/v1/results/NUMMER/verification");
		this.service.jdbc()
			.sql("select result.id, fingerprint, revision from result join current_result c on c.result = result.id "
					+ "where result.unit = ?")
			.param(much().unit())
			.query()
			.listOfRows()
			.forEach((row) -> assertThat(text.replaceAll("\\s", "")).contains(row.get("id").toString(),
					row.get("fingerprint").toString(), row.get("revision").toString()));
	}

	@ParameterizedTest
	@CsvSource({ "report", "letter" })
	void nothingInternalIsTold(String what) throws Exception {
		String text = text(pdf(much().unit(), what, "", "sv"));
		assertThat(text).contains("G24").doesNotContain("Bara för oss", "Ärende " + id("G25"), "föreslagen", "Avslag");
		if (what.equals("letter")) {
			assertThat(text).doesNotContain("G25");
		}
		assertThat(rows(book(much().unit(), ""), "Ärenden").toString()).contains("G24").doesNotContain("G25");
	}

	@Test
	void letterSaysWhatIsAskedUntilWhenAndWhomToAsk() throws Exception {
		String text = text(pdf(much().unit(), "letter", "", "sv"));
		assertThat(text).contains("Till verksamhetschefen för Provcentralen", "Vad vi har sett",
				"Juni 2025, grundkrav: Uppfyllda:", "genomföra åtgärderna som vi är överens om", "1 september 2025",
				"Fråga gärna Test reviewer", "Med vänlig hälsning");
		assertThat(text(pdf(this.service.unit(), "letter", "?span=2025-07", "sv")))
			.contains("Vi ber er inte om något just nu");
	}

	@Test
	void tellsOneOnlyPeriod() throws Exception {
		assertThat(text(pdf(much().unit(), "report", "?span=2025-Q2", "sv"))).contains("Kvartal 2 2025")
			.doesNotContain("Krav som rapporteras varje månad");
		assertThat(text(pdf(much().unit(), "report", "?span=year-to-2025-05", "sv"))).contains("Det finns inga utfall");
		assertThat(get(much().unit(), "report.pdf?span=2025-13", "sv").status()).isEqualTo(422);
	}

	@Test
	void workbookHoldsTheSameRows() throws Exception {
		byte[] book = book(much().unit(), "");
		assertThat(rows(book, "Utfall"))
			.anySatisfy((row) -> assertThat(row.toString()).contains("G25", "2025-06", "ej uppfyllt"));
		assertThat(rows(book, "Åtgärder"))
			.anySatisfy((row) -> assertThat(row.toString()).contains("Bemanna telefonen", "Chefen", "överenskommen"));
		assertThat(rows(book, "Dispenser")).hasSize(2);
		assertThat(rows(book, "Resultat")).hasSize(3);
		assertThat(rows(book(this.service.unit(), ""), "Utfall")).hasSize(1);
		assertThat(rows(get(much().unit(), "report.xlsx", "en").bytes(), "Outcomes").toString()).contains("not met");
	}

	@Test
	void bothPagesOfTheCentreOfferThem() throws Exception {
		String at = "/review/centres/" + much().unit();
		for (String page : List.of(at, at + "/dialogue")) {
			String html = this.reviewer.get(page).text();
			assertThat(html).contains("action=\"" + at + "/report.pdf\"", "formaction=\"" + at + "/letter.pdf\"",
					"formaction=\"" + at + "/report.xlsx\"", "value=\"year-to-2025-06\"", "value=\"2025-Q2\"");
		}
	}

	@Test
	void isNoted() throws Exception {
		pdf(much().unit(), "letter", "?span=2025-06", "en");
		assertThat(this.service.jdbc()
			.sql("select subject || ' ' || details from audit_event where act = 'exported' and actor = ?")
			.param("person:" + this.reviewer.get("/api/v1/me").json().path("person").asString())
			.query(String.class)
			.list()).containsExactly("follow-up-letter {\"format\":\"pdf\",\"language\":\"en\",\"span\":\"2025-06\"}");
	}

	/** A centre of which there is much to tell, made once. */
	private Centre much() throws InterruptedException {
		if (much == null) {
			Centre centre = Centre.of(this.service);
			centre.handIn("2025-Q2", "{\"phone_system\":{\"value\":\"callback\"}}");
			centre.handIn("2025-06", """
					{"calls_incoming":{"value":1000},"calls_answered_same_day":{"value":600},
					 "assessed_total":{"value":400},"assessed_within_3_days":{"value":340}}""");
			much = centre;
			for (int i = 0; cases() < 2; i++) {
				assertThat(i).as("half a minute without cases").isLessThan(150);
				Thread.sleep(200);
			}
			talkOver();
			exempt("G12", "Nybygge", "approved");
			exempt("G13", "Avslag", "refused");
		}
		return much;
	}

	private void talkOver() {
		String path = "/api/v1/cases/" + id("G24");
		act(path, "confirm", "Hur gick det till?");
		assertThat(this.reviewer.post(path + "/notes", "{\"text\":\"Bara för oss 🔒.\",\"shared\":false}").status())
			.isEqualTo(200);
		act(path, "open-dialogue", "Vi ringer.");
		Answer added = this.reviewer.post(path + "/actions",
				"{\"text\":\"Bemanna telefonen <b>& ☎ 🙂\",\"owner\":\"Chefen\",\"due\":\"2025-09-01\"}");
		assertThat(added.status()).as(added.toString()).isEqualTo(200);
		act(path, "agree", "");
	}

	private void act(String path, String act, String text) {
		long version = this.reviewer.get(path).json().path("version").asLong();
		Answer done = this.reviewer.post(path + "/acts", "{\"act\":\"" + act + "\",\"text\":\"" + text + "\"}",
				"If-Match", "\"" + version + "\"");
		assertThat(done.status()).as(done.toString()).isEqualTo(200);
	}

	private void exempt(String requirement, String reason, String decision) {
		Answer proposed = this.reviewer.post("/api/v1/exemptions", """
				{"assignment": "kalmar-halsoval", "unit": "%s", "requirement": "%s", "from": "2025-01-01",
				 "to": "2025-12-31", "reason": "%s"}""".formatted(much.unit(), requirement, reason));
		Answer decided = this.service.person(Role.COMMISSIONER)
			.post("/api/v1/exemptions/" + proposed.json().path("id").asLong() + "/decision",
					"{\"decision\": \"" + decision + "\", \"reason\": \"Prövat\"}", "If-Match", "\"1\"");
		assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
	}

	private byte[] pdf(String unit, String what, String query, String language) {
		Answer answer = get(unit, what + ".pdf" + query, language);
		assertThat(answer.status()).as(answer.status() + " " + answer.header("Location")).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
		return answer.bytes();
	}

	private byte[] book(String unit, String query) {
		return get(unit, "report.xlsx" + query, "sv").bytes();
	}

	private Answer get(String unit, String path, String language) {
		return this.reviewer.get("/review/centres/" + unit + "/" + path, "Cookie", "language=" + language);
	}

	private static String text(byte[] pdf) throws IOException {
		return lines(pdf).replaceAll("[\\s\u00a0]+", " ");
	}

	private static String lines(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}

	private static List<List<String>> rows(byte[] book, String name) throws IOException {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
			Sheet sheet = workbook.findSheet(name).orElseThrow();
			List<List<String>> rows = new ArrayList<>();
			for (Row row : sheet.read()) {
				rows.add(row.stream().map((cell) -> (cell == null) ? "" : cell.getRawValue()).toList());
			}
			return rows;
		}
	}

	/** To be looked at. */
	private static void keep(String name, byte[] file) throws IOException {
		Files.createDirectories(KEPT);
		Files.write(KEPT.resolve(name + ".pdf"), file);
	}

	private long id(String requirement) {
		return this.service.jdbc()
			.sql("select id from follow_up_case where unit = :unit and requirement = :requirement")
			.params(Map.of("unit", much.unit(), "requirement", requirement))
			.query(Long.class)
			.single();
	}

	private int cases() {
		return this.service.jdbc()
			.sql("select count(*) from follow_up_case where unit = ? and requirement in ('G24', 'G25')")
			.param(much.unit())
			.query(Integer.class)
			.single();
	}

}
