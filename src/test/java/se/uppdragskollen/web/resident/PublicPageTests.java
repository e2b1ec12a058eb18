package se.uppdragskollen.web.resident;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.publication.PublishedRegion;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Residents find, filter and compare health centres in a real browser, and see what a
 * reviewer publishes there.
 */
class PublicPageTests {

	private static PublishedRegion region;

	private static Centre storgarden;

	private static Centre lillgarden;

	private Browser browser;

	@BeforeAll
	static void start() throws InterruptedException {
		region = new PublishedRegion();
		storgarden = region.centre("Hälsocentralen Storgården", "Provköping");
		lillgarden = region.centre("Hälsocentralen Lillgården", "Provsund");
		List<Centre> centres = List.of(storgarden, lillgarden, region.centre("Hälsocentralen Norrgården", "Provköping"),
				region.centre("Hälsocentralen Södergården", "Provsund"));
		for (int i = 0; i < centres.size(); i++) {
			region.handIn(centres.get(i), "2025-Q1", """
					{"phone_system":{"value":"callback"},"phone_hours":{"value":"Måndag–fredag 8.00–16.00"},
					 "listed_patients":{"value":%d},"opening_hours_per_week":{"value":47.5},
					 "e_services":{"value":["book","contact_us"]}}""".formatted(5200 + 730 * i));
			for (String month : List.of("2025-01", "2025-02", "2025-03")) {
				boolean few = i == 1;
				region.handIn(centres.get(i), month,
						PublishedRegion.month(900 + 10 * i, few ? 907 : 880 + 8 * i, 400, few ? 400 : 389));
			}
		}
		region.settle();
		Actor reviewer = region.reviewer();
		region.publish(reviewer, "2025-Q1", "");
		region.publish(reviewer, "2025-01", "");
		region.publish(reviewer, "2025-02", "");
	}

	@AfterAll
	static void stop() {
		region.close();
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void residentFindsAndComparesCentresAndDownloads() {
		open("/");
		this.browser.look("public-start");
		this.browser.follow("Jämför hälsocentraler");
		assertThat(this.browser.text()).contains("Antal hälsocentraler: 4", "97,8 %", "för få för att visas");
		this.browser.look("public-list");
		this.browser.find("#municipality").sendKeys("Provsund");
		send(".search button");
		assertThat(this.browser.text()).contains("Antal hälsocentraler: 2", "Lillgården").doesNotContain("Storgården");
		this.browser.open("/public?text=gården");
		send(".save-bar button");
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems").getText()).contains("Välj två till fyra", "Du har valt 0");
		this.browser.look("public-list-wrong");
		this.browser.find("input[value='" + storgarden.unit() + "']").sendKeys(Keys.SPACE);
		this.browser.find("input[value='" + lillgarden.unit() + "']").sendKeys(Keys.SPACE);
		send(".save-bar button");
		assertThat(this.browser.text()).contains("Hälsocentraler bredvid varandra", "97,8 %", "för få för att visas",
				"5200 listade personer", "inte fastställd än", "Mitten bland alla");
		this.browser.look("public-compare");
		this.browser.follow("Andel bedömda inom tre dagar");
		assertThat(this.browser.text())
			.contains("Den räknas ut så här: 100 × ”Bedömda inom tre dagar” ÷",
					"G25 Medicinsk bedömning inom tre dagar", "minst 90 %", "färre än 10 personer", "Mitten är 97,3 %")
			.as("that 80 % is the limit for red is between the region and the centre")
			.doesNotContain("minst 80 %", "Därav");
		this.browser.look("public-figure");
		String csv = region.service()
			.anonymous()
			.get(this.browser.find("a[href$='.csv']").getAttribute("href").replaceFirst("http://[^/]+", ""))
			.text();
		assertThat(csv.lines().count()).as(csv).isEqualTo(1 + 4 * 4);
		assertThat(csv).startsWith("assignment,period,centre,").contains(",too-few,");
		this.browser.open("/public/centres/" + storgarden.unit());
		this.browser.look("public-centre");
		this.browser.follow("Över tid");
		this.browser.open("/public/centres/" + storgarden.unit() + "/figures/kalmar-halsoval/assessed_share");
		assertThat(this.browser.text()).contains("Februari 2025", "Januari 2025", "97,3 %", "jan\n2025\n97,3\nfeb");
		this.browser.look("public-course");
		this.browser.open("/public/figures/kalmar-halsoval/listed_patients");
		assertThat(this.browser.text()).as("how many there are of something has no middle")
			.contains("5200 listade personer")
			.doesNotContain("Mitten är");
		assertThat(this.browser.driver().manage().getCookies()).isEmpty();
	}

	@Test
	void reviewerPublishesAndResidentsSeeIt() {
		open("/public/data/kalmar-halsoval/2025-03.json");
		assertThat(this.browser.driver().getPageSource()).doesNotContain("calls_incoming");
		this.browser.logIn(region.service().subject(Role.REVIEWER, null));
		this.browser.follow("Publicera");
		assertThat(this.browser.text()).contains("kan publiceras", "visas för invånarna");
		this.browser.look("review-publications");
		this.browser.follow("Mars 2025");
		assertThat(this.browser.text()).contains("Det som skulle visas nu", "För få för att visas: 3", "Rapporter: 4");
		this.browser.look("review-publication");
		send(".sign-box button");
		assertThat(this.browser.title()).startsWith("Fel: ");
		assertThat(this.browser.find("#problems").getText()).contains("Kryssa i att du har granskat");
		this.browser.look("review-publication-wrong");
		this.browser.find("input[name=sure]").click();
		send(".sign-box button");
		assertThat(this.browser.text()).contains("Klart. Invånarna ser nu uppgifterna.", "publicerades av");
		this.browser.look("review-publication-done");
		this.browser.driver().manage().deleteAllCookies();
		this.browser.open("/public/figures/kalmar-halsoval/assessed_share?period=2025-03");
		assertThat(this.browser.text()).contains("Hälsocentralen Storgården", "97,3 %");
	}

	@Test
	void reviewerWithdrawsAndPublishesAnew() {
		open("/");
		this.browser.logIn(region.service().subject(Role.REVIEWER, null));
		this.browser.open("/review/publications/kalmar-halsoval/2025-01");
		assertThat(this.browser.text()).contains("Det som är publicerat är likadant som nu.");
		this.browser.click("details.more summary");
		send("details.more button");
		assertThat(this.browser.find("#problems").getText()).contains("Ett skäl saknas");
		this.browser.type("#withdrawal", "Fel underlag.");
		send("details.more button");
		assertThat(this.browser.text()).contains("tillbakadragen", "Fel underlag.");
		assertThat(region.service().anonymous().get("/public/data/kalmar-halsoval/2025-01.csv").status())
			.isEqualTo(404);
		this.browser.type("#reason", "Underlaget är rättat.");
		this.browser.find("input[name=sure]").click();
		send(".sign-box button");
		assertThat(this.browser.text()).contains("Klart. Invånarna ser nu uppgifterna.", "Underlaget är rättat.");
		this.browser.look("review-publication-history");
	}

	@Test
	void speaksEnglishToWhoeverChoosesIt() {
		open("/public");
		this.browser.follow("In English");
		assertThat(this.browser.text()).contains("Compare health centres", "97.8 %", "too few to be shown");
		this.browser.look("public-list-en");
		this.browser.open("/public/compare?centre=" + storgarden.unit() + "&centre=" + lillgarden.unit());
		this.browser.look("public-compare-en");
		this.browser.open("/public/about");
		assertThat(this.browser.text()).contains("A missing value never means zero");
		this.browser.look("public-about-en");
		this.browser.open("/public/figures");
		this.browser.look("public-figures-en");
	}

	private void open(String path) {
		this.browser = new Browser(region.service().port(), true);
		this.browser.open(path);
	}

	/** Sends the button's form, and waits for the page that answers. */
	private void send(String css) {
		WebElement button = this.browser.find(css);
		button.sendKeys(Keys.ENTER);
		new WebDriverWait(this.browser.driver(), java.time.Duration.ofSeconds(20)).ignoring(WebDriverException.class)
			.until(ExpectedConditions.stalenessOf(button));
	}

}
