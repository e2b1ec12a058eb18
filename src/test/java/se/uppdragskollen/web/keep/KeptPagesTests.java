package se.uppdragskollen.web.keep;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.paper.Pdf;
import se.uppdragskollen.web.paper.PdfUa;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page that can be kept is the same on paper and in Excel, and readable for
 * everybody.
 */
class KeptPagesTests {

	private static final Path KEPT = Path.of("target/documents");

	private static Centre centre;

	private static long open;

	private final RunningService service = RunningService.shared();

	@ParameterizedTest
	@ValueSource(strings = { "sv", "en" })
	void everyPageThatCanBeKeptPassesPdfUa(String language) throws Exception {
		Map<String, String> pages = pages();
		assertThat(pages.keySet()).containsExactlyInAnyOrderElementsOf(keepable());
		for (Map.Entry<String, String> page : pages.entrySet()) {
			Client who = reader(page.getKey());
			Answer pdf = who.get(page.getValue() + "?as=pdf", "Cookie", "language=" + language);
			assertThat(pdf.status()).as(page.getKey()).isEqualTo(200);
			assertThat(pdf.header("Content-Type")).as(page.getKey()).isEqualTo("application/pdf");
			assertThat(PdfUa.broken(pdf.bytes())).as(page.getKey()).isEmpty();
			keep(page.getKey(), language, pdf.bytes());
			Answer book = who.get(page.getValue() + "?as=xlsx", "Cookie", "language=" + language);
			assertThat(sheets(book.bytes())).as(page.getKey()).isNotEmpty();
		}
	}

	@Test
	void whatAPageSaysStandsOnPaperWithoutWhatOnePresses() throws Exception {
		String at = "/centre/" + centre().unit();
		String start = text(get(at, "pdf"));
		assertThat(start)
			.contains("Det regionen vill veta", "G24 Telefonkontakt samma dag", "✗ ej uppfyllt",
					"Självrapport för maj 2025", "Sparad ur Uppdragskollen 8 juli 2025", "Sida 1 av")
			.doesNotContain("Börja", "Skriv ut", "Logga ut", "Alla självrapporter");
		assertThat(text(get(at + "/cases", "pdf"))).contains("Bemanna telefonen", "Chefen", "1 september 2025");
		assertThat(text(get(report("2025-06") + "/versions/1", "pdf"))).contains("Kvitto: version 1", "Fingeravtryck",
				"Inkomna samtal under öppettid", "1000");
		assertThat(text(get(report("2025-05"), "pdf"))).contains("Svaren hittills", "77")
			.doesNotContain("Kasta utkastet");
		assertThat(text(get(report("2025-05") + "/check", "pdf")))
			.contains("Det här är vad granskaren kommer att se", "77")
			.doesNotContain("Skriv under och lämna");
	}

	@Test
	void aChartIsAPictureWithItsWords() throws Exception {
		byte[] pdf = get(requirement(), "pdf").bytes();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			String tree = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject().toString();
			assertThat(tree).isNotEmpty();
			assertThat(alternatives(document)).anySatisfy((one) -> assertThat(one).contains("Andel besvarade samma dag",
					"Senaste värdet, juni 2025, är 60", "minst 95"));
		}
		assertThat(text(get(requirement(), "pdf"))).contains("Värdena som tabell", "Vilka är jämförbara?");
	}

	@Test
	void figuresAndDatesAreWhatTheyAreToExcel() throws Exception {
		List<List<Object>> rows = sheet(get(requirement(), "xlsx").bytes(), 1);
		assertThat(rows.get(0)).startsWith("Period", "Värde", "Gräns");
		assertThat(rows.get(1)).startsWith("Juni 2025", "60");
		List<List<Object>> due = sheet(get("/centre/" + centre().unit(), "xlsx").bytes(), 1);
		assertThat(due.get(1).get(0)).isEqualTo("Självrapport för halvår 1 2025");
		assertThat(due.get(1).get(1)).as("a day, counted as Excel does").isEqualTo("45853.0");
	}

	/** Nothing that stands apart on the page is one word or one figure in a cell. */
	@Test
	void eachFactOfATableHasItsColumn() throws Exception {
		byte[] book = get("/centre/" + centre().unit() + "/history", "xlsx").bytes();
		List<String> names = sheets(book);
		assertThat(names).contains("Tillgänglighet", "Övrigt Tillgänglighet")
			.doesNotHaveDuplicates()
			.allSatisfy((one) -> assertThat(one.length()).isLessThanOrEqualTo(SheetNames.LONGEST));
		List<List<Object>> rows = sheet(book, names.indexOf("Tillgänglighet"));
		assertThat(rows.get(0)).containsExactly("Krav", "Uppgift", "Senaste utfall", "Period", "Senaste värde",
				"Värdets period", "Median för jämförbara", "Antal jämförbara");
		assertThat(rows).anySatisfy((row) -> assertThat(row).startsWith("G24 Telefonkontakt samma dag",
				"Andel besvarade samma dag (av inkomna samtal under öppettid)", "✗ ej uppfyllt", "juni 2025", "60",
				"juni 2025"));
		assertThat(sheet(get(requirement(), "xlsx").bytes(), 0).toString()).contains("Senaste värdet, juni 2025, är")
			.doesNotContain("Hälsocentralens värde", "2025feb");
	}

	@Test
	void aFigureWithItsUnitIsAFigure() {
		Say say = new Say(Language.SV);
		assertThat(List
			.of("47,5", "94,96\u00a0%", "23 hälsocentraler", "minst 95\u00a0%", "21\u00a0000 kronor",
					"−3 dagar per vecka")
			.stream()
			.map((one) -> KeptCell.of(one, say).figure() + " as " + KeptCell.of(one, say).format()))
			.containsExactly("47.5 as 0.0", "94.96 as 0.00\" %\"", "23 as 0\" hälsocentraler\"",
					"95 as \"minst \"0\" %\"", "21000 as #,##0\" kronor\"", "-3 as 0\" dagar per vecka\"");
		assertThat(List.of("12 mars", "3 av 4", "minst 2, högst 5", "uppgift saknas", "47,5 kvartal 1 2025")
			.stream()
			.map((one) -> KeptCell.of(one, say).figure())).containsOnlyNulls();
		assertThat(KeptCell.of("2024", say).unlessBare()).isEqualTo(KeptCell.words("2024"));
		assertThat(KeptCell.of("1,250 calls", new Say(Language.EN)).figure()).isEqualTo("1250");
	}

	@Test
	void sheetsHaveWholeWordsAsNames() {
		SheetNames names = new SheetNames();
		assertThat(List
			.of("Krav inom Uppdrag och administration", "Krav inom Uppdrag och annat som är långt",
					"Andel besvarade samma dag (av inkomna samtal)", "Tillgänglighet", "tillgänglighet", "A/B: [1]")
			.stream()
			.map(names::free)).containsExactly("Krav inom Uppdrag", "Krav inom Uppdrag och annat",
					"Andel besvarade samma dag", "Tillgänglighet", "tillgänglighet 2", "A B 1");
	}

	@Test
	void isNotedAndOnlyForThoseWhoMaySeeThePage() {
		String at = "/centre/" + centre().unit() + "/signals";
		assertThat(get(at, "pdf").status()).isEqualTo(200);
		assertThat(this.service.jdbc()
			.sql("select details from audit_event where act = 'exported' and subject = ? and unit = ? limit 1")
			.params("page:" + at, centre().unit())
			.query(String.class)
			.single()).isEqualTo("{\"format\":\"pdf\",\"language\":\"sv\"}");
		Client stranger = Centre.of(this.service).manager();
		assertThat(stranger.get(at + "?as=pdf").status()).isEqualTo(403);
		assertThat(this.service.anonymous().get(at + "?as=xlsx").status()).isNotEqualTo(200);
	}

	/** Nor do those who wait for documents take the pages' threads. */
	@Test
	void saysWhenManyDocumentsAreBeingMade() throws Exception {
		Pdf pdf = this.service.get(Pdf.class);
		Slow slow = new Slow(new CountDownLatch(1), new CountDownLatch(2));
		ExecutorService others = Executors.newCachedThreadPool();
		try {
			for (int i = 0; i < Pdf.MOST_WAITING + 2; i++) {
				others.submit(() -> pdf.of("paper/page", new Say(Language.SV),
						Map.of("page", slow, "saved", "", "maker", "", "demo", false)));
			}
			assertThat(slow.begun.await(20, TimeUnit.SECONDS)).isTrue();
			Answer answer = null;
			for (int i = 0; i < 50 && (answer == null || answer.status() == 200); i++) {
				answer = centre().manager()
					.get("/centre/" + centre().unit() + "/signals?as=pdf", "Accept", "text/html");
			}
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.header("Content-Type")).startsWith("text/html");
			assertThat(answer.header("Content-Disposition")).isEmpty();
			assertThat(answer.text()).contains("Just nu görs så många dokument", "</html>");
		}
		finally {
			slow.go.countDown();
			others.shutdown();
			assertThat(others.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		}
		get("/centre/" + centre().unit() + "/signals", "pdf");
	}

	/**
	 * A page that takes long.
	 *
	 * @param go when it ends
	 * @param begun when two are being made
	 */
	public record Slow(CountDownLatch go, CountDownLatch begun) {

		public String title() {
			return "Prov";
		}

		public List<String> chapters() {
			return List.of();
		}

		public String body() throws InterruptedException {
			this.begun.countDown();
			this.go.await();
			return "<p>Prov</p>";
		}

	}

	@Test
	void thePageSaysWhereToHaveIt() {
		String at = "/centre/" + centre().unit() + "/history";
		assertThat(centre().manager().get(at).text()).contains("href=\"" + at + "?as=pdf\"",
				"href=\"" + at + "?as=xlsx\"");
		assertThat(centre().manager().get(at + "?as=zip").header("Content-Type")).startsWith("text/html");
	}

	private Client reader(String pattern) {
		return pattern.startsWith("/review") ? this.service.person(Role.REVIEWER)
				: pattern.startsWith("/region") ? this.service.person(Role.COMMISSIONER) : centre().manager();
	}

	/** The patterns of the handlers that say so. */
	private List<String> keepable() {
		List<String> all = new ArrayList<>();
		this.service.get(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
			HandlerMethod method = handler;
			if (method.hasMethodAnnotation(Keepable.class)) {
				all.addAll(mapping.getPatternValues());
			}
		});
		return all;
	}

	private Map<String, String> pages() throws Exception {
		String at = "/centre/" + centre().unit();
		String review = "/review/centres/" + centre().unit();
		String report = "/reports/{assignment}/{period}";
		String history = "/history/{assignment}";
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("/centre/{unit}", at);
		pages.put("/centre/{unit}/reports", at + "/reports");
		pages.put("/centre/{unit}" + report, report("2025-05"));
		pages.put("/centre/{unit}" + report + "/check", report("2025-05") + "/check");
		pages.put("/centre/{unit}" + report + "/versions/{number}", report("2025-06") + "/versions/1");
		pages.put("/centre/{unit}/cases", at + "/cases");
		pages.put("/centre/{unit}/cases/{id}", at + "/cases/" + open);
		pages.put("/centre/{unit}/signals", at + "/signals");
		pages.put("/review/cases/{id}", "/review/cases/" + open);
		pages.put("/region", "/region");
		pages.put("/region/requirements/{assignment}/{id}", "/region/requirements/kalmar-halsoval/G24");
		for (String desk : List.of(at, review)) {
			String pattern = desk.startsWith("/review") ? "/review/centres/{unit}" : "/centre/{unit}";
			pages.put(pattern + "/history", desk + "/history");
			pages.put(pattern + history + "/requirements/{id}", desk + "/history/kalmar-halsoval/requirements/G24");
			pages.put(pattern + history + "/numbers/{id}",
					desk + "/history/kalmar-halsoval/numbers/calls_answered_same_day-share");
		}
		return pages;
	}

	private String requirement() {
		return "/centre/" + centre().unit() + "/history/kalmar-halsoval/requirements/G24";
	}

	private String report(String period) {
		return "/centre/" + centre().unit() + "/reports/kalmar-halsoval/" + period;
	}

	private Answer get(String path, String as) {
		Answer answer = centre().manager().get(path + "?as=" + as, "Cookie", "language=sv");
		assertThat(answer.status()).as(path).isEqualTo(200);
		return answer;
	}

	/** A centre of which there is something to tell, made once. */
	private Centre centre() {
		if (centre == null) {
			Centre one = Centre.of(this.service);
			one.handIn("2025-Q2", "{\"phone_system\":{\"value\":\"callback\"}}");
			one.handIn("2025-06", """
					{"calls_incoming":{"value":1000},"calls_answered_same_day":{"value":600},
					 "assessed_total":{"value":400},"assessed_within_3_days":{"value":390}}""");
			one.open("2025-05");
			one.save("2025-05", 1, "{\"assessed_total\":{\"value\":77,\"comment\":\"Sommar <b>\"}}");
			open = waitForCase(one.unit());
			Client reviewer = this.service.person(Role.REVIEWER);
			String path = "/api/v1/cases/" + open;
			act(reviewer, path, "confirm", "Hur gick det till?");
			act(reviewer, path, "open-dialogue", "Vi ringer.");
			reviewer.post(path + "/actions",
					"{\"text\":\"Bemanna telefonen\",\"owner\":\"Chefen\",\"due\":\"2025-09-01\"}");
			act(reviewer, path, "agree", "");
			centre = one;
		}
		return centre;
	}

	private static void act(Client reviewer, String path, String act, String text) {
		long version = reviewer.get(path).json().path("version").asLong();
		Answer done = reviewer.post(path + "/acts", "{\"act\":\"" + act + "\",\"text\":\"" + text + "\"}", "If-Match",
				"\"" + version + "\"");
		assertThat(done.status()).as(done.toString()).isEqualTo(200);
	}

	private long waitForCase(String unit) {
		for (int i = 0; i < 150; i++) {
			List<Long> found = this.service.jdbc()
				.sql("select id from follow_up_case where unit = ? and requirement = 'G24'")
				.param(unit)
				.query(Long.class)
				.list();
			if (!found.isEmpty()) {
				return found.get(0);
			}
			java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
		}
		throw new AssertionError("half a minute without a case");
	}

	private static List<String> alternatives(PDDocument document) {
		List<String> found = new ArrayList<>();
		collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
		return found;
	}

	private static void collect(org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode node,
			List<String> found) {
		for (Object kid : node.getKids()) {
			if (kid instanceof org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement one) {
				if (one.getAlternateDescription() != null) {
					found.add(one.getAlternateDescription());
				}
				collect(one, found);
			}
		}
	}

	private static String text(Answer pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
			return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
		}
	}

	private static List<String> sheets(byte[] book) throws IOException {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
			return workbook.getSheets().map(Sheet::getName).toList();
		}
	}

	private static List<List<Object>> sheet(byte[] book, int place) throws IOException {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
			List<List<Object>> rows = new ArrayList<>();
			for (Row row : workbook.getSheet(place).orElseThrow().read()) {
				rows.add(row.stream().map((cell) -> (cell == null) ? (Object) "" : cell.getRawValue()).toList());
			}
			return rows;
		}
	}

	/** To be looked at. */
	private static void keep(String pattern, String language, byte[] file) throws IOException {
		Files.createDirectories(KEPT);
		Files.write(KEPT.resolve("page" + pattern.replaceAll("[{}]", "").replace('/', '-') + "-" + language + ".pdf"),
				file);
	}

}
