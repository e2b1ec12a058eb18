package se.uppdragskollen.web.review;

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
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer prepares a dialogue in a real browser: reads the signals both ways, writes
 * notes that the centre never sees, and adds what is agreed.
 */
class DialogueDeskTests {

	private final RunningService service = RunningService.shared();

	private final Centre centre = PoorMonth.of(this.service).centre();

	private final String page = "/review/centres/" + this.centre.unit() + "/dialogue";

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
	void writesNotesForHerselfAndForTheRegion(boolean scripts) {
		logIn(scripts);
		this.browser.open(this.page);
		assertThat(this.browser.text()).contains("läser aldrig det som står här", "Inga anteckningar än");
		this.browser.type("#note-text", "Ring 19121212-1212");
		this.browser.click("input[value=region]");
		send(this.browser.find("form[action$='/notes'] button"));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems a").getAttribute("href")).endsWith("#note-text");
		assertThat(this.browser.find("input[value=region]").isSelected()).as("kept").isTrue();
		this.browser.type("#note-text", "Fråga om bemanningen i juni.");
		send(this.browser.find("form[action$='/notes'] button"));
		assertThat(this.browser.text()).contains("Anteckningen är sparad", "Fråga om bemanningen", "Regionen läser");
		this.browser.type("#note-text", "Min egen tanke.");
		send(this.browser.find("form[action$='/notes'] button"));
		assertThat(this.browser.text()).contains("Min egen tanke.", "Bara du läser");
		this.browser.look("review-dialogue-notes" + (scripts ? "" : "-plain"));
		send(this.browser.all("form[action$='/removal'] button").get(0));
		assertThat(this.browser.text()).contains("Anteckningen är borttagen").doesNotContain("Min egen tanke.");
	}

	@Test
	void showsNotesToNobodyElse() {
		Client own = this.service.client(this.reviewer);
		own.post(this.page + "/notes?text=Bara+min&readers=own", "");
		own.post(this.page + "/notes?text=Till+regionen&readers=region", "");
		Client other = this.service.person(Role.REVIEWER);
		assertThat(own.get(this.page, "Accept", "text/html").text()).contains("Bara min", "Till regionen");
		assertThat(other.get(this.page, "Accept", "text/html").text()).contains("Till regionen")
			.doesNotContain("Bara min");
		long note = this.service.jdbc()
			.sql("select id from dialogue_note where unit = ? and shared")
			.param(this.centre.unit())
			.query(Long.class)
			.single();
		assertThat(other.post(this.page + "/notes/" + note + "/removal", "").status()).isEqualTo(404);
		assertThat(this.centre.manager().get(this.page, "Accept", "text/html").status()).isEqualTo(403);
		Client both = this.service.person(Role.REVIEWER);
		this.service.grant(both.get("/api/v1/me").json().path("person").asLong(), Role.REPORTER, this.centre.unit());
		assertThat(both.get(this.page, "Accept", "text/html").text()).as("belongs to the centre")
			.doesNotContain("Till regionen");
		assertThat(both.post(this.page + "/notes?text=x", "").status()).isEqualTo(403);
	}

	@Test
	void readsSignalsBothWaysAndAddsWhatIsAgreed() {
		Client staff = this.service.client(this.reviewer);
		String signal = "\"assignment\":\"kalmar-halsoval\",\"counterpart\":\"municipality\",\"date\":\"2025-07-01\",";
		staff.post("/api/v1/signals", "{" + signal + "\"unit\":\"" + this.centre.unit()
				+ "\",\"flag\":\"red\",\"text\":\"Når ingen läkare.\"}");
		this.centre.manager()
			.post("/api/v1/units/" + this.centre.unit() + "/signals",
					"{" + signal + "\"flag\":\"green\",\"text\":\"Det går fint.\"}");
		logIn(true);
		this.browser.open(this.page);
		assertThat(this.browser.text()).contains("Motparter om enheten", "Når ingen läkare.", "Enheten om motparter",
				"Det går fint.", "Inga åtgärder är föreslagna", "Bekräfta ett ärende först");
		long id = this.service.jdbc()
			.sql("select id from follow_up_case where unit = ? and requirement = 'G24'")
			.param(this.centre.unit())
			.query(Long.class)
			.single();
		staff.post("/api/v1/cases/" + id + "/acts", "{\"act\":\"confirm\"}", "If-Match", "\"1\"");
		this.browser.open(this.page);
		this.browser.driver().findElement(By.xpath("//summary[.='Lägg till en åtgärd']")).click();
		new Select(this.browser.find("#action-case")).selectByValue(String.valueOf(id));
		this.browser.type("#action-text", "Bemanna telefonen på morgonen");
		this.browser.type("#action-owner", "Chefen");
		this.browser.find("#action-day").sendKeys("01012020");
		send(this.browser.find("form[action$='/dialogue/actions'] button"));
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems").getText()).contains("Till vilken dag: ");
		assertThat(this.browser.find("#action-day").getAttribute("aria-invalid")).isEqualTo("true");
		assertThat(this.browser.find("#action-owner").getAttribute("value")).isEqualTo("Chefen");
		this.browser.look("review-dialogue-wrong");
		this.browser.find("#action-day").sendKeys("09012025");
		send(this.browser.find("form[action$='/dialogue/actions'] button"));
		assertThat(this.browser.text()).contains("Åtgärden är tillagd", "Bemanna telefonen på morgonen", "Chefen",
				"1 september 2025", "Överenskommen");
		this.browser.look("review-dialogue-agreed");
		assertThat(this.centre.manager().get("/api/v1/cases/" + id).text()).contains("Bemanna telefonen på morgonen");
		this.browser.follow("In English");
		assertThat(this.browser.text()).contains("Counterparts of the centre", "Notes before the dialogue", "Agreed");
		this.browser.look("review-dialogue-en");
	}

	private void logIn(boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts);
		this.browser.logIn(this.reviewer);
	}

	/** Sends the button's form, and waits for the page that answers. */
	private void send(WebElement button) {
		button.sendKeys(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until(ExpectedConditions.stalenessOf(button));
	}

}
