package se.uppdragskollen.web.settings;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.notice.MailServer;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.page.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everybody chooses the mail they get, and administrators see what became of it, in a
 * real browser with a real mail server.
 */
class MailPagesTests {

	private Browser browser;

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void choosesWhatToGet() {
		RunningService service = RunningService.shared();
		String unit = service.unit();
		this.browser = new Browser(service.port(), true).logIn(service.subject(Role.MANAGER, unit));
		this.browser.click(".head-name");
		assertThat(this.browser.address()).isEqualTo("/settings");
		assertThat(this.browser.text()).contains("Mina inställningar",
				"Verksamhetschef, Provcentralen " + unit.substring(13), "Ingen adress. Du får inga meddelanden.",
				"I demon skickas ingen e-post.");
		assertThat(this.browser.all("input[name=wanted]")).hasSize(7).allMatch((one) -> one.isSelected());
		this.browser.click("input[value=report-soon]");
		this.browser.click("#en");
		this.browser.click(".long-form button");
		assertThat(this.browser.find("[role=status]").getText()).isEqualTo("Valet är sparat.");
		assertThat(this.browser.find("input[value=report-soon]").isSelected()).isFalse();
		assertThat(this.browser.find("input[value=report-late]").isSelected()).isTrue();
		assertThat(this.browser.find("#en").isSelected()).isTrue();
		this.browser.look("settings");
		this.browser.follow("In English");
		assertThat(this.browser.text()).contains("My settings", "Send mail when");
		this.browser.look("settings-en");
	}

	@Test
	void saysPlainlyThatNoMailIsSent() {
		RunningService service = RunningService.shared();
		this.browser = new Browser(service.port(), true).logIn(service.subject(Role.ADMINISTRATOR, null));
		this.browser.follow("E-post");
		assertThat(this.browser.text()).contains("I demon skickas ingen e-post: ingen e-postserver är inställd.");
		assertThat(this.browser.all("main button")).isEmpty();
		this.browser.look("region-mail-off");
	}

	@Test
	void sendsATestAndTriesAgainWhatFailed() throws Exception {
		try (MailServer server = MailServer.open();
				RunningService service = RunningService.start(RunningService.newDatabase(), settings(server))) {
			String admin = service.subject(Role.ADMINISTRATOR, null);
			this.browser = new Browser(service.port(), true).logIn(admin);
			this.browser.follow("E-post");
			this.browser.click("form[action='/region/mail/test'] button");
			assertThat(this.browser.find("#problems").getText()).contains("Du har ingen e-postadress");
			service.jdbc()
				.sql("update person set email = 'admina@region.example' where subject = ?")
				.param(admin)
				.update();
			server.refuse("admina@region.example");
			this.browser.click("form[action='/region/mail/test'] button");
			assertThat(this.browser.find("[role=status]").getText()).contains("Testet är på väg");
			until("550 5.1.1 No such person here");
			this.browser.look("region-mail-given-up");
			server.accept("admina@region.example");
			this.browser.click("td button");
			until("E-post skickas. Senast ");
			assertThat(server.messages()).hasSize(1);
			assertThat(server.messages().get(0).getSubject()).isEqualTo("Test från Uppdragskollen");
			server.goDown();
			this.browser.click("form[action='/region/mail/test'] button");
			until("Ett meddelande har inte gått att skicka än");
			this.browser.look("region-mail-down");
			server.comeUp();
			this.browser.click("form[action='/region/mail/again'] button");
			for (int i = 0; server.messages().size() < 2; i++) {
				assertThat(i).as("10 s").isLessThan(100);
				Thread.sleep(100);
			}
			this.browser.follow("In English");
			until("Mail is sent. The last one ");
			this.browser.look("region-mail-en");
			assertThat(this.browser.driver().getPageSource()).doesNotContain("hemligt");
		}
	}

	private void until(String words) throws InterruptedException {
		for (int i = 0; !this.browser.open("/region/mail").text().contains(words); i++) {
			assertThat(i).as(this.browser.text()).isLessThan(60);
			Thread.sleep(250);
		}
	}

	private static Map<String, Object> settings(MailServer server) {
		Map<String, Object> settings = new HashMap<>();
		settings.put("spring.mail.host", "localhost");
		settings.put("spring.mail.port", server.port());
		settings.put("spring.mail.password", "hemligt");
		settings.put("uppdragskollen.mail.from", "uppdragskollen@region.example");
		settings.put("uppdragskollen.mail.service-address", "https://uppdrag.region.example");
		return settings;
	}

}
