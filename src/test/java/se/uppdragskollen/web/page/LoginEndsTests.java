package se.uppdragskollen.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A login that ends takes nothing of what was typed with it, tells what has happened, and
 * shows nobody else what it was.
 */
class LoginEndsTests {

	private static final String WORDS = "Vi har anställt en till.\n<b>Från</b> & med \"maj\".";

	private static final String FIELD = "#answer-text";

	private final RunningService demo = RunningService.demo();

	private Browser browser;

	private Language language = Language.SV;

	@AfterEach
	void close() {
		this.browser.close();
	}

	@ParameterizedTest
	@CsvSource({ "sv,true", "sv,false", "en,true", "en,false" })
	void showsBackWhatWasTypedAndLeadsBack(String code, boolean scripts) {
		this.language = Language.ofCode(code).orElseThrow();
		String page = openACase(scripts);
		this.browser.type(FIELD, WORDS);
		endLogin();
		this.browser.click(".sign-box button");
		assertThat(this.browser.title()).startsWith(say("lost.title-ended"));
		assertThat(this.browser.text())
			.contains(say("lost.detail-ended"), scripts ? say("lost.kept") : say("lost.copy"))
			.doesNotContain("Authorization", scripts ? say("lost.copy") : say("lost.kept"));
		List<WebElement> shown = this.browser.all("main textarea, main input");
		assertThat(shown.stream().map((one) -> one.getDomProperty("value"))).containsExactly(WORDS);
		assertThat(shown.get(0).getDomAttribute("readonly")).isNotNull();
		this.browser.look("login-ended-" + code + (scripts ? "" : "-plain"));
		this.browser.click("main a.ds-button");
		assertThat(this.browser.address()).isEqualTo("/login");
		logInHere(head());
		assertThat(this.browser.address()).isEqualTo(page);
		assertThat(typed(FIELD)).isEqualTo(scripts ? WORDS : "");
		assertThat(this.browser.text().contains(say("page.typed-back"))).isEqualTo(scripts);
		this.browser.look("login-again-" + code + (scripts ? "" : "-plain"));
	}

	@Test
	void isDoneWithWhatWasSent() {
		openACase(true);
		this.browser.type(FIELD, WORDS);
		endLogin();
		this.browser.click(".sign-box button").click("main a.ds-button");
		logInHere(head());
		this.browser.click(".sign-box > button");
		assertThat(this.browser.text()).contains("<b>Från</b> & med");
		assertThat(kept()).isNull();
	}

	@Test
	void showsSomebodyElseInTheSameTabNothing() {
		String page = openACase(true);
		this.browser.type(FIELD, WORDS);
		endLogin();
		this.browser.click(".sign-box button");
		assertThat(kept()).contains("anställt");
		this.browser.open("/login");
		logInHere("greta");
		assertThat(kept()).isNull();
		endLogin();
		this.browser.open(page);
		logInHere(head());
		assertThat(typed(FIELD)).isEmpty();
	}

	@Test
	void forgetsWhatWasTypedWithTheLogoutOrWhenAsked() {
		String page = openACase(true);
		this.browser.type(FIELD, WORDS).open("/settings").open(page);
		assertThat(typed(FIELD)).isEqualTo(WORDS);
		this.browser.find(".typed-back button").click();
		assertThat(typed(FIELD)).isEmpty();
		assertThat(kept()).isNull();
		this.browser.type(FIELD, WORDS);
		assertThat(kept()).isNotNull();
		this.browser.click("form[action='/logout'] button");
		assertThat(kept()).isNull();
	}

	@Test
	void leavesAloneWhatSomebodyElseHasWrittenMeanwhile() {
		openAs("bodil", true);
		String unit = this.demo.jdbc()
			.sql("select id from unit where closed is null order by id limit 1")
			.query(String.class)
			.single();
		this.browser.open("/region/centres/" + unit + "/edit");
		String before = typed("#name");
		this.browser.type("#name", before + " mitt");
		this.browser.driver()
			.executeScript("sessionStorage.typed = sessionStorage.typed.replaceAll(arguments[0] + '\"', 'Äldre\"')",
					before);
		this.browser.driver().navigate().refresh();
		assertThat(typed("#name")).isEqualTo(before);
	}

	@Test
	void tellsThatTheLoginEndedWhereDraftsAreSavedAndSavesAfterTheNext() {
		openADraft(true);
		this.browser.type("#value-calls_incoming", "1234");
		awaitSaved(say("chapter.saved", "").substring(0, 6));
		endLogin();
		this.browser.type("#value-calls_incoming", "1235");
		awaitSaved(say("chapter.ended"));
		this.browser.look("login-ended-draft");
		String tab = this.browser.driver().getWindowHandle();
		assertThat(this.browser.find("[data-live=saved] a").getDomAttribute("target")).isEqualTo("_blank");
		this.browser.driver().switchTo().newWindow(WindowType.TAB);
		this.browser.open("/login");
		logInHere("vera");
		this.browser.driver().switchTo().window(tab);
		this.browser.type("#value-calls_answered_same_day", "1200");
		awaitSaved(say("chapter.saved", "").substring(0, 6));
		this.browser.driver().navigate().refresh();
		assertThat(typed("#value-calls_incoming")).isEqualTo("1235");
		assertThat(typed("#value-calls_answered_same_day")).isEqualTo("1200");
	}

	@Test
	void putsBackWhatADraftWasNotSavedWith() {
		openADraft(true);
		String page = this.browser.address();
		this.browser.type("#value-calls_incoming", "4321");
		awaitSaved(say("chapter.saved", "").substring(0, 6));
		endLogin();
		this.browser.type("#value-calls_incoming", "4322").click("button[value=back]").click("main a.ds-button");
		logInHere("vera");
		assertThat(this.browser.address()).isEqualTo(page);
		assertThat(typed("#value-calls_incoming")).isEqualTo("4322");
		awaitSaved(say("chapter.saved", "").substring(0, 6));
		assertThat(kept()).isNull();
	}

	@Test
	void showsAReportsAnswersByTheirQuestions() {
		openADraft(false);
		this.browser.type("#value-calls_incoming", "777");
		endLogin();
		this.browser.click("button[value=stay]");
		assertThat(this.browser.all("main label").stream().map(WebElement::getText))
			.contains("Inkomna samtal under öppettid")
			.noneMatch((label) -> label.contains("_"));
		assertThat(this.browser.all("main textarea").stream().map((one) -> one.getDomProperty("value")))
			.contains("777");
		this.browser.look("login-ended-report");
	}

	/** The page is of an earlier login of the same person. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void losesNothingOfAPageThatIsOlderThanTheLogin(boolean scripts) {
		String page = openACase(scripts);
		this.browser.type(FIELD, WORDS);
		endLogin();
		String tab = this.browser.driver().getWindowHandle();
		this.browser.driver().switchTo().newWindow(WindowType.TAB);
		this.browser.open("/login");
		logInHere(head());
		this.browser.driver().switchTo().window(tab);
		this.browser.click(".sign-box button");
		assertThat(this.browser.text()).contains(say("lost.title-stale"), say("lost.detail-stale"));
		assertThat(typed("main textarea")).isEqualTo(WORDS);
		this.browser.click("main a.ds-button");
		assertThat(this.browser.address()).isEqualTo(page);
		assertThat(typed(FIELD)).isEqualTo(scripts ? WORDS : "");
	}

	/** In Swedish and English, by what the page has. */
	@Test
	void saysBeforeItEndsWhatBecomesOfWhatWasTyped() {
		try (RunningService brief = this.demo.another(Map.of("spring.session.timeout", "3m"))) {
			this.browser = new Browser(brief.port(), true);
			this.browser.logIn("vera").open("/settings");
			assertThat(warning()).contains(say("page.session-soon"))
				.doesNotContain(say("page.session-saved"), say("page.session-typed"));
			this.browser.open(draft());
			assertThat(warning()).contains(say("page.session-saved")).doesNotContain(say("page.session-typed"));
			this.browser.open("/centre/" + unit() + "/signals");
			assertThat(warning()).contains(say("page.session-typed")).doesNotContain(say("page.session-saved"));
			endLogin();
			this.browser.find("[data-timeout] button").click();
			new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20))
				.until((driver) -> this.browser.find("[data-over]").isDisplayed());
			this.browser.look("login-over");
			assertThat(this.browser.find("[data-timeout]").getText()).contains(say("page.session-over"))
				.doesNotContain(say("page.session-soon"));
		}
	}

	private String warning() {
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20))
			.until((driver) -> this.browser.find("[data-timeout]").isDisplayed());
		return this.browser.find("[data-timeout]").getText();
	}

	/** Opens a case that waits for an answer, and gives the page's address. */
	private String openACase(boolean scripts) {
		openAs(head(), scripts);
		String page = this.demo.jdbc()
			.sql("""
					select '/centre/' || c.unit || '/cases/' || c.id from follow_up_case c
					join person_role r on r.unit = c.unit and r.role = 'manager' join person p on p.id = r.person
					where c.state = 'confirmed' and p.subject = ? order by c.id limit 1""")
			.param(head())
			.query(String.class)
			.single();
		this.browser.open(page);
		return page;
	}

	private String head() {
		return this.demo.jdbc().sql("""
				select p.subject from follow_up_case c join person_role r on r.unit = c.unit and r.role = 'manager'
				join person p on p.id = r.person where c.state = 'confirmed' and p.subject like 'chef-%'
				order by c.id desc limit 1""").query(String.class).single();
	}

	private void openADraft(boolean scripts) {
		this.demo.client("vera").post("/api/v1/units/" + unit() + "/reports/kalmar-halsoval/2025-06/draft", "");
		openAs("vera", scripts);
		this.browser.open(draft());
	}

	private String draft() {
		return "/centre/" + unit() + "/reports/kalmar-halsoval/2025-06/chapters/accessibility";
	}

	private String unit() {
		return this.demo.jdbc()
			.sql("select r.unit from person_role r join person p on p.id = r.person where p.subject = 'vera'")
			.query(String.class)
			.single();
	}

	private void openAs(String subject, boolean scripts) {
		this.browser = new Browser(this.demo.port(), scripts);
		this.browser.logIn(subject);
		this.browser.driver().manage().addCookie(new Cookie("language", this.language.code()));
	}

	/** By the login's page, with what the browser knows. */
	private void logInHere(String subject) {
		if (this.browser.all("button[name=person][value='" + subject + "']").isEmpty()) {
			new Select(this.browser.find("#person")).selectByValue(subject);
			this.browser.click("form:has(#person) button");
		}
		else {
			this.browser.click("button[name=person][value='" + subject + "']");
		}
	}

	/** As time does. */
	private void endLogin() {
		String subject = Objects.requireNonNull(this.browser.driver().manage().getCookieNamed("__Host-session"))
			.getValue();
		int ended = this.demo.jdbc()
			.sql("delete from spring_session where session_id = convert_from(decode(?, 'base64'), 'UTF8')")
			.param(subject)
			.update();
		assertThat(ended).isEqualTo(1);
	}

	private String typed(String css) {
		return Objects.requireNonNull(this.browser.find(css).getDomProperty("value"));
	}

	private String kept() {
		Object kept = this.browser.driver().executeScript("return sessionStorage.getItem('typed')");
		return (kept == null) ? null : kept.toString();
	}

	private void awaitSaved(String words) {
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20))
			.until((driver) -> this.browser.find("[data-live=saved]").getText().startsWith(words));
	}

	private String say(String key, Object... holes) {
		return Messages.text(this.language, key, holes);
	}

}
