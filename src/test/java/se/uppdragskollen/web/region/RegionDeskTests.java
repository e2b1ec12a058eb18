package se.uppdragskollen.web.region;

import java.time.Duration;

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
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commissioning staff, auditors and administrators do their work in a real browser: see
 * how the region stands, read the assignment, decide, and see to centres and people.
 */
class RegionDeskTests {

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private Browser browser;

	@BeforeEach
	void reportOfAPoorMonth() throws InterruptedException {
		this.centre.handIn("2025-06", """
				{"calls_incoming":{"value":1000},"calls_answered_same_day":{"value":600},
				 "assessed_total":{"value":400},"assessed_within_3_days":{"value":340}}""");
		for (int i = 0; outcomes() < 2; i++) {
			assertThat(i).as("half a minute without outcomes").isLessThan(150);
			Thread.sleep(200);
		}
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

	private int outcomes() {
		return this.service.jdbc()
			.sql("select count(*) from outcome where unit = ?")
			.param(this.centre.unit())
			.query(Integer.class)
			.single();
	}

}
