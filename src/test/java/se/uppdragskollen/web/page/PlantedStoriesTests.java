package se.uppdragskollen.web.page;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each story that is planted in the demo is found, understood and handled by somebody who
 * follows what the pages say, from the first page on. The stories are those of the demo's
 * list, in its order.
 */
class PlantedStoriesTests {

	private static final List<String> TWINS = List.of("Hälsocentralen Diktmark", "Hälsocentralen Övningsfors");

	/** Sentences that nobody shares. */
	private static final String OWN = "[^.:]*(?:namn|namn och legitimationsnummer|HSA-id|[Oo]rganisationsnummer|"
			+ "Var berättelsen finns|avtalet är slutet med)[^.:]*: [^.]*\\.|Kravet är detsamma som organisations[^.]*\\.";

	private final RunningService demo = RunningService.demo();

	@AutoClose
	private final Browser browser = new Browser(this.demo.port(), true);

	private final Walk walk = new Walk(this.browser);

	@Test
	void unknownSpecialist() {
		ended("Minst en specialist i allmänmedicin", "Hälsocentralen Påhittsviken");
		this.walk.reads("Stängd", "Kvartal 1 2024", "Kvartal 2 2024", "legitimationsregistret");
		this.walk.act("Anteckna", "Legitimationen är kontrollerad; den nya specialisten finns i registret.");
		this.walk.reads("Legitimationen är kontrollerad");
	}

	@Test
	void otherHoursOn1177() {
		ended("Aktuellt kontaktkort på 1177", "Hälsocentralen Fantasivallen");
		this.walk.follow("Hälsocentralen Fantasivallen").follow("Alla självrapporter").follow("kvartal 2 2024");
		assertThat(this.walk.under("G06 ")).contains("Öppet, timmar per vecka: 45",
				"1177:s kontaktkort (40 timmar per vecka)");
		assertThat(this.walk.under("Uppfyllda")).contains("G22 Öppettider vardagar");
	}

	@Test
	void filial() {
		open("Planerad stängning", "Filialen Fiktionsö");
		this.walk.reads("Dagar som enheten är stängd", "56", "28 dagar");
		end("Filialen har öppet två dagar i veckan; moderenheten tar emot under sommaren.");
		this.walk.follow("Regionen").follow("Hälsocentraler");
		this.walk.follow("Filialen Fiktionsö").reads("Filial", "Hälsocentralen Exempelås");
	}

	@Test
	void exemptionRunsOut() {
		this.walk.as("Bodil").follow("Dispenser").follow("Hälsocentralen Fabelängen");
		this.walk.reads("1 juli 2024 – 30 september 2024", "efterträdaren börjar den 1 oktober", "beviljad");
		this.walk.follow("Hälsocentralen Fabelängen").follow("Hur den står sig mot kraven");
		this.walk.follow("Alla självrapporter").follow("kvartal 3 2024");
		assertThat(this.walk.under("Dispenser")).contains("G12 ");
		this.walk.follow("Hälsocentralen Fabelängen").follow("Alla självrapporter").follow("kvartal 4 2024");
		assertThat(this.walk.under("G12 ")).contains("36");
		open("Specialist på plats under öppettiden", "Hälsocentralen Fabelängen");
		end("Specialisten är på plats hela öppettiden igen.");
	}

	@Test
	void lateReporter() {
		this.walk.as("Bodil").follow("Försenade rapporter").follow("Hälsocentralen Påhittsviken", "September 2024");
		this.walk.reads("försenad").fill("Ny sista dag", "08152025").fill("Skäl", "Rapporten ska lämnas i efterhand.");
		this.walk.press("Flytta sista dagen").reads("Sista dagen är flyttad", "15 augusti 2025");
		open("Rapportering i tid", "Hälsocentralen Påhittsviken");
		this.walk.reads("Sena rapporter de senaste tolv månaderna", "Avvikelse, gul");
		this.walk.follow("Hälsocentralen Påhittsviken").follow("Alla självrapporter").follow("oktober 2024");
		assertThat(this.walk.under("G25 ")).contains("saknas för september 2024");
	}

	/** Read rightly; what 1177 says is missing, and the region reads it in. */
	@Test
	void decimalCommas() throws InterruptedException {
		centre("Hälsocentralen Exempelås");
		assertThat(this.walk.under("Utveckling och jämförelse")).contains("G06 Aktuellt kontaktkort på 1177",
				"kan inte bedömas");
		String id = id();
		this.walk.follow("Alla självrapporter").follow("kvartal 1 2025");
		assertThat(this.walk.under("G22 ")).contains("Öppet, timmar per vecka: 47,5");
		assertThat(this.walk.under("G06 ")).contains("1177:s kontaktkort har inget värde");
		register("1177:s kontaktkort", 1, id + ";2025-Q1;1177;opening_hours_per_week;47,5;2025-03-20\n");
		untilJudged(id, "2025-Q1", "G06", "met");
		centre("Hälsocentralen Exempelås").follow("Alla självrapporter").follow("kvartal 1 2025");
		assertThat(this.walk.under("Uppfyllda")).contains("G06 Aktuellt kontaktkort på 1177",
				"stämmer med 1177:s kontaktkort (47,5 timmar per vecka)");
	}

	@Test
	void hoursRaised() {
		open("Öppettider vardagar", "Hälsocentralen Skrönehamn");
		this.walk.reads("Öppet, timmar per vecka: 45", "47,5 timmar per vecka", "Gäller från 2 januari 2025",
				"Ändrades under perioden");
		this.walk.act("Öppna dialog", "När öppnar ni de timmar som krävs nu?").reads("Ärendets läge: i dialog");
	}

	@Test
	void phasedIn() {
		this.walk.as("Bodil")
			.follow("Krav")
			.follow("G21 ")
			.reads("Så prövas det", "förbered 1 januari 2024", "inte än 1 juli 2023",
					"minst 100 % gäller nu 1 januari 2025");
		centre("Hälsocentralen Låtsasby").follow("Alla självrapporter").follow("kvartal 4 2023");
		assertThat(this.walk.under("Ej tillämpliga")).contains("G21 ");
		assertThat(this.walk.under("Uppfyllda")).contains("G12 ");
		this.walk.follow("Hälsocentralen Låtsasby").follow("Alla självrapporter").follow("kvartal 1 2024");
		assertThat(this.walk.under("Ej uppfyllda")).contains("G12 ", "G21 ");
		open("Remisser bedöms av legitimerad personal", "Hälsocentralen Låtsasby");
		end("Alla remisser bedöms nu av legitimerad personal.");
	}

	@Test
	void fallingMonths() {
		centre("Hälsocentralen Fantasivallen").follow("Alla självrapporter").follow("november 2024");
		assertThat(this.walk.under("G25 ")).contains("avvikelse, vit", "97,1 % → 94,6 % → 91,8 %");
		open("Medicinsk bedömning inom tre dagar", "Hälsocentralen Fantasivallen");
		this.walk.act("Öppna dialog", "Andelen föll tre månader i rad i höstas. Vad hände?");
		this.walk.reads("Ärendets läge: i dialog");
	}

	/** Whoever runs them: the same outcomes of all, and the same is done about both. */
	@Test
	void twins() {
		this.browser.open("/");
		this.walk.follow("Jämför hälsocentraler");
		for (String centre : TWINS) {
			this.walk.tick("Jämför " + centre);
		}
		this.walk.press("Jämför").reads("Privat", "Drivs av regionen");
		assertThat(this.walk.row("Listade personer").subList(0, 2)).doesNotContain("")
			.satisfies((both) -> assertThat(both.get(0)).isEqualTo(both.get(1)));
		List<String> told = TWINS.stream().map(this::toldOf).toList();
		assertThat(told.get(0)).isEqualTo(told.get(1))
			.contains("G13 Listade per läkare", "fråga till dialogen, gul", "G24 Telefonkontakt samma dag");
		for (String centre : TWINS) {
			open("Listade per läkare", centre);
			this.walk.act("Anteckna", "Lika många listade per läkare som hos den andra. Samma fråga till båda.");
			this.walk.reads("Samma fråga till båda.");
		}
		assertThat(this.demo.jdbc()
			.sql("select count(distinct c.unit) from case_act a join follow_up_case c on c.id = a.case_id "
					+ "where a.text like '%Samma fråga till båda.'")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	/**
	 * All outcomes of its reports of each kind of period, without who it is and who works
	 * there.
	 */
	private String toldOf(String centre) {
		StringBuilder told = new StringBuilder();
		for (String period : List.of("oktober 2024", "kvartal 1 2025", "tertial 1 2025", "halvår 2 2024", "för 2024")) {
			centre(centre).follow("Alla självrapporter").follow(period);
			told.append(this.walk.under("Utfallet").replaceAll(OWN, "").replace(". ", ".\n"));
		}
		return told.toString();
	}

	@Test
	void redFlag() {
		this.walk.as("Greta").follow("Signaler").choose("Färg", "Röd").press("Visa");
		this.walk.reads("Hälsocentralen Sagonäs", "Röd Från kommunen om enheten 14 december 2024");
		this.walk.follow("Ta hand om signalen", "Hälsocentralen Sagonäs")
			.in("Röd Från kommunen om enheten 14 december");
		this.walk.act("Ta hand om signalen", "Vi tar upp det med enheten på nästa dialog.");
		this.walk.reads("Vi tar upp det med enheten på nästa dialog.");
		centre("Hälsocentralen Sagonäs").follow("Alla självrapporter").follow("halvår 2 2024");
		assertThat(this.walk.under("U12 ")).contains("fråga till dialogen, röd", "Flagga från kommunen: röd",
				"2 steg från bilden som kommunen ger");
		assertThat(this.walk.under("U11 ")).contains("fråga till dialogen, röd", "274 av 315");
		ended("Motparternas omdöme", "Hälsocentralen Sagonäs");
		this.walk.act("Anteckna", "Ta upp kommunens bild på nästa dialog.").reads("Ta upp kommunens bild");
	}

	/** Hidden for a good reason: nothing is asked of the centre but in the dialogue. */
	@Test
	void suppressedGroup() {
		centre("Hälsocentralen Låtsasby");
		assertThat(this.walk.under("Krav som rapporteras varje tertial")).contains("U08 ", "kan inte bedömas");
		this.walk.follow("Alla självrapporter").follow("tertial 2 2024");
		assertThat(this.walk.under("U08 ")).contains("dold för att gruppen är liten");
		assertThat(this.walk.under("Svaren")).contains("visas inte, liten grupp");
		this.walk.follow("Hälsocentralen Låtsasby").follow("Alla självrapporter").follow("tertial 1 2025");
		assertThat(this.walk.under("U08 ")).contains("Ingen patient behövde kallas till SIP");
		this.walk.follow("Hälsocentralen Låtsasby").follow("Förbered dialog").in("Anteckningar inför dialogen");
		this.walk
			.fill("Ny anteckning", "De hade få kallelser till SIP i höstas. Fråga hur det går till, inte hur många.")
			.tick("Regionens granskare, beställare och revisorer läser")
			.press("Spara anteckningen")
			.reads("Fråga hur det går till, inte hur många.");
		assertThat(this.demo.jdbc()
			.sql("select shared from dialogue_note where text like 'De hade få kallelser%'")
			.query(Boolean.class)
			.list()).containsExactly(true);
	}

	@Test
	void goodTail() {
		open("Hembesök", "Hälsocentralen Fabelängen");
		this.walk.reads("Hembesök", "Hälsocentralen Fabelängen").follow("Hälsocentralen Fabelängen");
		assertThat(this.walk.under("Signaler")).contains("Kommunens sjuksköterska gör hembesöken");
		this.walk.follow("U10 Hembesök");
		end("Kommunens sjuksköterska gör hembesöken; läkaren kommer när hon ber om det.");
	}

	/** Last year's answers count until the region reads in the new ones. */
	@Test
	void carriedSurvey() throws InterruptedException {
		centre("Hälsocentralen Sagonäs");
		String id = id();
		this.walk.follow("Alla självrapporter").follow("halvår 2 2024");
		assertThat(this.walk.under("U16 ")).contains("83", "Värdet avser 30 november 2023");
		assertThat(this.walk.under("U17 ")).contains("87", "Värdet avser 30 november 2023");
		StringBuilder rows = new StringBuilder();
		Map.of("npe_answers", "140", "npe_involvement", "84,5", "npe_overall", "86", "npe_overall_previous", "87",
				"npe_continuity", "78")
			.forEach((element, value) -> rows.append(id + ";2024;npe;" + element + ";" + value + ";2024-11-30\n"));
		register("npe_involvement", 5, rows.toString());
		untilJudged(id, "2024-H2", "U16", "met");
		centre("Hälsocentralen Sagonäs").follow("Alla självrapporter").follow("halvår 2 2024");
		assertThat(this.walk.under("U16 ")).contains("84,5", "Värdet avser 30 november 2024");
		assertThat(this.walk.under("U17 ")).contains("86", "Värdet avser 30 november 2024");
	}

	/** The commissioner reads in what a register says, as its page says how. */
	private void register(String named, int rows, String table) {
		this.walk.as("Bodil").follow("Registervärden").follow("Läs in registervärden").reads(named, "unit (enhet)");
		this.walk.upload("Tabell (csv eller xlsx)", "unit;period;source;element;value;as_of\n" + table, "Läs in");
		this.walk.reads("Tabellen är inläst: " + rows + " nya värden");
	}

	/** The HSA-id that stands below a centre's name. */
	private String id() {
		Matcher id = Pattern.compile("SE[0-9]{10}-[A-Z0-9]+").matcher(this.walk.page());
		assertThat(id.find()).isTrue();
		return id.group();
	}

	private void untilJudged(String unit, String period, String requirement, String outcome)
			throws InterruptedException {
		for (int i = 0; this.demo.jdbc()
			.sql("select count(*) from evaluation_task")
			.query(Integer.class)
			.single() > 0; i++) {
			assertThat(i).as("half a minute without results").isLessThan(150);
			Thread.sleep(200);
		}
		assertThat(this.demo.jdbc()
			.sql("select outcome from outcome where unit = ? and period = ? and requirement = ?")
			.params(unit, period, requirement)
			.query(String.class)
			.single()).isEqualTo(outcome);
	}

	/** A reviewer's way to a case that is open. */
	private void open(String title, String centre) {
		this.walk.as("Greta").follow("Alla öppna");
		read(title, centre);
	}

	/** A reviewer's way to a case that has ended. */
	private void ended(String title, String centre) {
		this.walk.as("Greta").follow("Avslutade");
		read(title, centre);
	}

	/** Reads the worklist on until there is the case. */
	private void read(String title, String centre) {
		while (this.browser.driver()
			.findElements(By.xpath("//tr[contains(., '" + title + "') and contains(., '" + centre + ",')]"))
			.isEmpty()) {
			this.walk.follow("review.more");
		}
		this.walk.follow(title, centre + ",");
	}

	/** A reviewer's way to a centre's page. */
	private Walk centre(String name) {
		return this.walk.as("Greta").follow("Hälsocentraler").follow(name);
	}

	/** Ends the case that is shown, as far as it has come. */
	private void end(String reason) {
		this.walk.act(this.walk.can("Avskriv") ? "Avskriv" : "Stäng ärendet", reason);
		this.walk.reads("Klart. Ärendets läge:", reason);
	}

}
