package se.uppdragskollen.web.review;

import java.time.Duration;
import java.util.List;

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
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer sees to signals in a real browser, notes new ones and invites counterparts,
 * who answer without a login.
 */
class SignalDeskTests {

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private final String page = "/review/centres/" + this.unit + "/signals";

	private Browser browser;

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void seesToASignalThatACentreGave(boolean scripts) {
		give("red", "Sjukhuset skickar ingen epikris.");
		logIn(Role.REVIEWER, scripts);
		this.browser.follow("Signaler");
		assertThat(this.browser.text()).contains("Sjukhuset skickar ingen epikris.");
		this.browser.look("review-signals-all" + (scripts ? "" : "-plain"));
		this.browser.click("main li a[href*='" + this.unit + "/signals#']");
		assertThat(this.browser.text()).contains("Ingen har tagit hand om den än", "Sjukhuset skickar ingen epikris.");
		this.browser.all("main details summary").get(0).click();
		WebElement words = this.browser.find("textarea[id^=mark-]");
		words.sendKeys("Patienten 19121212-1212 ringde");
		send(button(words));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems a").getAttribute("href"))
			.endsWith("#" + this.browser.find("textarea[id^=mark-]").getAttribute("id"));
		assertThat(this.browser.find("textarea[id^=mark-]").getAttribute("value")).contains("ringde");
		this.browser.look("review-signals-wrong" + (scripts ? "" : "-plain"));
		words = this.browser.find("textarea[id^=mark-]");
		words.clear();
		words.sendKeys("Tog upp det med sjukhusets samordnare.");
		send(button(words));
		assertThat(this.browser.text()).contains("Signalen är omhändertagen", "Omhändertagen:",
				"Tog upp det med sjukhusets samordnare.", "Berätta mer");
		this.browser.look("review-signals" + (scripts ? "" : "-plain"));
		this.browser.open("/review/signals");
		assertThat(this.browser.text()).doesNotContain(this.unit.substring(13));
		this.browser.open("/review/signals?show=all");
		assertThat(this.browser.text()).contains("Tog upp det med sjukhusets samordnare.");
		this.browser.logIn(this.service.subject(Role.MANAGER, this.unit));
		this.browser.open("/centre/" + this.unit + "/signals");
		assertThat(this.browser.text()).as("the centre reads it").contains("Tog upp det med sjukhusets samordnare.");
		this.browser.look("centre-signals-marked");
	}

	@Test
	void notesWhatACounterpartSays() {
		logIn(Role.REVIEWER, false);
		this.browser.open(this.page);
		this.browser.click("#note-counterpart input[value=hospital]");
		this.browser.type("#note-organisation", "Provsjukhuset");
		this.browser.click("#note-flag input[value=yellow]");
		new Select(this.browser.find("#note-requirement")).selectByValue("U11");
		this.browser.type("#note-text", "Remisserna kommer sent.");
		this.browser.find("#note-date").sendKeys("09092025");
		send(button(this.browser.find("#note-text")));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#note-date").getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(this.browser.find("#note-flag input[value=yellow]").isSelected()).isTrue();
		assertThat(this.browser.find("#invite-organisation").getAttribute("value")).as("the other form").isEmpty();
		this.browser.look("review-signals-note-wrong");
		this.browser.find("#note-date").sendKeys("07012025");
		send(button(this.browser.find("#note-text")));
		assertThat(this.browser.text()).contains("Signalen är antecknad", "Från sjukhuset om enheten", "Provsjukhuset",
				"U11", "Remisserna kommer sent.", "1 juli 2025");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void invitesACounterpartWhoAnswersOnceWithoutALogin(boolean scripts) {
		logIn(Role.REVIEWER, scripts);
		this.browser.open(this.page);
		this.browser.click("#invite-counterpart input[value=municipality]");
		this.browser.type("#invite-organisation", "Provkommunens hemsjukvård");
		new Select(this.browser.find("#invite-requirement")).selectByValue("U11");
		send(button(this.browser.find("#invite-organisation")));
		assertThat(this.browser.text()).contains("Länken är klar", "Provkommunens hemsjukvård",
				"Av säkerhetsskäl visas den bara", "7 augusti 2025");
		String link = String.valueOf(this.browser.find("#link").getAttribute("value"));
		assertThat(link).matches("http://localhost:\\d+/signal/[\\w-]{43}");
		assertThat(this.browser.find("a[href^='mailto:']").getAttribute("href")).contains(link.replaceAll(".*/", ""));
		this.browser.look("review-invited" + (scripts ? "" : "-plain"));
		this.browser.open(this.page);
		assertThat(this.browser.find("table").getText()).contains("Provkommunens hemsjukvård", "Öppen");
		assertThat(this.browser.driver().getPageSource()).as("shown once").doesNotContain(link.replaceAll(".*/", ""));
		this.browser.driver().manage().deleteAllCookies();
		String path = link.replaceFirst("http://localhost:\\d+", "");
		this.browser.open(path);
		assertThat(this.browser.text()).contains("Hur går samarbetet med Provcentralen", "Provkommunens hemsjukvård");
		this.browser.look("signal-answer" + (scripts ? "" : "-plain"));
		this.browser.click("input[value=red]");
		this.browser.type("#text", "Ring 19121212-1212");
		send(this.browser.find("main button"));
		assertThat(this.browser.title()).startsWith("Fel: ");
		this.browser.look("signal-answer-wrong" + (scripts ? "" : "-plain"));
		this.browser.type("#text", "Vi når ingen läkare när det brådskar.");
		send(this.browser.find("main button"));
		assertThat(this.browser.text()).contains("Tack för ditt svar", "Vi når ingen läkare när det brådskar.");
		this.browser.look("signal-thanks" + (scripts ? "" : "-plain"));
		this.browser.open(path);
		assertThat(this.browser.text()).contains("Länken kan inte användas längre");
		this.browser.logIn(this.service.subject(Role.REVIEWER, null));
		this.browser.open(this.page);
		assertThat(this.browser.text()).contains("Vi når ingen läkare när det brådskar.", "Besvarad",
				"Ingen har tagit hand om den än");
	}

	@Test
	void makesNoSessionForWhoeverOpensALink() {
		Answer answer = this.service.anonymous().get("/signal/no-such-link", "Accept", "text/html");
		assertThat(List.of(answer.status(), answer.header("Set-Cookie"))).isEqualTo(List.of(404, ""));
	}

	@Test
	void revokesAnInvitation() {
		logIn(Role.COMMISSIONER, false);
		this.browser.open(this.page);
		this.browser.click("#invite-counterpart input[value=psychiatry]");
		this.browser.type("#invite-organisation", "Provpsykiatrin");
		send(button(this.browser.find("#invite-organisation")));
		String link = String.valueOf(this.browser.find("#link").getAttribute("value"));
		this.browser.follow("Till enhetens signaler");
		send(this.browser.driver().findElement(By.xpath("//button[.='Återkalla']")));
		assertThat(this.browser.text()).contains("Länken är återkallad", "Återkallad");
		this.browser.driver().manage().deleteAllCookies();
		this.browser.open(link.replaceFirst("http://localhost:\\d+", ""));
		assertThat(this.browser.text()).contains("Länken kan inte användas längre");
		this.browser.open("/signal/no-such-link");
		assertThat(this.browser.text()).contains("Länken finns inte");
	}

	@Test
	void marksOnlySignalsOfTheCentreThatTheAddressNames() {
		give("yellow", "Gult här.");
		long id = this.service.jdbc()
			.sql("select id from signal where unit = ?")
			.param(this.unit)
			.query(Long.class)
			.single();
		String other = this.service.unit();
		assertThat(this.service.person(Role.REVIEWER)
			.post("/review/centres/" + other + "/signals/" + id + "/marks?text=x", "")
			.status()).isEqualTo(404);
		assertThat(this.service.person(Role.AUDITOR).post(this.page + "/" + id + "/marks?text=x", "").status())
			.isEqualTo(403);
		assertThat(this.service.jdbc()
			.sql("select count(*) from signal_mark where signal = ?")
			.param(id)
			.query(Integer.class)
			.single()).isZero();
		logIn(Role.AUDITOR, false);
		this.browser.open(this.page);
		assertThat(this.browser.text()).contains("Gult här.");
		assertThat(this.browser.all("main form")).isEmpty();
	}

	@Test
	void speaksEnglishToWhoeverChoosesIt() {
		give("red", "Sjukhuset skickar ingen epikris.");
		logIn(Role.REVIEWER, true);
		this.browser.follow("In English");
		this.browser.open(this.page);
		assertThat(this.browser.text()).contains("Nobody has seen to it yet", "Invite a counterpart", "Note a signal");
		this.browser.look("review-signals-en");
		this.browser.open("/review/signals");
		this.browser.look("review-signals-all-en");
	}

	private void logIn(Role role, boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts);
		this.browser.logIn(this.service.subject(role, null));
		if (role != Role.REVIEWER) {
			this.browser.open("/review");
		}
	}

	private void give(String flag, String text) {
		this.service.person(Role.REPORTER, this.unit)
			.post("/api/v1/units/" + this.unit + "/signals",
					"{\"assignment\":\"kalmar-halsoval\",\"counterpart\":\"hospital\",\"flag\":\"" + flag
							+ "\",\"text\":\"" + text + "\",\"date\":\"2025-07-07\"}");
	}

	private static WebElement button(WebElement field) {
		return field.findElement(By.xpath("ancestor::form//button"));
	}

	/** Sends the button's form, and waits for the page that answers. */
	private void send(WebElement button) {
		button.sendKeys(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until(ExpectedConditions.stalenessOf(button));
	}

}
