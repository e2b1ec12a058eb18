package se.uppdragskollen.web.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
 * A centre and its reviewer see in a real browser how it has gone.
 */
class HistoryPagesTests {

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void centreFollowsARequirementFromItsStartPage(boolean scripts) {
		handIn();
		try (Browser browser = new Browser(this.service.port(), scripts)) {
			browser.logIn(this.service.subject(Role.MANAGER, this.centre.unit()));
			browser.follow("Historik");
			assertThat(browser.text()).contains("G24 Telefonkontakt samma dag", "60 %", "för få");
			browser.look("history");
			browser.follow("G24");
			assertThat(browser.text()).contains("ej uppfyllt", "i juni 2025",
					"Lägst var 60 % i juni 2025 och högst 96 %", "Kravets gräns är nu minst 95 %.",
					"Perioder utan värde: 4.", "Ingen median visas: färre än 5 jämförbara");
			List<WebElement> charts = browser.all(".for-wide svg.course");
			assertThat(charts).hasSize(1);
			assertThat(charts.get(0).isDisplayed()).isTrue();
			assertThat(charts.get(0).getAccessibleName()).startsWith("Andel besvarade samma dag");
			assertThat(browser.all(".for-wide .course-own-mark")).as("one for each value, none for what is missing")
				.hasSize(3);
			assertThat(browser.all(".for-wide .course-gap")).hasSize(1);
			browser.look("history-requirement");
			browser.open("/centre/" + this.centre.unit() + "/history/kalmar-halsoval/numbers/calls_incoming");
			assertThat(browser.text()).contains("Inkomna samtal under öppettid", "1000", "ingen rapport");
			browser.look("history-number");
		}
	}

	@Test
	void goesOnOverTheChangeOfEditions() {
		handIn();
		Answer page = this.centre.manager()
			.get("/centre/" + this.centre.unit() + "/history/kalmar-halsoval/requirements/G24", "Cookie",
					"language=sv");
		assertThat(page.text()).contains("December 2024", "Januari 2025", "Juni 2025");
		assertThat(this.service.jdbc()
			.sql("select count(distinct edition) from result where unit = ?")
			.param(this.centre.unit())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void reviewerSeesTrendPeersAndEvidenceOfACentre() {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, calls(1000, 600));
		Answer added = this.centre.reporter()
			.upload(this.centre.path("2025-06") + "/evidence", "schema.txt", "Måndag till fredag".getBytes());
		assertThat(added.status()).as(added.toString()).isEqualTo(201);
		this.centre.open("2025-05");
		this.centre.reporter().upload(this.centre.path("2025-05") + "/evidence", "utkast.txt", "Ännu inte".getBytes());
		assertThat(this.centre.submit("2025-06", 2, "{\"confirm\": true}").status()).isEqualTo(201);
		PoorMonth.awaitResults(this.centre, 1);
		try (Browser browser = new Browser(this.service.port(), true)) {
			browser.logIn(this.service.subject(Role.REVIEWER, null));
			browser.open("/review/centres/" + this.centre.unit());
			assertThat(browser.text()).contains("Utveckling och jämförelse", "60 %", "schema.txt", "hela rapporten")
				.doesNotContain("utkast.txt");
			browser.look("review-centre-trend");
			browser.follow("G24");
			assertThat(browser.address()).endsWith("/history/kalmar-halsoval/requirements/G24");
			assertThat(browser.text()).contains("Senaste värdet, juni 2025, är 60 %");
		}
	}

	@Test
	void paperShowsWhatIsFoldedInAndNothingToPress() {
		handIn();
		try (Browser browser = new Browser(this.service.port(), false)) {
			browser.logIn(this.service.subject(Role.MANAGER, this.centre.unit()));
			browser.open("/centre/" + this.centre.unit() + "/history/kalmar-halsoval/requirements/G24");
			WebElement table = browser.find("table.figures");
			assertThat(shown(browser, table)).isFalse();
			browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
			new WebDriverWait(browser.driver(), Duration.ofSeconds(10)).until((driver) -> shown(browser, table));
			for (String hidden : List.of(".head", ".foot", ".crumbs", ".keep", ".screen-only")) {
				assertThat(browser.find(hidden).isDisplayed()).as(hidden).isFalse();
			}
			browser.picture("history-print");
		}
	}

	/** Selenium takes what is folded in for hidden, whatever a style sheet says. */
	private static boolean shown(Browser browser, WebElement element) {
		return Boolean.TRUE.equals(browser.driver().executeScript("return arguments[0].checkVisibility()", element));
	}

	@Test
	void aValueJustBelowItsLimitIsNotTheLimit() {
		this.centre.handIn("2025-Q2", "{\"phone_system\":{\"value\":\"callback\"}}");
		this.centre.handIn("2025-06", calls(655, 622));
		PoorMonth.awaitResults(this.centre, 2);
		String page = this.centre.manager()
			.get("/centre/" + this.centre.unit() + "/history/kalmar-halsoval/requirements/G24", "Cookie", "language=sv")
			.text();
		assertThat(page)
			.contains("<span class=\"value\">94,96\u00a0%</span>", "Senaste värdet, juni 2025, är 94,96\u00a0%")
			.doesNotContain(">95\u00a0%</span>");
	}

	@Test
	void unknownNamesAreNotFound() {
		String at = "/centre/" + this.centre.unit() + "/history/";
		assertThat(this.centre.manager().get(at + "kalmar-halsoval/requirements/G999").status()).isEqualTo(404);
		assertThat(this.centre.manager().get(at + "kalmar-halsoval/numbers/nothing").status()).isEqualTo(404);
		assertThat(this.centre.manager().get(at + "no-such/numbers/calls_incoming").status()).isEqualTo(404);
	}

	/**
	 * Before and after the change of editions, with months between, by a centre that none
	 * is like.
	 */
	private void handIn() {
		this.service.jdbc().sql("update unit set peer_group = id where id = ?").param(this.centre.unit()).update();
		this.centre.handIn("2025-Q2", "{\"phone_system\":{\"value\":\"callback\"}}");
		this.centre.handIn("2024-12", calls(1000, 930));
		this.centre.handIn("2025-01", calls(1000, 960));
		this.centre.handIn("2025-03", "{\"assessed_total\":{\"value\":40}}");
		this.centre.handIn("2025-06", calls(1000, 600));
		PoorMonth.awaitResults(this.centre, 5);
	}

	private static String calls(int all, int answered) {
		return "{\"calls_incoming\":{\"value\":" + all + "},\"calls_answered_same_day\":{\"value\":" + answered + "}}";
	}

}
