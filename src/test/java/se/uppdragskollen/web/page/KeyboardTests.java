package se.uppdragskollen.web.page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main tasks of every role, from the login to the result, by keyboard alone.
 */
class KeyboardTests {

	private final RunningService demo = RunningService.demo();

	private Browser browser;

	private Keyboard keyboard;

	@BeforeEach
	void start() {
		this.browser = new Browser(this.demo.port(), true);
		this.keyboard = new Keyboard(this.browser);
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void managerFillsInAndSignsAReport() {
		logIn("Viola ");
		this.keyboard.to("självrapporten för juni 2025").enter();
		this.keyboard.to("Tillgänglighet").enter();
		this.keyboard.to("Inkomna samtal under öppettid").type("1000");
		this.keyboard.to("Därav besvarade samma dag").type("980");
		this.keyboard.to("Kan ni inte svara?").unfold().to("Hur vill ni svara?");
		this.keyboard.to("Bedömda patienter").type("400");
		this.keyboard.to("Därav bedömda inom tre dagar").type("390");
		this.keyboard.to("Spara och gå till översikten").enter();
		this.keyboard.to("Granska före underskrift").enter();
		assertThat(this.browser.text()).contains("Det här är vad granskaren kommer att se");
		this.keyboard.to("Jag intygar").space().to("Skriv under och lämna").enter();
		assertThat(this.browser.text()).contains("Rapporten är lämnad");
	}

	@Test
	void managerAnswersAFinding() {
		String head = this.demo.jdbc().sql("""
				select p.name from follow_up_case c join person_role r on r.unit = c.unit and r.role = 'manager'
				join person p on p.id = r.person where c.state = 'confirmed' and p.subject like 'chef-%'
				order by c.id limit 1""").query(String.class).single();
		this.browser.open("/login");
		this.keyboard.to("Fler personer").append(head).to("Logga in").enter();
		String asked = this.browser.driver()
			.findElement(org.openqa.selenium.By.xpath("//h3[.='Att svara på']/following-sibling::ul[1]//a"))
			.getText();
		this.keyboard.to(asked).enter();
		this.keyboard.to("Hur ser ni på det").type("Vi har anställt en till.").to("Skicka svaret").enter();
		assertThat(this.browser.text()).contains("Läge: besvarad", "Vi har anställt en till.");
	}

	@Test
	void reviewerConfirmsAFindingAndPlansADialogue() {
		logIn("Greta ");
		this.keyboard.to("Att granska").enter();
		this.keyboard.to(this.browser.find("form.work tbody a").getText()).enter();
		this.keyboard.to("Några ord, om du vill").type("Hur gick det till?").to("Bekräfta").enter();
		assertThat(this.browser.text()).contains("Klart. Ärendets läge: bekräftad.");
		this.keyboard.to("Öppna dialog")
			.unfold()
			.to("Några ord, om du vill")
			.type("Vi ringer på torsdag.")
			.to("Öppna dialog")
			.enter();
		assertThat(this.browser.text()).contains("Ärendets läge: i dialog", "Vi ringer på torsdag.");
		this.keyboard.to("Lägg till åtgärd").unfold();
		this.keyboard.to("Vad ska göras?").type("Bemanna telefonen");
		this.keyboard.to("Vem ser till det?").type("Chefen");
		this.keyboard.to("Till vilken dag?").append("09012025");
		this.keyboard.to("Lägg till åtgärd").enter();
		assertThat(this.browser.text()).contains("Bemanna telefonen", "1 september 2025");
	}

	@Test
	void commissionerProposesAnExemptionAndMovesADeadline() {
		logIn("Bodil ");
		this.keyboard.to("Dispenser").enter();
		this.keyboard.to("Föreslå en dispens").enter();
		this.keyboard.to("Hälsocentral").append("Hälsocentralen Diktn");
		this.keyboard.to("Krav").append("G25");
		this.keyboard.to("Första dag").append("08012025");
		this.keyboard.to("Sista dag").append("09302025");
		this.keyboard.to("Skäl").type("Lokalerna byggs om.").to("Föreslå").enter();
		assertThat(this.browser.text()).contains("Förslaget är sparat", "Hälsocentralen Diktnäs",
				"1 augusti 2025 – 30 september 2025");
		this.keyboard.to("Regionen").enter();
		this.keyboard.to("Rapporter").enter();
		this.keyboard.to("Period").to("Läge").append("Perioden").to("Visa").enter();
		this.keyboard.to("Hälsocentralen ").enter();
		this.keyboard.to("Ny sista dag").append("03152026");
		this.keyboard.to("Skäl").type("Systembyte.").to("Flytta sista dagen").enter();
		assertThat(this.browser.text()).contains("Sista dagen är flyttad", "15 mars 2026");
	}

	@Test
	void administratorAddsAPerson() {
		logIn("Admina ");
		this.keyboard.to("Lägg till en person").enter();
		this.keyboard.to("Namn").type("Tangentina Tabbsdotter");
		this.keyboard.to("Id i inloggningstjänsten").type("tangentina");
		this.keyboard.to("Lägg till").enter();
		assertThat(this.browser.text()).contains("Personen är tillagd");
		this.keyboard.to("Granskare granskar").space().to("Spara rollerna").enter();
		assertThat(this.browser.text()).contains("Rollerna är sparade");
	}

	@Test
	void residentComparesCentres() {
		this.browser.open("/");
		this.keyboard.to("Jämför hälsocentraler").enter();
		this.keyboard.to("Jämför Hälsocentralen Diktmark").space();
		this.keyboard.to("Jämför Hälsocentralen Diktnäs").space();
		this.keyboard.to("Jämför").enter();
		assertThat(this.browser.text()).contains("Hälsocentraler bredvid varandra", "Hälsocentralen Diktmark",
				"Hälsocentralen Diktnäs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Vera ", "Greta ", "Bodil " })
	void skipsToTheContent(String person) {
		logIn(person);
		this.keyboard.to("Hoppa till innehållet").unfold();
		this.keyboard.to("");
		assertThat(this.browser.driver().executeScript("return document.activeElement.closest('main') !== null"))
			.isEqualTo(true);
		assertThat(this.browser.all("[tabindex]:not([tabindex='0']):not([tabindex='-1'])")).isEmpty();
	}

	/** As one of those that the demo shows. */
	private void logIn(String name) {
		this.browser.open("/login");
		this.keyboard.to("Logga in som " + name).enter();
		assertThat(this.browser.address()).doesNotStartWith("/login");
	}

}
