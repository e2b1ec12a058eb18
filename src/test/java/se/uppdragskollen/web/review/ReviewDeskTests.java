package se.uppdragskollen.web.review;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer does their work in a real browser, with scripts and without: what centres
 * hand in becomes cases, which are read, confirmed, dismissed and talked over.
 */
class ReviewDeskTests {

	private static final String REASON = "textarea[name=text]";

	private final RunningService service = RunningService.shared();

	private final PoorMonth month = PoorMonth.of(this.service);

	private final Centre centre = this.month.centre();

	private final String reviewer = this.service.subject(Role.REVIEWER, null);

	private Browser browser;

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void confirmsAFindingFromLoginToResult() {
		logIn(this.reviewer, true);
		this.browser.open("/review?unit=" + this.centre.unit());
		this.browser.look("review-work");
		this.browser.follow("G25 ");
		assertThat(this.browser.text()).contains("Medicinsk bedömning inom tre dagar", "340 av 400", "85 %", "Källa:",
				"10 arbetsdagar", "Tidigare beslut om samma krav");
		assertThat(this.browser.text()).as("of the unit of what it limits")
			.doesNotContain("85\u00a0standardavvikelser");
		this.browser.look("review-case-proposed");
		in("confirm").findElement(By.cssSelector(REASON)).sendKeys("Hur gick det till?");
		send(in("confirm").findElement(By.cssSelector("button")));
		assertThat(this.browser.text()).contains("Klart. Ärendets läge: bekräftad. Nästa steg senast 22 juli 2025.",
				"bekräftade", "Hur gick det till?");
		this.browser.look("review-case-confirmed");
		assertThat(this.centre.manager().get("/api/v1/cases?unit=" + this.centre.unit()).json().path("items"))
			.singleElement()
			.satisfies((one) -> assertThat(one.path("due").asString()).isEqualTo("2025-07-22"));
	}

	@Test
	void tellsWhatOtherSourcesSay() {
		Client staff = this.service.person(Role.COMMISSIONER);
		assertThat(staff
			.post("/api/v1/signals",
					"""
							{"unit":"%s","assignment":"kalmar-halsoval","counterpart":"patients","flag":"red","date":"2025-07-01",
							 "requirement":"G25","text":"Vi fick vänta."}"""
						.formatted(this.centre.unit()))
			.status()).isEqualTo(201);
		assertThat(
				staff
					.post("/api/v1/register-values",
							"""
									{"assignment":"kalmar-halsoval","unit":"%s","period":"2025-06","source":"waiting-time-register",
									 "element":"assessed_share","value":71.5,"as_of":"2025-07-02"}"""
								.formatted(this.centre.unit()),
							"Idempotency-Key", Centre.key())
					.status())
			.isEqualTo(201);
		logIn(this.reviewer, false);
		openCase("G25");
		String others = this.browser.find(".others").getText();
		assertThat(others).contains("Vad andra källor säger", "Från patienterna", "Vi fick vänta.", "71,5 %",
				"2 juli 2025", "Jämförbara hälsocentraler");
		openCase("G24");
		assertThat(this.browser.find(".others").getAttribute("textContent")).doesNotContain("Vi fick vänta.", "71,5");
	}

	@Test
	void doesNotDismissWithoutAReasonAndKeepsTheCentreOut() {
		logIn(this.reviewer, false);
		openCase("G25");
		this.browser.driver().findElement(By.xpath("//summary[.='Avskriv']")).click();
		in("dismiss").findElement(By.cssSelector(REASON)).sendKeys("  ");
		send(in("dismiss").findElement(By.cssSelector("button")));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems").getText()).contains("Inget är sparat", "Text: Uppgiften saknas");
		assertThat(this.browser.find(".crumbs").getText()).contains("G25").doesNotContain("Fel:");
		WebElement wrong = in("dismiss").findElement(By.cssSelector(REASON));
		assertThat(this.browser.find("#problems a").getAttribute("href")).endsWith("#" + wrong.getAttribute("id"));
		assertThat(wrong.getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(this.browser.find("#" + wrong.getAttribute("aria-describedby").split(" ")[1]).getText())
			.contains("Uppgiften saknas");
		this.browser.look("review-case-wrong");
		in("dismiss").findElement(By.cssSelector(REASON)).sendKeys("Fel i rapporten, rättas.");
		send(in("dismiss").findElement(By.cssSelector("button")));
		assertThat(this.browser.text()).contains("Ärendets läge: avskriven", "Fel i rapporten, rättas.");
		assertThat(this.centre.manager().get("/api/v1/cases").text()).doesNotContain("rättas");
	}

	@Test
	void keepsTheWordsWhenSomebodyElseWasFirst() {
		logIn(this.reviewer, false);
		openCase("G25");
		Client other = this.service.person(Role.REVIEWER);
		other.post("/api/v1/cases/" + this.month.id("G25") + "/acts", "{\"act\":\"assign\"}", "If-Match", "\"1\"");
		in("confirm").findElement(By.cssSelector(REASON)).sendKeys("Så är det.");
		send(in("confirm").findElement(By.cssSelector("button")));
		assertThat(this.browser.find("#problems").getText()).contains("Någon annan har ändrat det här");
		assertThat(in("confirm").findElement(By.cssSelector(REASON)).getText()).isEqualTo("Så är det.");
		send(in("confirm").findElement(By.cssSelector("button")));
		assertThat(this.browser.text()).contains("Ärendets läge: bekräftad");
	}

	@Test
	void confirmsSeveralWithOneReason() {
		logIn(this.reviewer, true);
		this.browser.open("/review?state=proposed&unit=" + this.centre.unit());
		this.browser.find("#reason").sendKeys("Stämmer med registret.");
		send(this.browser.find(".bulk button"));
		assertThat(this.browser.text()).contains("Markera minst ett ärende");
		assertThat(this.browser.find("#reason").getAttribute("value")).isEqualTo("Stämmer med registret.");
		int all = this.browser.all("input[name=case]").size();
		this.browser.all("input[name=case]").forEach(WebElement::click);
		send(this.browser.find(".bulk button"));
		assertThat(this.browser.text()).contains("Bekräftade ärenden: " + all, "Inga ärenden här", "Rensa urvalet");
		this.browser.look("review-work-confirmed");
		assertThat(this.service.jdbc()
			.sql("select distinct state from follow_up_case where unit = ?")
			.param(this.centre.unit())
			.query(String.class)
			.list()).containsExactly("confirmed");
	}

	@Test
	void readsHowACentreStands() {
		logIn(this.reviewer, true);
		this.browser.follow("Hälsocentraler");
		this.browser.type("#text", this.centre.unit());
		send(this.browser.find(".search button"));
		this.browser.look("review-centres");
		this.browser.follow("Provcentralen");
		assertThat(row("G25")).containsExactly("ej uppfyllt");
		assertThat(this.browser.text()).contains("Ärende: att granska", "Inga signaler", "Inga dispenser");
		assertThat(this.browser.find(".matrix-box").getAttribute("tabindex")).isEqualTo("0");
		this.browser.look("review-centre");
		this.browser.follow("Juni 2025");
		assertThat(this.browser.text()).contains("Kvitto: version 1", "Utfallet", "340 av 400");
		this.browser.look("review-report");
		this.browser.driver().navigate().back();
		this.browser.follow("Förbered dialog");
		assertThat(this.browser.text()).contains("Patientgrupper", "kritisk", "utvärdera");
		this.browser.look("review-dialogue");
	}

	@Test
	void talksOverACaseToItsPlan() {
		logIn(this.reviewer, false);
		openCase("G24");
		act("confirm", "");
		act("open-dialogue", "Vi ringer på torsdag.");
		this.browser.driver().findElement(By.xpath("//summary[.='Lägg till åtgärd']")).click();
		this.browser.type("#action-text", "Bemanna telefonen");
		this.browser.type("#action-owner", "Chefen");
		this.browser.find("#action-day").sendKeys("09012025");
		send(this.browser.driver().findElement(By.xpath("//form[contains(@action,'/actions')]//button")));
		assertThat(this.browser.text()).contains("Bemanna telefonen", "överenskommen");
		act("agree", "");
		assertThat(this.browser.text()).contains("Ärendets läge: åtgärdsplan. Nästa steg senast 1 september 2025.");
		this.browser.driver().findElement(By.xpath("//summary[.='Anteckna']")).click();
		this.browser.type("#note", "Bara för oss.");
		send(this.browser.driver().findElement(By.xpath("//form[contains(@action,'/notes')]//button")));
		assertThat(this.browser.text()).contains("Bara för oss.", "bara för regionen");
		assertThat(this.centre.manager().get("/api/v1/cases/" + this.month.id("G24")).text())
			.contains("Bemanna telefonen")
			.doesNotContain("Bara för oss.");
	}

	@Test
	void showsInEnglishToWhoeverChoosesIt() {
		logIn(this.reviewer, true);
		this.browser.follow("In English");
		this.browser.open("/review?unit=" + this.centre.unit());
		assertThat(this.browser.text()).contains("Work list", "To review", "Deviation, yellow");
		this.browser.look("review-work-en");
		this.browser.follow("G25 ");
		assertThat(this.browser.text()).contains("What do you want to do?", "10 working days", "Source:");
		this.browser.look("review-case-en");
		this.browser.open("/review/centres/" + this.centre.unit());
		assertThat(this.browser.text()).contains("Requirements reported every month", "not met");
		this.browser.look("review-centre-en");
	}

	@Test
	void auditorsReadAndDoNothing() {
		this.browser = new Browser(this.service.port(), true);
		this.browser.logIn(this.service.subject(Role.AUDITOR, null));
		this.browser.open("/review?unit=" + this.centre.unit());
		assertThat(this.browser.all("input[name=case]")).isEmpty();
		this.browser.follow("G25 ");
		assertThat(this.browser.text()).contains("Du kan läsa ärendet men inte ändra det.");
		assertThat(this.browser.all("main form")).isEmpty();
		this.browser.look("review-case-auditor");
	}

	private void logIn(String subject, boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts);
		this.browser.logIn(subject);
		assertThat(this.browser.address()).isEqualTo("/review");
	}

	private void openCase(String requirement) {
		this.browser.open("/review/cases/" + this.month.id(requirement));
	}

	/** The form of an act. */
	private WebElement in(String act) {
		return this.browser.driver().findElement(By.xpath("//form[input[@name='act' and @value='" + act + "']]"));
	}

	/** Sends the button's form, and waits for the page that answers. */
	private void send(WebElement button) {
		button.sendKeys(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until(ExpectedConditions.stalenessOf(button));
	}

	/** Does it, opening its form if need be. */
	private void act(String act, String words) {
		WebElement form = in(act);
		if (!form.isDisplayed()) {
			form.findElement(By.xpath("preceding-sibling::summary")).click();
		}
		form.findElement(By.cssSelector(REASON)).sendKeys(words);
		send(form.findElement(By.cssSelector("button")));
	}

	/** The words of a requirement's row in the matrix. */
	private List<String> row(String requirement) {
		return this.browser.driver()
			.findElements(By.xpath("//table[@class='matrix']//tr[th/a[starts-with(., '" + requirement + " ')]]/td"))
			.stream()
			.map(WebElement::getText)
			.toList();
	}

}
