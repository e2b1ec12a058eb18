package se.uppdragskollen.web.page;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main tasks of every role, from the login to the result, by keyboard alone.
 */
class KeyboardTests {

	private final RunningService demo = RunningService.demo();

	@AutoClose
	private final Browser browser = new Browser(this.demo.port(), true);

	private final Keyboard keyboard = new Keyboard(this.browser);

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

	/** The window in which a file is chosen is the system's own. */
	@Test
	void managerReachesAndUsesWhatUploadsATemplate() {
		logIn("Vera ");
		this.keyboard.to("självrapporten för juni 2025").enter();
		this.keyboard.to("Fyll i en tabell i stället").unfold();
		this.keyboard.to("Hämta mall för Excel").to("Ifylld mall");
		this.browser.driver().executeScript("""
				document.activeElement.addEventListener("click", (event) => {
				  event.preventDefault();
				  event.target.dataset.asked = "yes";
				});
				""");
		this.keyboard.space();
		assertThat(this.browser.all("#upload-file[data-asked=yes]")).hasSize(1);
		String page = this.browser.address();
		this.keyboard.to("Skicka in filen").unfold();
		assertThat(this.keyboard.name()).as("what is missing is focused").startsWith("Ifylld mall");
		assertThat(this.browser.address()).isEqualTo(page);
	}

	@Test
	void reviewerConfirmsSeveralFindingsAtOnce() {
		logIn("Greta ");
		this.keyboard.to("Att granska").enter();
		this.keyboard.to("Markera G").space().to("Markera G").space();
		this.keyboard.to("Skäl, lika för alla markerade").type("Berätta hur det gick till.");
		this.keyboard.to("Bekräfta 2 markerade").enter();
		assertThat(this.browser.text()).contains("Bekräftade ärenden: 2");
	}

	@Test
	void reviewerWritesANoteBeforeADialogue() {
		logIn("Greta ");
		openACentre();
		this.keyboard.to("Förbered dialog").enter();
		this.keyboard.to("Ny anteckning").type("Fråga om schemat.");
		this.keyboard.to("Vem läser den?").down();
		this.keyboard.to("Spara anteckningen").enter();
		assertThat(this.browser.text()).contains("Fråga om schemat.", "Regionen läser");
	}

	@Test
	void reviewerGivesAReportBack() {
		logIn("Greta ");
		openACentre();
		this.keyboard.to(this.browser.find("[aria-labelledby=reports] tbody a").getText()).enter();
		this.keyboard.to("Lämna tillbaka för komplettering").unfold();
		this.keyboard.to("Vad behöver kompletteras?").type("Skriv hur ni räknade samtalen.");
		this.keyboard.to("Lämna tillbaka för komplettering").enter();
		assertThat(this.browser.address()).endsWith("returned=1");
		assertThat(this.browser.text()).contains("Skriv hur ni räknade samtalen.");
	}

	@Test
	void reviewerWithdrawsAPeriodAndPublishesItAgain() {
		String period = new Say(Language.SV).period(Period.parse(this.demo.jdbc()
			.sql("""
					select period from publication where period ~ '^[0-9]{4}-[0-9]{2}$' order by period desc limit 1""")
			.query(String.class)
			.single()).orElseThrow());
		logIn("Greta ");
		this.keyboard.to("Publicera").enter();
		this.keyboard.to(new Say(Language.SV).capital(period)).enter();
		this.keyboard.to("Dra tillbaka").unfold();
		this.keyboard.to("Varför dras publiceringen tillbaka?").type("Ett tal var fel.");
		this.keyboard.to("Dra tillbaka " + period).enter();
		assertThat(this.browser.text()).contains("Publiceringen är tillbakadragen", "Ett tal var fel.");
		this.keyboard.to("Varför publiceras perioden på nytt?").type("Talet är rättat.");
		this.keyboard.to("Jag har granskat").space().to("Publicera " + period).enter();
		assertThat(this.browser.text()).contains("Invånarna ser nu uppgifterna", "Talet är rättat.");
	}

	@Test
	void managerSaysHowCooperationGoes() {
		logIn("Vera ");
		this.keyboard.to("Samverkan: säg hur det går").enter();
		this.keyboard.to("Med vem?").space();
		this.keyboard.to("Vilken verksamhet?").type("Hemsjukvården");
		this.keyboard.to("Hur går det?").down();
		this.keyboard.to("Med egna ord").type("Vi når dem sällan.").to("Skicka").enter();
		assertThat(this.browser.text()).contains("Granskaren kan läsa det nu", "gul", "Vi når dem sällan.");
	}

	@Test
	void reviewerInvitesACounterpart() {
		logIn("Greta ");
		openACentre();
		this.keyboard.to("Ta hand om signaler").enter();
		this.keyboard.to("Vem vill du fråga?").space();
		this.keyboard.to("Vilken verksamhet?").type("Påhittade kommun");
		this.keyboard.to("Sista dag att svara").append("08012025").to("Gör en länk").enter();
		assertThat(this.browser.text()).contains("Länken är klar", "Påhittade kommun", "1 augusti 2025");
		this.keyboard.to("Länk att skicka");
	}

	@Test
	void commissionerDecidesOnAnExemption() {
		String unit = this.demo.jdbc()
			.sql("select id from unit where closed is null order by name desc limit 1")
			.query(String.class)
			.single();
		this.demo.client("bodil").post("/api/v1/exemptions", """
				{"assignment": "kalmar-halsoval", "unit": "%s", "requirement": "G12", "from": "2025-08-01",
				 "to": "2025-10-31", "reason": "Nya lokaler"}""".formatted(unit));
		logIn("Bertil ");
		this.keyboard.to("Dispenser").enter();
		this.keyboard.to("Att besluta").enter();
		this.keyboard.to(this.browser.find("main tbody th a").getText()).enter();
		this.keyboard.to("Beslut").space();
		this.keyboard.to("Skäl").type("Det är rimligt.").to("Spara beslutet").enter();
		assertThat(this.browser.text()).contains("Det är rimligt.", "Bertil").doesNotContain("Spara beslutet");
	}

	@Test
	void personDeclinesAKindOfMail() {
		logIn("Vera ");
		this.keyboard.to("Mina inställningar").enter();
		this.keyboard.to("en självrapport snart ska lämnas").space().to("Spara").enter();
		assertThat(this.browser.text()).contains("Valet är sparat.");
		assertThat(this.browser.find("[name=wanted][value=report-soon]").isSelected()).isFalse();
		this.keyboard.to("en självrapport snart ska lämnas").space().to("Spara").enter();
		assertThat(this.browser.find("[name=wanted][value=report-soon]").isSelected()).isTrue();
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

	/** One of which there is much to tell, that no other test has anything to do with. */
	private void openACentre() {
		String name = this.demo.jdbc().sql("""
				select u.name from unit u join follow_up_case c on c.unit = u.id
				where c.state not in ('closed', 'dismissed') and u.id not in
				  (select r.unit from person_role r join person p on p.id = r.person
				   where p.subject in ('vera', 'viola') and r.unit is not null)
				group by u.name order by count(*) desc, u.name limit 1""").query(String.class).single();
		this.keyboard.to("Hälsocentraler").enter();
		this.keyboard.to(name).enter();
	}

	private void logIn(String name) {
		this.keyboard.logIn(name);
	}

}
