package se.uppdragskollen.web.page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each story that is planted in the demo is found, understood and handled by somebody who
 * follows what the pages say, from the first page on. The stories are those of the demo's
 * list, in its order.
 */
class PlantedStoriesTests {

	private final RunningService demo = RunningService.demo();

	private Browser browser;

	private Walk walk;

	@BeforeEach
	void start() {
		this.browser = new Browser(this.demo.port(), true);
		this.walk = new Walk(this.browser);
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void unknownSpecialist() {
		ended("G11", "Hälsocentralen Påhittsviken");
		this.walk.reads("Stängd", "Kvartal 1 2024", "Kvartal 2 2024", "legitimationsregistret");
		this.walk.act("Anteckna", "Legitimationen är kontrollerad; den nya specialisten finns i registret.");
		this.walk.reads("Legitimationen är kontrollerad");
	}

	@Test
	void otherHoursOn1177() {
		ended("G06", "Hälsocentralen Fantasivallen");
		this.walk.follow("Hälsocentralen Fantasivallen").follow("Alla självrapporter").follow("kvartal 2 2024");
		assertThat(this.walk.under("G06 ")).contains("Öppet, timmar per vecka: 45",
				"1177:s kontaktkort (40 timmar per vecka)");
		assertThat(this.walk.under("Uppfyllda")).contains("G22 Öppettider vardagar");
	}

	@Test
	void filial() {
		open("G28", "Filialen Fiktionsö");
		this.walk.reads("Dagar som enheten är stängd", "56", "28 dagar");
		end("Filialen har öppet två dagar i veckan; moderenheten tar emot under sommaren.");
		this.walk.follow("Regionen").follow("Hälsocentraler").fill("Namn eller HSA-id", "Fiktionsö").press("Sök");
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
		open("G12", "Hälsocentralen Fabelängen");
		end("Specialisten är på plats hela öppettiden igen.");
	}

	@Test
	void lateReporter() {
		this.walk.as("Bodil").follow("Försenade rapporter").follow("Hälsocentralen Påhittsviken", "September 2024");
		this.walk.reads("försenad").fill("Ny sista dag", "08152025").fill("Skäl", "Rapporten ska lämnas i efterhand.");
		this.walk.press("Flytta sista dagen").reads("Sista dagen är flyttad", "15 augusti 2025");
		open("G08", "Hälsocentralen Påhittsviken");
		this.walk.reads("Sena rapporter de senaste tolv månaderna", "Avvikelse, gul");
		this.walk.follow("Hälsocentralen Påhittsviken").follow("Alla självrapporter").follow("oktober 2024");
		assertThat(this.walk.under("G25 ")).contains("saknas för 2024-09");
	}

	@Test
	void decimalCommas() {
		centre("Hälsocentralen Exempelås").follow("Alla självrapporter").follow("kvartal 1 2025");
		assertThat(this.walk.under("G22 ")).contains("Öppet, timmar per vecka: 47,5");
		assertThat(this.walk.under("G06 ")).contains("1177:s kontaktkort har inget värde");
	}

	@Test
	void hoursRaised() {
		open("G22", "Hälsocentralen Skrönehamn");
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
		open("G21", "Hälsocentralen Låtsasby");
		end("Alla remisser bedöms nu av legitimerad personal.");
	}

	@Test
	void fallingMonths() {
		centre("Hälsocentralen Fantasivallen").follow("Alla självrapporter").follow("november 2024");
		assertThat(this.walk.under("G25 ")).contains("avvikelse, vit", "97,1 % → 94,6 % → 91,8 %");
		open("G25", "Hälsocentralen Fantasivallen");
		this.walk.act("Öppna dialog", "Andelen föll tre månader i rad i höstas. Vad hände?");
		this.walk.reads("Ärendets läge: i dialog");
	}

	@Test
	void twins() {
		this.browser.open("/");
		this.walk.follow("Jämför hälsocentraler");
		for (String centre : new String[] { "Diktmark", "Övningsfors" }) {
			this.browser.driver()
				.findElement(
						org.openqa.selenium.By.cssSelector("input[aria-label='Jämför Hälsocentralen " + centre + "']"))
				.sendKeys(org.openqa.selenium.Keys.SPACE);
		}
		this.walk.press("Jämför").reads("Privat", "Drivs av regionen");
		assertThat(this.walk.row("Listade personer").subList(0, 2)).doesNotContain("")
			.satisfies((both) -> assertThat(both.get(0)).isEqualTo(both.get(1)));
		String[] told = new String[2];
		centre("Hälsocentralen Diktmark").follow("Alla självrapporter").follow("kvartal 1 2025");
		told[0] = this.walk.under("G13 ");
		centre("Hälsocentralen Övningsfors").follow("Alla självrapporter").follow("kvartal 1 2025");
		told[1] = this.walk.under("G13 ");
		assertThat(told[0]).isEqualTo(told[1]).contains("fråga till dialogen, gul");
	}

	@Test
	void redFlag() {
		centre("Hälsocentralen Sagonäs");
		assertThat(this.walk.under("Signaler")).contains("Röd Från kommunen om enheten 14 december 2024",
				"Vi får inte tag i någon läkare när det brådskar.");
		this.walk.follow("Alla självrapporter").follow("halvår 2 2024");
		assertThat(this.walk.under("U12 ")).contains("fråga till dialogen, röd", "Flagga från kommunen: röd",
				"2 steg från bilden som kommunen ger");
		assertThat(this.walk.under("U11 ")).contains("fråga till dialogen, röd", "274 av 315");
		ended("U12", "Hälsocentralen Sagonäs");
		this.walk.act("Anteckna", "Ta upp kommunens bild på nästa dialog.").reads("Ta upp kommunens bild");
	}

	@Test
	void suppressedGroup() {
		centre("Hälsocentralen Låtsasby").follow("Alla självrapporter").follow("tertial 2 2024");
		assertThat(this.walk.under("U08 ")).contains("dold för att gruppen är liten");
		this.walk.follow("Hälsocentralen Låtsasby").follow("Alla självrapporter").follow("tertial 1 2025");
		assertThat(this.walk.under("U08 ")).contains("Ingen patient behövde kallas till SIP");
	}

	@Test
	void goodTail() {
		open("U10", "Hälsocentralen Fabelängen");
		this.walk.reads("Hembesök", "Hälsocentralen Fabelängen").follow("Hälsocentralen Fabelängen");
		assertThat(this.walk.under("Signaler")).contains("Kommunens sjuksköterska gör hembesöken");
		this.walk.follow("U10 Hembesök");
		end("Kommunens sjuksköterska gör hembesöken; läkaren kommer när hon ber om det.");
	}

	@Test
	void carriedSurvey() {
		centre("Hälsocentralen Sagonäs").follow("Alla självrapporter").follow("halvår 2 2024");
		assertThat(this.walk.under("U16 ")).contains("83", "Värdet avser 2023-11-30");
		assertThat(this.walk.under("U17 ")).contains("87", "Värdet avser 2023-11-30");
	}

	/** A reviewer's way to a case that is open. */
	private void open(String requirement, String centre) {
		this.walk.as("Greta").unfold("Fler urval").fill("Krav", requirement).press("Visa");
		this.walk.follow(requirement + " ", centre);
	}

	/** A reviewer's way to a case that has ended. */
	private void ended(String requirement, String centre) {
		this.walk.as("Greta").follow("Avslutade").unfold("Fler urval").fill("Krav", requirement).press("Visa");
		this.walk.follow(requirement + " ", centre);
	}

	/** A reviewer's way to a centre's page. */
	private Walk centre(String name) {
		return this.walk.as("Greta")
			.follow("Hälsocentraler")
			.fill("Namn eller HSA-id", name.substring(name.indexOf(' ') + 1))
			.press("Sök")
			.follow(name);
	}

	/** Ends the case that is shown, as far as it has come. */
	private void end(String reason) {
		this.walk.act(this.walk.can("Avskriv") ? "Avskriv" : "Stäng ärendet", reason);
		this.walk.reads("Klart. Ärendets läge:", reason);
	}

}
