package se.uppdragskollen.web.centre;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A centre's manager does their work in a real browser, with scripts and without.
 */
class CentreDeskTests {

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private Browser browser;

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void handsInAReportFromLoginToReceipt() {
		this.centre.handIn("2025-Q2", "{\"phone_system\":{\"value\":\"callback\"}}");
		logIn(Role.MANAGER, true);
		look("centre-start");
		begin("juni 2025");
		look("centre-report");
		this.browser.follow("Tillgänglighet");
		look("centre-chapter");
		value("calls_incoming", "1 000");
		value("calls_answered_same_day", "1 200");
		value("assessed_total", "400");
		value("assessed_within_3_days", "390");
		this.browser.click("button[value=stay]");
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find(".crumbs [aria-current]").getText()).as("the way here is not wrong")
			.doesNotStartWith("Fel")
			.isNotEmpty();
		assertThat(this.browser.find("#wrong-calls_answered_same_day").getText())
			.contains("större än det som det är en del av");
		look("centre-chapter-wrong");
		value("calls_answered_same_day", "900");
		this.browser.click("button[value=back]");
		assertThat(this.browser.text()).contains("klart");
		this.browser.follow("Granska före underskrift");
		assertThat(this.browser.text()).contains("Det här är vad granskaren kommer att se", "90 %",
				"Det hade räckt med");
		look("centre-check");
		this.browser.click("input[name=confirm]");
		this.browser.click(".sign-box button");
		assertThat(this.browser.text()).contains("Rapporten är lämnad", "Kvitto: version 1");
		look("centre-receipt");
	}

	@Test
	void whoSignsTwiceGetsTheReceiptTwice() {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":400}}");
		logIn(Role.MANAGER, false);
		String report = "/centre/" + this.centre.unit() + "/reports/kalmar-halsoval/2025-06";
		this.browser.open(report + "/check");
		Map<String, String> form = Map.of("_csrf",
				this.browser.find("form[action$=signature] [name=_csrf]").getAttribute("value"), "version", "2",
				"confirm", "true");
		for (int i = 0; i < 2; i++) {
			Answer signed = this.service.anonymous().form(report + "/signature", form, "Cookie", this.browser.cookie());
			assertThat(signed.header("Location")).endsWith("/versions/1?signed=1");
		}
	}

	@Test
	void savesAsOneTypesAndSaysSo() {
		logIn(Role.REPORTER, true);
		begin("juni 2025");
		this.browser.follow("Tillgänglighet");
		value("assessed_total", "400");
		awaitSaved("Sparat ");
		this.browser.driver().navigate().refresh();
		assertThat(this.browser.find("#value-assessed_total").getAttribute("value")).isEqualTo("400");
	}

	@Test
	void putsAwayWhatIsAskedOnlyAfterTheOtherAnswerAndLosesNothing() {
		this.centre.open("2025-Q2");
		logIn(Role.REPORTER, true);
		this.browser.open(chapter("2025-Q2"));
		assertThat(field("closing_refers_to").isDisplayed()).as("before any answer").isTrue();
		assertThat(field("closing_refers_to").getText())
			.contains("Svara bara om ni svarar Ja på ”Har enheten en planerad stängning att anmäla?”");
		assertThat(this.browser.find("#units option[value='" + this.centre.unit() + "']").getDomAttribute("label"))
			.as("chosen by name")
			.startsWith("Provcentralen");
		assertThat(this.browser.find("#value-closing_refers_to").getDomAttribute("list")).isEqualTo("units");
		value("closing_refers_to", "SE5566778899-H017");
		this.browser.find("[name='value.planned_closing'][value=false]").sendKeys(Keys.SPACE);
		assertThat(field("closing_refers_to").isDisplayed()).isFalse();
		assertThat(field("planned_closing").isDisplayed()).isTrue();
		look("centre-chapter-only");
		awaitSaved("Sparat ");
		this.browser.driver().navigate().refresh();
		assertThat(field("closing_refers_to").isDisplayed()).as("still").isFalse();
		this.browser.find("[name='value.planned_closing'][value=true]").sendKeys(Keys.SPACE);
		assertThat(this.browser.find("#value-closing_refers_to").getAttribute("value")).isEqualTo("SE5566778899-H017");
		assertThat(field("closing_refers_to").isDisplayed()).isTrue();
	}

	@Test
	void saysInWordsWhatIsAskedOnlyAfterAnAnswer() {
		this.centre.open("2025-Q2");
		logIn(Role.REPORTER, false);
		this.browser.open(chapter("2025-Q2"));
		this.browser.find("[name='value.planned_closing'][value=false]").sendKeys(Keys.SPACE);
		this.browser.click("button[value=stay]");
		assertThat(field("closing_refers_to").isDisplayed()).isTrue();
		assertThat(field("closing_refers_to").getText()).contains("Svara bara om ni svarar Ja på");
	}

	@Test
	void asksForAFewWordsAboutWhatIsUnclear() {
		this.centre.open("2025-06");
		logIn(Role.REPORTER, false);
		this.browser.open(chapter("2025-06"));
		value("assessed_total", "400");
		this.browser.find("#field-assessed_total .beside details:last-child summary").sendKeys(Keys.ENTER);
		this.browser.find("[name='unclear.assessed_total']").sendKeys(Keys.SPACE);
		this.browser.click("button[value=stay]");
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#wrong-assessed_total").getText()).startsWith("Skriv några ord");
		assertThat(this.browser.find("#value-assessed_total").getAttribute("value")).isEqualTo("400");
		this.browser.find("#field-assessed_total .beside details:first-child summary").sendKeys(Keys.ENTER);
		look("centre-chapter-unclear");
		this.browser.type("#unclear-assessed_total", "Räknas telefon?");
		this.browser.click("button[value=stay]");
		assertThat(this.browser.title()).doesNotStartWith("Fel: ");
	}

	private String chapter(String period) {
		return "/centre/" + this.centre.unit() + "/reports/kalmar-halsoval/" + period + "/chapters/accessibility";
	}

	private WebElement field(String element) {
		return this.browser.find("#field-" + element);
	}

	@Test
	void keepsWhatWasTypedWhenSomebodyElseSavedFirst() {
		logIn(Role.REPORTER, false);
		begin("juni 2025");
		this.browser.follow("Tillgänglighet");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":77}}");
		value("assessed_total", "400");
		this.browser.click("button[value=stay]");
		assertThat(this.browser.text()).contains("Det du skrev står kvar", "77 patienter");
		assertThat(this.browser.find("#value-assessed_total").getAttribute("value")).isEqualTo("400");
		look("centre-chapter-others");
		this.browser.click("button[value=stay]");
		assertThat(this.browser.find("#value-assessed_total").getAttribute("value")).isEqualTo("400");
		assertThat(this.browser.text()).doesNotContain("77 patienter");
	}

	@Test
	void offersToWithholdWhatTellsAboutPeopleOnly() {
		logIn(Role.REPORTER, false);
		begin("kvartal 2 2025");
		this.browser.follow("Tillgänglighet");
		assertThat(this.browser.all("[name='how.callback_wait_median'][value=suppressed]")).hasSize(1);
		assertThat(this.browser.all("[name='how.opening_hours_per_week'][value=unknown]")).hasSize(1);
		assertThat(this.browser.all("[name='how.opening_hours_per_week'][value=suppressed]")).isEmpty();
	}

	@Test
	void answersWhatTheRegionAsksAndTellsWhatItWillDo() {
		long id = PoorMonth.of(this.centre).confirm("G24");
		logIn(Role.MANAGER, false);
		this.browser.follow("G24");
		assertThat(this.browser.text()).contains("grundkrav som inte är uppfyllt", "Läge: bekräftad");
		look("centre-case");
		this.browser.type("#answer-text", "Vi hade en vakans. 19121212-1212 hörde av sig.");
		this.browser.click(".sign-box button");
		assertThat(this.browser.text()).contains("personnummer");
		assertThat(this.browser.find("#answer-text").getAttribute("value")).startsWith("Vi hade en vakans");
		this.browser.type("#answer-text", "Vi hade en vakans som är tillsatt.");
		this.browser.click(".sign-box button");
		assertThat(this.browser.text()).contains("Läge: besvarad", "Vi hade en vakans som är tillsatt.");
		this.browser.click("details.more summary");
		this.browser.type("#action-text", "Bemanna telefonen");
		this.browser.type("#action-owner", "Enhetschefen");
		this.browser.find("#action-due").sendKeys("09012025");
		this.browser.click("details.more button");
		assertThat(this.browser.text()).contains("Bemanna telefonen", "Enhetschefen, senast ");
		this.browser.type("#note-text", "Vi ses på tisdag.");
		this.browser.click("form[action$='/" + id + "/notes'] button");
		assertThat(this.browser.text()).contains("Vi ses på tisdag.");
		look("centre-case-answered");
		this.browser.follow("Frågor och iakttagelser");
		look("centre-cases");
	}

	@Test
	void asksForAnAnswerToANewStepToo() {
		long id = PoorMonth.of(this.centre).confirm("G24");
		this.service.jdbc()
			.sql("update follow_up_case set state = 'escalated', due = '2025-08-01' where id = ?")
			.param(id)
			.update();
		logIn(Role.MANAGER, false);
		assertThat(this.browser.text()).contains("Att svara på\nG24").contains("svara senast 1 augusti 2025");
		this.service.jdbc().sql("update follow_up_case set due = null where id = ?").param(id).update();
		this.browser.open("/centre/" + this.centre.unit());
		assertThat(this.browser.text()).as("answered").contains("Pågår\nG24").doesNotContain("Att svara på");
	}

	@Test
	void tellsThatASignedReportIsBeingCorrected() {
		this.centre.handIn("2025-06", PoorMonth.ENTRIES);
		assertThat(this.centre.open("2025-06").status()).isIn(200, 201);
		logIn(Role.MANAGER, false);
		assertThat(this.browser.text()).contains("rättas, inte underskriven än");
	}

	@Test
	void warnsOfWhatIsUnansweredBeforeItIsSigned() {
		logIn(Role.MANAGER, false);
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":77}}");
		this.browser.open("/centre/" + this.centre.unit() + "/reports/kalmar-halsoval/2025-06/check");
		assertThat(this.browser.find(".ds-alert").getText()).contains("frågor är obesvarade", "Tillgänglighet: ");
		this.browser.click(".ds-alert a");
		assertThat(this.browser.address()).contains("/chapters/");
	}

	@Test
	void saysHowTheCooperationGoes() {
		logIn(Role.REPORTER, false);
		this.browser.follow("Samverkan");
		assertThat(this.browser.text()).contains("Ingen har sagt något än");
		this.browser.click("input[value=municipality]");
		this.browser.click("input[value=yellow]");
		this.browser.type("#text", "Vårdplaneringen drar ut på tiden.");
		this.browser.click(".sign-box button");
		assertThat(this.browser.text()).contains("Tack. Granskaren kan läsa det nu.", "Ni om kommunen",
				"Vårdplaneringen drar ut på tiden.");
		look("centre-signals");
	}

	@Test
	void showsInEnglishToWhoeverChoosesIt() {
		logIn(Role.MANAGER, true);
		this.browser.follow("In English");
		assertThat(this.browser.find("html").getAttribute("lang")).isEqualTo("en");
		assertThat(this.browser.text()).contains("To hand in", "Self-report for June 2025");
		look("centre-start-en");
	}

	private void logIn(Role role, boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts);
		this.browser.logIn(this.service.subject(role, this.centre.unit()));
		assertThat(this.browser.address()).isEqualTo("/centre/" + this.centre.unit());
	}

	private void begin(String period) {
		this.browser.click("button[aria-label$='" + period + "']");
	}

	private void value(String element, String typed) {
		this.browser.type("#value-" + element, typed);
	}

	private void awaitSaved(String words) {
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20))
			.until((driver) -> driver.findElement(By.cssSelector("[data-live=saved]")).getText().startsWith(words));
	}

	private void look(String name) {
		this.browser.look(name);
	}

}
