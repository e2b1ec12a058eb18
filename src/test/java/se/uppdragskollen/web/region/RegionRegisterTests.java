package se.uppdragskollen.web.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commissioning staff see to register values in a real browser, find whom to reach about
 * a report that is missing, and read peer groups in plain words.
 */
class RegionRegisterTests {

	private static final String PAGE = "/region/register-values";

	private static final String HEAD = "unit,period,source,element,value,as_of\n";

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private Browser browser;

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesATableInAndShowsIt(boolean scripts) throws IOException {
		logIn(Role.COMMISSIONER, scripts);
		this.browser.open(PAGE + "?unit=" + this.unit);
		assertThat(this.browser.text()).contains("Inga registervärden stämmer med urvalet");
		this.browser.follow("Läs in registervärden");
		String right = this.unit + ",2025-Q1,1177,opening_hours_per_week,46,2025-04-01\n";
		upload(HEAD + right + "SE0000000000-NONE,2025-Q1,1177,opening_hours_per_week,46,2025-04-01\n" + this.unit
				+ ",2025-Q1,1177,opening_hours_per_week,många,2030-01-01\n");
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems").getText()).contains("Rad 3", "Rad 4", "SE0000000000-NONE", "många");
		assertThat(this.browser.text()).contains("i en tabell med semikolon mellan kolumnerna");
		assertThat(this.browser.find("#reason").getAttribute("value")).isEqualTo("Kvartalets uttag");
		this.browser.look("region-register-wrong" + (scripts ? "" : "-plain"));
		upload((HEAD + right).replace(',', ';').replace(";46;", ";46,5;"));
		assertThat(this.browser.text()).contains("Tabellen är inläst: 1 nya värden, 0 som ersatte");
		this.browser.look("region-register-imported" + (scripts ? "" : "-plain"));
		this.browser.open(PAGE);
		new Select(this.browser.find("#unit")).selectByValue(this.unit);
		new Select(this.browser.find("#period")).selectByValue("2025-Q1");
		send(this.browser.find(".search button"));
		assertThat(this.browser.find("tbody").getText()).contains("46,5 timmar per vecka", "Kvartal 1 2025",
				"uttaget 1 april 2025");
		this.browser.look("region-registers" + (scripts ? "" : "-plain"));
		this.browser.click("tbody summary");
		this.browser.type("tbody textarea", "  ");
		send(this.browser.find("tbody form button"));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems a").getAttribute("href"))
			.endsWith("#" + this.browser.find("tbody textarea").getAttribute("id"));
		this.browser.type("tbody textarea", "Fel enhet i uttaget.");
		send(this.browser.find("tbody form button"));
		assertThat(this.browser.text()).contains("Värdet är tillbakataget");
		this.browser.open(PAGE + "?unit=" + this.unit);
		assertThat(this.browser.text()).contains("Inga registervärden stämmer");
		this.browser.click("input[name=withdrawn]");
		send(this.browser.find(".search button"));
		assertThat(this.browser.text()).contains("Gäller inte sedan", "Fel enhet i uttaget.");
	}

	@Test
	void pagesALongList() {
		this.service.jdbc().sql("""
				insert into register_value (unit, assignment, period, period_to, source, element, value, as_of,
				entered_by, entered_at)
				select ?, 'kalmar-halsoval', '2025-Q1', date '2025-03-31', 'source-' || n, 'opening_hours_per_week',
				to_jsonb(n), date '2025-04-01', (select min(id) from person), now() from generate_series(1, 60) n
				""").param(this.unit).update();
		logIn(Role.AUDITOR, true);
		this.browser.open(PAGE + "?unit=" + this.unit);
		assertThat(this.browser.all("tbody tr")).hasSize(50);
		assertThat(this.browser.all("main form[method=post]")).as("auditors change nothing").isEmpty();
		this.browser.follow("Fler registervärden");
		assertThat(this.browser.all("tbody tr")).hasSize(10);
		this.browser.follow("In English");
		assertThat(this.browser.text()).contains("Register values", "as of 1 April 2025", "hours a week");
		this.browser.look("region-registers-en");
	}

	@Test
	void offersNobodyToTakeBackWhatIsSaidOfTheirOwnCentre() {
		String other = this.service.unit();
		for (String one : List.of(this.unit, other)) {
			this.service.jdbc().sql("""
					insert into register_value (unit, assignment, period, period_to, source, element, value, as_of,
					entered_by, entered_at)
					values (?, 'kalmar-halsoval', '2025-Q1', date '2025-03-31', '1177', 'opening_hours_per_week',
					to_jsonb(46), date '2025-04-01', (select min(id) from person), now())
					""").param(one).update();
		}
		String subject = this.service.subject(Role.COMMISSIONER, null);
		this.service.grant(this.service.jdbc()
			.sql("select id from person where subject = ?")
			.param(subject)
			.query(Long.class)
			.single(), Role.MANAGER, this.unit);
		Client both = this.service.client(subject);
		assertThat(both.get(PAGE + "?unit=" + other, "Accept", "text/html").text()).contains("/withdrawal");
		assertThat(both.get(PAGE + "?unit=" + this.unit, "Accept", "text/html").text()).contains("timmar per vecka")
			.doesNotContain("/withdrawal");
	}

	@Test
	void tellsWhomToReachAboutAMissingReport() {
		String manager = this.service.subject(Role.MANAGER, this.unit);
		this.service.jdbc()
			.sql("update person set name = 'Vera Prov', email = 'vera@prov.example' where subject = ?")
			.param(manager)
			.update();
		this.service.person(Role.REPORTER, this.unit);
		String without = this.service.unit();
		logIn(Role.COMMISSIONER, true);
		String late = "/region/reports?which=kalmar-halsoval/2025-05&status=late";
		this.browser.open(late);
		assertThat(row(this.unit)).contains("Vera Prov", "vera@prov.example").doesNotContain("Test reporter");
		this.browser.open(late);
		assertThat(row(without)).contains("Ingen på enheten får skriva under");
		this.browser.look("region-reports-reach");
		this.browser.open("/region/reports/" + this.unit + "/kalmar-halsoval/2025-05");
		assertThat(this.browser.text()).contains("Vem når man?", "Vera Prov");
		assertThat(this.browser.find("a[href='mailto:vera@prov.example']").isDisplayed()).isTrue();
		this.browser.look("region-report-reach");
		this.browser.logIn(this.service.subject(Role.MANAGER, this.service.unit()));
		this.browser.open("/region/reports/" + this.unit + "/kalmar-halsoval/2025-05");
		assertThat(this.browser.driver().getPageSource()).doesNotContain("vera@prov.example");
	}

	@Test
	void saysPeerGroupsInPlainWords() {
		this.service.jdbc().sql("update unit set peer_group = 'countryside' where id = ?").param(this.unit).update();
		logIn(Role.COMMISSIONER, false);
		this.browser.open("/region/centres/" + this.unit);
		assertThat(this.browser.text()).contains("Landsbygd").doesNotContain("countryside");
		this.browser.follow("Ändra");
		assertThat(this.browser.find("#peer_group").getAttribute("value")).isEqualTo("Landsbygd");
		this.browser.type("#peer_group", "tätort");
		send(this.browser.find(".long-form button"));
		assertThat(this.browser.text()).contains("Tätort");
		assertThat(this.service.jdbc()
			.sql("select peer_group from unit where id = ?")
			.param(this.unit)
			.query(String.class)
			.single()).isEqualTo("town");
	}

	private void upload(String table) throws IOException {
		Path file = Files.createTempFile("register", ".csv");
		Files.writeString(file, table);
		this.browser.find("#file").sendKeys(file.toAbsolutePath().toString());
		this.browser.type("#reason", "Kvartalets uttag");
		send(this.browser.find(".long-form button"));
		Files.delete(file);
	}

	/** On this page of the list or one that follows: others' centres are late too. */
	private String row(String id) {
		By row = By.xpath("//tr[.//a[contains(@href, '/" + id + "/')]]");
		while (this.browser.driver().findElements(row).isEmpty()) {
			this.browser.follow("Visa fler");
		}
		return this.browser.driver().findElement(row).getText();
	}

	private void logIn(Role role, boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts);
		this.browser.logIn(this.service.subject(role, null));
	}

	/** Sends the button's form, and waits for the page that answers. */
	private void send(WebElement button) {
		button.sendKeys(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until(ExpectedConditions.stalenessOf(button));
	}

}
