package se.uppdragskollen.web.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commissioning staff, auditors and administrators do their work in a real browser: see
 * how the region stands, read the assignment, decide, and see to centres and people.
 */
class RegionDeskTests {

	/** Of its own: what other tests made would be found, too. */
	private static final RunningService SERVICE = RunningService.alone();

	private final RunningService service = SERVICE;

	private final Centre centre = Centre.of(this.service);

	private Browser browser;

	@BeforeEach
	void reportOfAPoorMonth() {
		this.centre.handIn("2025-06", PoorMonth.ENTRIES);
		PoorMonth.awaitResults(this.centre, 1);
	}

	@AfterAll
	static void end() {
		SERVICE.close();
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void seesHowTheRegionStands() {
		logIn(Role.COMMISSIONER, true);
		assertThat(this.browser.address()).isEqualTo("/region");
		choose("#end", "2025-06-30");
		send(this.browser.find(".glance-choice button"));
		assertThat(this.browser.text()).contains("till och med juni 2025, enligt utgåva 2025-01",
				"Krav som många inte klarar", "Krav som inte går att bedöma");
		assertThat(row("G25 ")).contains("juni 2025");
		assertThat(row("Antal listade saknas")).isNotEmpty();
		this.browser.look("region-glance");
		choose("#operator", "private");
		choose("#size", "large");
		send(this.browser.find(".glance-choice button"));
		assertThat(this.browser.text()).contains("Inga utfall med det här urvalet");
		this.browser.look("region-glance-empty");
	}

	@Test
	void showsTheRegionInEnglish() {
		logIn(Role.COMMISSIONER, true);
		this.browser.follow("In English");
		this.browser.open("/region?end=2025-06-30");
		assertThat(this.browser.text()).contains("How the health centres stand up to June 2025, by edition 2025-01.",
				"Requirements that many do not meet", "Number listed not told");
		this.browser.look("region-glance-en");
	}

	@Test
	void readsARequirementWithItsLimitsAndWhomTheyBite() {
		logIn(Role.COMMISSIONER, true);
		this.browser.follow("Krav");
		this.browser.type("#text", "g25");
		send(this.browser.find(".search button"));
		assertThat(this.browser.all("main section li")).hasSize(1);
		this.browser.look("region-requirements");
		this.browser.follow("G25 ");
		assertThat(this.browser.text()).contains("Vad uppdraget säger", "ska vara minst 90 %", "gäller nu",
				"1 juli 2023", "Utfall över tid", "Källa");
		this.browser.look("region-requirement");
		this.browser.follow("Juni 2025");
		assertThat(this.browser.find("#who").getText()).isEqualTo("Vilka det gäller, juni 2025");
		assertThat(this.browser.text()).contains(this.centreName(), "340 av 400");
		this.browser.follow(this.centreName());
		assertThat(this.browser.address()).isEqualTo("/review/centres/" + this.centre.unit());
	}

	@Test
	void setsEditionsSideBySide() {
		logIn(Role.COMMISSIONER, true);
		this.browser.follow("Utgåvor");
		assertThat(this.browser.text()).contains("gäller nu", "har gällt", "Ändrade gränser",
				"minst 45 timmar per vecka blir minst 47,5 timmar per vecka", "Ändrade texter", "Texten lyder nu");
		this.browser.look("region-editions");
		this.browser.click("input[name=substance]");
		send(this.browser.find(".search button"));
		assertThat(this.browser.text()).contains("minst 47,5 timmar").doesNotContain("Texten lyder nu");
	}

	@Test
	void readsWhatCentresFindUnclear() {
		this.centre.handIn("2025-Q1", """
				{"econsultations":{"value":3,"unclear":"Räknas telefon?"}}""");
		this.centre.open("2025-05");
		this.centre.save("2025-05", 1, """
				{"assessed_total":{"value":3,"unclear":"Bara ett utkast"}}""");
		logIn(Role.AUDITOR, true);
		this.browser.follow("Oklara frågor");
		assertThat(this.browser.text())
			.contains("Digitala konsultationer med specialist", "Räknas telefon?",
					this.centreName() + ", kvartal 1 2025")
			.doesNotContain("Bara ett utkast");
		this.browser.look("region-unclear");
		this.browser.follow("U21 ");
		assertThat(this.browser.text()).contains("Så prövas det", "Oklart enligt hälsocentralerna",
				"Digitala konsultationer med specialist");
	}

	@Test
	void proposesAnExemptionThatAnotherApproves() {
		logIn(Role.COMMISSIONER, true);
		this.browser.follow("Dispenser");
		this.browser.follow("Föreslå en dispens");
		choose("#unit", this.centre.unit());
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems").getText()).contains("Krav: Uppgiften saknas",
				"Första dag: Uppgiften saknas", "Skäl: Uppgiften saknas");
		assertThat(this.browser.find("#unit").getAttribute("value")).isEqualTo(this.centre.unit());
		this.browser.look("region-exemption-wrong");
		choose("#requirement", "G25");
		date("#from", "2025-06-01");
		date("#to", "2025-09-30");
		this.browser.type("#reason", "Lokalerna byggs om.");
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.text()).contains("Förslaget är sparat", "Du har själv föreslagit dispensen",
				"Lokalerna byggs om.");
		assertThat(this.browser.all("main .sign-box")).isEmpty();
		this.browser.look("region-exemption-own");
		String address = this.browser.address().replaceFirst("\\?.*", "");
		this.browser.close();
		logIn(Role.COMMISSIONER, false);
		assertThat(this.browser.text()).contains("Dispenser att besluta");
		this.browser.open(address);
		this.browser.look("region-exemption");
		this.browser.click("input[value=refused]");
		send(this.browser.find(".sign-box button"));
		assertThat(this.browser.find("#problems").getText()).contains("Skäl: Uppgiften saknas");
		this.browser.click("input[value=approved]");
		send(this.browser.find(".sign-box button"));
		assertThat(this.browser.text()).contains("Dispensen är beviljad", "Avsluta i förtid");
		this.browser.look("region-exemption-approved");
	}

	@Test
	void movesTheDeadlineOfAMissingReport() {
		logIn(Role.COMMISSIONER, false);
		this.browser.follow("Rapporter");
		choose("#which", "kalmar-halsoval/2025-05");
		choose("#status", "late");
		send(this.browser.find(".search button"));
		this.browser.look("region-reports");
		this.browser.open("/region/reports/" + this.centre.unit() + "/kalmar-halsoval/2025-05");
		assertThat(this.browser.text()).contains("försenad", "Sista dagen är inte flyttad");
		date("#due", "2024-01-01");
		this.browser.type("#reason", "Systembyte.");
		send(this.browser.find(".sign-box button"));
		assertThat(this.browser.find("#problems").getText()).contains("kan inte vara 2024-01-01");
		assertThat(this.browser.find("#reason").getAttribute("value")).isEqualTo("Systembyte.");
		date("#due", "2025-08-20");
		send(this.browser.find(".sign-box button"));
		assertThat(this.browser.text()).contains("Sista dagen är flyttad", "Flyttad till 20 augusti 2025",
				"Systembyte.");
		this.browser.look("region-report");
		assertThat(this.centre.status("2025-05")).isEqualTo("due");
	}

	@Test
	void takesCentresInAndTellsWhatIsWrongRowByRow() throws IOException {
		logIn(Role.COMMISSIONER, true);
		this.browser.follow("Hälsocentraler");
		this.browser.follow("Läs in från en tabell");
		String id = this.centre.unit() + "X";
		upload("unit;namn;drivs av;första dag;listade\n" + id + ";;stiftelse;2020-01-01;9000\n");
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems").getText()).contains("Rad 2: Namn: Uppgiften saknas",
				"Inget är sparat", "stiftelse");
		this.browser.look("region-import-wrong");
		upload("unit;namn;drivs av;första dag;listade\n" + id + ";Tabellby;privat;2020-01-01;9000\n");
		assertThat(this.browser.find("#problems").getText()).contains("Rad 2:");
		date("#on_day", "2025-07-01");
		upload("unit;namn;drivs av;första dag;listade\n" + id + ";Tabellby;privat;2020-01-01;9000\n");
		assertThat(this.browser.text()).contains("Nya: 1, ändrade: 0, utan ändring: 0, räkningar av listade: 1.");
		this.browser.open("/region/centres/" + id);
		assertThat(this.browser.text()).contains("Tabellby", "Drivs privat", "1 juli 2025", "9000");
		this.browser.look("region-centre");
		this.browser.follow("Ändra uppgifterna");
		this.browser.type("#name", "");
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.find("#name-wrong").getText()).contains("Uppgiften saknas");
		this.browser.look("region-centre-wrong");
		this.browser.type("#name", "Tabellbyn");
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.text()).contains("Ändringen är sparad", "Tabellbyn");
		this.browser.follow("Slå ihop med en annan");
		choose("#into", this.centre.unit());
		date("#last_day", "2025-08-31");
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.text()).contains("ihopslagen", "Stänger 31 augusti 2025", this.centreName());
	}

	@Test
	void administratorsSeeToPeople() {
		logIn(Role.ADMINISTRATOR, true);
		assertThat(this.browser.address()).isEqualTo("/region/people");
		assertThat(this.browser.all(".tabs a").stream().map(WebElement::getText)).containsExactly("Krav", "Utgåvor",
				"Hälsocentraler", "Personer", "E-post");
		this.browser.look("region-people");
		this.browser.follow("Lägg till en person");
		this.browser.type("#email", "ingen adress");
		this.browser.driver().executeScript("document.querySelector('.long-form').noValidate = true");
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.find("#name-wrong").getText()).contains("Uppgiften saknas");
		this.browser.look("region-person-wrong");
		this.browser.type("#name", "Nya Nilsdotter");
		this.browser.type("#email", "nya@region.example");
		this.browser.type("#subject", "nya-" + this.centre.unit());
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.text()).contains("Personen är tillagd");
		this.browser.click("input[value=reviewer]");
		choose("#more_role", "reporter");
		send(this.browser.find("form[action$='/roles'] button"));
		assertThat(this.browser.find("#problems").getText()).contains("Det här behöver rättas");
		assertThat(this.browser.find("input[value=reviewer]").isSelected()).isTrue();
		choose("#more_unit", this.centre.unit());
		send(this.browser.find("form[action$='/roles'] button"));
		assertThat(this.browser.text()).contains("Rollerna är sparade", "Rapportör, " + this.centreName());
		this.browser.look("region-person");
		send(this.browser.find("form[action$='/access'] button"));
		assertThat(this.browser.text()).contains("Behörigheten är avslutad", "Ge tillbaka behörigheten");
	}

	@Test
	void auditorsReadAllAndChangeNothing() {
		logIn(Role.AUDITOR, true);
		assertThat(this.browser.address()).isEqualTo("/region");
		for (String page : List.of("/region", "/region/requirements", "/region/requirements/kalmar-halsoval/G25",
				"/region/editions", "/region/exemptions", "/region/reports",
				"/region/reports/" + this.centre.unit() + "/kalmar-halsoval/2025-06", "/region/centres",
				"/region/centres/" + this.centre.unit(), "/region/people", "/region/people/1")) {
			this.browser.open(page);
			assertThat(this.browser.find("h1").getText()).as(page).isNotEqualTo("Du får inte göra det här");
			assertThat(this.browser.all("main form[method=post]")).as(page).isEmpty();
			assertThat(this.browser.all("main a[href$='/new'], main a[href$='/edit'], main a[href$='/import']"))
				.as(page)
				.isEmpty();
		}
		this.browser.look("region-person-auditor");
	}

	private void upload(String table) throws IOException {
		Path file = Files.createTempFile("enheter", ".csv");
		try {
			Files.writeString(file, table);
			this.browser.find("#file").sendKeys(file.toString());
			send(this.browser.find(".long-form button"));
		}
		finally {
			Files.delete(file);
		}
	}

	/** Puts a day into a field, as its calendar does. */
	private void date(String css, String day) {
		WebElement field = this.browser.find(css);
		field.clear();
		field.sendKeys(day.substring(5, 7) + day.substring(8) + day.substring(0, 4));
	}

	private String centreName() {
		return "Provcentralen " + this.centre.unit().substring(13);
	}

	private void logIn(Role role, boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts);
		this.browser.logIn(this.service.subject(role, null));
	}

	private void choose(String css, String value) {
		new Select(this.browser.find(css)).selectByValue(value);
	}

	/** Sends the button's form, and waits for the page that answers. */
	private void send(WebElement button) {
		button.sendKeys(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until(ExpectedConditions.stalenessOf(button));
	}

	/** The words of the row whose heading holds these. */
	private String row(String heading) {
		return this.browser.driver()
			.findElement(By.xpath("//tr[th[@scope='row'][contains(., '" + heading + "')]]"))
			.getText();
	}

}
