package se.uppdragskollen.web.review;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer makes the work list her own in a real browser: names what she looks for,
 * ticks all at once, and works in it by keys alone.
 */
class WorkListTests {

	private final RunningService service = RunningService.shared();

	private final Centre centre = PoorMonth.of(this.service).centre();

	private final String reviewer = this.service.subject(Role.REVIEWER, null);

	private Browser browser;

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void namesAViewAndOpensTheListWithIt(boolean scripts) {
		logIn(scripts);
		this.browser.open("/review");
		assertThat(this.browser.text()).as("nothing narrowed, nothing to name").doesNotContain("Spara urvalet");
		this.browser.open("/review?state=proposed&unit=" + this.centre.unit());
		this.browser.driver().findElement(By.xpath("//summary[.='Spara urvalet']")).click();
		this.browser.type("#name", "Provcentralens nya");
		this.browser.click("input[name=opens]");
		send(this.browser.find("form[action='/review/views'] button"));
		assertThat(this.browser.text()).contains("Urvalet är sparat.", "Mina sparade urval", "öppnas först");
		assertThat(this.browser.find(".saved-views [aria-current]").getText()).contains("Provcentralens nya");
		this.browser.look("review-work-saved" + (scripts ? "" : "-plain"));
		this.browser.open("/review");
		assertThat(this.browser.address()).isEqualTo("/review?state=proposed&unit=" + this.centre.unit());
		this.browser.follow("Alla öppna");
		assertThat(this.browser.address()).isEqualTo("/review?state=open");
		this.browser.follow("Ändra sparade urval");
		this.browser.look("review-views" + (scripts ? "" : "-plain"));
		send(this.browser.driver().findElement(By.xpath("//button[.='Öppna inte listan med det']")));
		assertThat(this.browser.text()).contains("öppnas nu med alla öppna ärenden");
		this.browser.open("/review");
		assertThat(this.browser.address()).isEqualTo("/review");
		assertThat(acts()).containsExactly("work-view-saved", "work-view-opens-not");
	}

	@Test
	void renamesAndRemovesAViewAndTellsWhatIsWrong() {
		logIn(false);
		name("state=proposed", "Att granska hos oss");
		name("mine=1", "Mina egna");
		this.browser.open("/review?overdue=1");
		this.browser.driver().findElement(By.xpath("//summary[.='Spara urvalet']")).click();
		this.browser.type("#name", "mina EGNA");
		send(this.browser.find("form[action='/review/views'] button"));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems a").getText()).contains("Du har redan ett sparat urval som heter så");
		assertThat(this.browser.find("#name").getAttribute("value")).isEqualTo("mina EGNA");
		assertThat(this.browser.find("#name").getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(this.browser.find("input[name=overdue]").isSelected()).as("the same list").isTrue();
		this.browser.look("review-work-name-taken");
		this.browser.open("/review/views");
		this.browser.all("summary").get(0).click();
		WebElement name = this.browser.all("input[name=name]").get(0);
		name.clear();
		name.sendKeys("Mina egna");
		send(name.findElement(By.xpath("ancestor::form//button")));
		assertThat(this.browser.find("#problems").getText()).contains("Du har redan ett sparat urval som heter så");
		name = this.browser.find("input[name=name][aria-invalid]");
		assertThat(this.browser.find("#problems a").getAttribute("href")).endsWith("#" + name.getAttribute("id"));
		this.browser.look("review-views-wrong");
		name.clear();
		name.sendKeys("Allt nytt");
		send(name.findElement(By.xpath("ancestor::form//button")));
		assertThat(this.browser.text()).contains("sitt nya namn", "Allt nytt").doesNotContain("Att granska hos oss");
		send(this.browser.driver().findElement(By.xpath("//button[@aria-label='Ta bort: Allt nytt']")));
		assertThat(this.browser.text()).contains("Urvalet är borttaget").doesNotContain("Allt nytt");
		send(this.browser.driver().findElement(By.xpath("//button[@aria-label='Ta bort: Mina egna']")));
		assertThat(this.browser.text()).contains("Du har inga sparade urval");
	}

	@Test
	void keepsEverybodysViewsApart() {
		logIn(false);
		name("state=proposed", "Bara mina");
		long id = this.service.jdbc()
			.sql("select max(id) from work_view where name = 'Bara mina'")
			.query(Long.class)
			.single();
		this.browser.logIn(this.service.subject(Role.REVIEWER, null));
		assertThat(this.browser.text()).doesNotContain("Bara mina");
		assertThat(this.service.person(Role.REVIEWER).post("/review/views/" + id + "/removal", "").status())
			.isEqualTo(404);
		assertThat(this.service.person(Role.REVIEWER).post("/review/views/" + id + "/opening?opens=true", "").status())
			.isEqualTo(404);
	}

	@Test
	void doesNotLockOutWhoseViewAsksForWhatIsNoMore() {
		logIn(false);
		name("state=proposed", "Gammal");
		this.service.jdbc()
			.sql("update work_view set fields = '{\"state\":\"long-gone\"}', opens = true where name = 'Gammal'")
			.update();
		this.browser.open("/review");
		assertThat(this.browser.address()).isEqualTo("/review");
		assertThat(this.browser.text()).contains("Arbetslista", "Gammal");
		this.service.jdbc().sql("delete from work_view where name = 'Gammal'").update();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void ticksAllAndTellsHowManyItConfirms(boolean scripts) {
		logIn(scripts);
		this.browser.open("/review?state=proposed&unit=" + this.centre.unit());
		int all = this.browser.all("input[name=case]").size();
		assertThat(all).isGreaterThan(1);
		assertThat(this.browser.find(".bulk button").getText()).isEqualTo("Bekräfta markerade");
		this.browser.find("[data-tick=all]").click();
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(10))
			.until((driver) -> this.browser.text().contains(all + " av " + all + " markerade"));
		assertThat(this.browser.all("input[name=case]:checked")).hasSize(all);
		assertThat(this.browser.find(".bulk button").getText()).isEqualTo("Bekräfta " + all + " markerade");
		assertThat(this.browser.address().contains("tick=all")).isEqualTo(!scripts);
		this.browser.look("review-work-ticked" + (scripts ? "" : "-plain"));
		this.browser.find("[data-tick=none]").click();
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(10))
			.until((driver) -> this.browser.all("input[name=case]:checked").isEmpty());
		assertThat(this.browser.find(".bulk button").getText()).isEqualTo("Bekräfta markerade");
		this.browser.find("[data-tick=all]").click();
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(10))
			.until((driver) -> this.browser.all("input[name=case]:checked").size() == all);
		this.browser.find("#reason").sendKeys("Stämmer med registret.");
		send(this.browser.find(".bulk button"));
		assertThat(this.browser.text()).contains("Bekräftade ärenden: " + all);
	}

	@Test
	void tellsHowManyAndCallsStatesAsTheChipsDo() {
		logIn(false);
		this.browser.open("/review?unit=" + this.centre.unit());
		int all = this.browser.all(".work tbody tr").size();
		assertThat(this.browser.find(".hits").getText()).startsWith(all + " ärenden")
			.contains("Det som har en sista dag står först");
		assertThat(this.browser.find(".work [data-label=Läge] span").getText()).isEqualTo("Att granska");
		List<String> chips = this.browser.all(".views a span:first-child").stream().map(WebElement::getText).toList();
		assertThat(this.browser.all("#state option").stream().map((one) -> one.getDomProperty("text")).toList())
			.containsAll(chips.subList(1, 8));
		this.browser.open("/review?requirement=G25&unit=" + this.centre.unit());
		assertThat(this.browser.find(".hits").getText()).startsWith("1 ärende ");
	}

	@Test
	void worksInTheListByKeysAlone() {
		logIn(true);
		this.browser.open("/review?state=proposed&unit=" + this.centre.unit());
		List<String> links = this.browser.all(".work tbody th a").stream().map(WebElement::getText).toList();
		press("j");
		assertThat(focused().getText()).isEqualTo(links.get(0));
		press("j");
		assertThat(focused().getText()).isEqualTo(links.get(1));
		press("k");
		assertThat(focused().getText()).isEqualTo(links.get(0));
		press(Keys.ARROW_DOWN);
		assertThat(focused().getText()).isEqualTo(links.get(1));
		press("x");
		assertThat(this.browser.all("input[name=case]").get(1).isSelected()).isTrue();
		assertThat(this.browser.text()).contains("1 av " + links.size() + " markerade", "Bekräfta 1 markerade");
		press("?");
		assertThat(this.browser.text()).contains("nästa ärende", "Stäng av kortkommandon");
		this.browser.look("review-work-keys");
		press("j");
		String first = focused().getText();
		press(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until((driver) -> this.browser.address().startsWith("/review/cases/"));
		assertThat(this.browser.text()).contains(first);
	}

	@Test
	void keysStealNothingFromFieldsAndCanBeTurnedOff() {
		logIn(true);
		this.browser.open("/review?state=proposed&unit=" + this.centre.unit());
		this.browser.find("#reason").sendKeys("jkx? ja");
		assertThat(this.browser.find("#reason").getAttribute("value")).isEqualTo("jkx? ja");
		assertThat(this.browser.all("input[name=case]:checked")).isEmpty();
		this.browser.click(".keys summary");
		this.browser.find("[data-keys-switch]").sendKeys(Keys.ENTER);
		assertThat(this.browser.text()).contains("avstängda", "Slå på kortkommandon");
		press("j");
		assertThat(focused().getTagName()).isEqualTo("button");
		this.browser.driver().navigate().refresh();
		press("j");
		assertThat(focused().getTagName()).as("remembered").isEqualTo("body");
		this.browser.click(".keys summary");
		this.browser.find("[data-keys-switch]").sendKeys(Keys.ENTER);
		press("j");
		assertThat(focused().getTagName()).isEqualTo("a");
		new Actions(this.browser.driver()).keyDown(Keys.ALT).sendKeys("x").keyUp(Keys.ALT).perform();
		assertThat(this.browser.all("input[name=case]:checked")).isEmpty();
	}

	private void logIn(boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts);
		this.browser.logIn(this.reviewer);
	}

	private void name(String filter, String name) {
		this.browser.open("/review?" + filter);
		this.browser.driver().findElement(By.xpath("//summary[.='Spara urvalet']")).click();
		this.browser.type("#name", name);
		send(this.browser.find("form[action='/review/views'] button"));
	}

	/** Sends the button's form, and waits for the page that answers. */
	private void send(WebElement button) {
		button.sendKeys(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until(ExpectedConditions.stalenessOf(button));
	}

	/** Presses a key, wherever the focus is. */
	private void press(CharSequence key) {
		new Actions(this.browser.driver()).sendKeys(key).perform();
	}

	private WebElement focused() {
		return Objects.requireNonNull(this.browser.driver().switchTo().activeElement());
	}

	/** What the log tells of this reviewer's views. */
	private List<String> acts() {
		return this.service.jdbc().sql("""
				select e.act from audit_event e join person p on e.actor = 'person:' || p.id
				where p.subject = ? and e.act like 'work-view%' order by e.seq
				""").param(this.reviewer).query(String.class).list();
	}

}
