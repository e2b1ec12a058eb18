package se.uppdragskollen.web.search;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everybody finds centres, requirements and cases by the box in the page's head, and
 * nothing that is not theirs to see.
 */
class SearchTests {

	/** Of its own: what other tests made would be found, too. */
	private static final RunningService SERVICE = RunningService.alone();

	private final RunningService service = SERVICE;

	private final String unit = named("Söderäng Källströms hälsocentral", "Ödeshögsby");

	private final String other = named("Norrgärdets hälsocentral", "Ödeshögsby");

	private final long mine = followUpCase(this.unit, "G24", true);

	private final long unconfirmed = followUpCase(this.unit, "G25", false);

	private final long theirs = followUpCase(this.other, "G24", true);

	private Browser browser;

	@AfterAll
	static void end() {
		SERVICE.close();
	}

	/** The next test finds its own. */
	@AfterEach
	void close() {
		this.service.jdbc()
			.sql("update unit set name = 'Provcentralen ' || id, municipality = 'Provköping' "
					+ "where municipality in ('Ödeshögsby', 'Stapelköping')")
			.update();
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void aReviewerFindsCentresRequirementsAndCases() {
		logIn(Role.REVIEWER, null, true);
		look("ödeshögsby");
		assertThat(hits("centres")).contains("Söderäng Källströms hälsocentral Ödeshögsby",
				"Norrgärdets hälsocentral Ödeshögsby");
		assertThat(marked()).contains("Ödeshögsby");
		assertThat(this.browser.find("#head-q").getAttribute("value")).isEqualTo("ödeshögsby");
		this.browser.look("search-municipality");
		look("g24 söderäng");
		assertThat(hits("cases")).hasSize(1).first().asString().startsWith("Ärende " + this.mine + ": G24 ");
		this.browser.follow("Ärende " + this.mine);
		assertThat(this.browser.address()).isEqualTo("/review/cases/" + this.mine);
		look("ärende " + this.unconfirmed);
		assertThat(hits("cases")).hasSize(1).first().asString().contains("Ärende " + this.unconfirmed);
		look("G24");
		assertThat(hits("requirements").get(0)).startsWith("G24 Telefonkontakt samma dag");
		this.browser.look("search-requirement");
		this.browser.follow("G24 Telefonkontakt");
		assertThat(this.browser.address()).isEqualTo("/region/requirements/kalmar-halsoval/G24");
	}

	@Test
	void findsEndingsPartsOfWordsAndLettersWithoutDots() {
		logIn(Role.COMMISSIONER, null, false);
		for (String typed : List.of("telefonkontakter", "telefonkontaktens", "kontakt samma", "TELEFONKONTAKT")) {
			look(typed);
			assertThat(hits("requirements")).as(typed).anyMatch((one) -> one.startsWith("G24 "));
		}
		look("soderang");
		assertThat(hits("centres")).hasSize(1);
		assertThat(marked()).containsExactly("Söderäng");
	}

	@Test
	void aCentreFindsItsOwnOnly() {
		logIn(Role.MANAGER, this.unit, true);
		look("g24");
		assertThat(hits("cases")).hasSize(1);
		this.browser.follow("Ärende " + this.mine);
		assertThat(this.browser.address()).isEqualTo("/centre/" + this.unit + "/cases/" + this.mine);
		look("ödeshögsby");
		assertThat(hits("centres")).containsExactly("Söderäng Källströms hälsocentral Ödeshögsby");
		assertThat(hits("cases")).hasSize(1);
		look(String.valueOf(this.theirs));
		assertThat(hits("cases")).noneMatch((one) -> one.startsWith("Ärende " + this.theirs + ":"));
		look(String.valueOf(this.unconfirmed));
		assertThat(hits("cases")).noneMatch((one) -> one.startsWith("Ärende " + this.unconfirmed + ":"));
	}

	@Test
	void tellsWhatToSearchForWhenNothingIsFound() {
		logIn(Role.REVIEWER, null, true);
		look("xyzzy <script>alert(1)</script>");
		assertThat(this.browser.text()).contains("Inget hittades.", "Så kan du söka:",
				"ett krav med dess beteckning, som G08");
		this.browser.look("search-nothing");
		this.browser.follow("In English");
		assertThat(this.browser.text()).contains("Nothing was found.", "What you can search for:");
		look("phone");
		assertThat(hits("requirements")).anyMatch((one) -> one.startsWith("G24 "));
		this.browser.look("search-en");
		look("");
		assertThat(this.browser.text()).startsWith("Search\n");
	}

	@Test
	void administratorsFindNoCases() {
		logIn(Role.ADMINISTRATOR, null, false);
		look("g24");
		assertThat(this.browser.all("#cases")).isEmpty();
		look("söderäng");
		this.browser.follow("Söderäng");
		assertThat(this.browser.address()).isEqualTo("/region/centres/" + this.unit);
	}

	@Test
	void residentsAreLedToWhatIsPublished() {
		Client nobody = this.service.anonymous();
		Client.Answer answer = nobody.get("/search?q=s%C3%B6der%20%26x%3D1");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.header("Location")).endsWith("/public?text=s%C3%B6der%20%26x%3D1");
		this.browser = new Browser(this.service.port(), false).open("/public");
		look("söder");
		assertThat(this.browser.address()).startsWith("/public?text=s%C3%B6der");
	}

	@Test
	void pagesThroughManyCases() {
		String many = named("Mångfallets vårdcentral", "Stapelköping");
		for (int i = 0; i < 60; i++) {
			long id = followUpCase(many, "X" + i, true);
			if (i % 2 == 0) {
				this.service.jdbc()
					.sql("update follow_up_case set state = 'closed', closed_at = now() where id = ?")
					.param(id)
					.update();
			}
		}
		logIn(Role.REVIEWER, null, false);
		look("mångfallet");
		assertThat(hits("cases")).hasSize(5);
		this.browser.follow("Visa fler ärenden");
		List<String> first = hits("cases");
		assertThat(first).hasSize(50);
		assertThat(first.subList(0, 30)).noneMatch((one) -> one.contains("avslutat") || one.contains("stängt"));
		this.browser.follow("Visa fler");
		assertThat(hits("cases")).hasSize(10).doesNotContainAnyElementsOf(first);
	}

	private void look(String typed) {
		WebElement field = this.browser.find("#head-q");
		field.clear();
		field.sendKeys(typed);
		this.browser.click(".head-search button");
	}

	private List<String> hits(String group) {
		return this.browser.all("section[aria-labelledby=" + group + "] .hits > li")
			.stream()
			.map((one) -> one.getText().replaceAll("\\s+", " "))
			.toList();
	}

	private List<String> marked() {
		return this.browser.all("mark").stream().map(WebElement::getText).distinct().toList();
	}

	private void logIn(Role role, String at, boolean scripts) {
		this.browser = new Browser(this.service.port(), scripts).logIn(this.service.subject(role, at));
	}

	private String named(String name, String municipality) {
		String id = this.service.unit();
		this.service.jdbc()
			.sql("update unit set name = ?, municipality = ? where id = ?")
			.params(name, municipality, id)
			.update();
		return id;
	}

	private long followUpCase(String at, String requirement, boolean confirmed) {
		return this.service.jdbc()
			.sql("""
					insert into follow_up_case (unit, assignment, lineage, requirement, chapter, kind, severity, course,
					state, edition, first_period, last_period, last_period_to, opened_at, confirmed_at)
					values (:unit, 'kalmar-halsoval', :id, :id, 'accessibility', 'deviation', 'yellow', 'new', :state,
					'2025-01', '2025-05', '2025-05', date '2025-05-31', now(), case when :confirmed then now() end)
					returning id
					""")
			.param("unit", at)
			.param("id", requirement)
			.param("state", confirmed ? "confirmed" : "proposed")
			.param("confirmed", confirmed)
			.query(Long.class)
			.single();
	}

}
