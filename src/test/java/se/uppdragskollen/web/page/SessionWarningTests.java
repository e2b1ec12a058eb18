package se.uppdragskollen.web.page;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;

/**
 * Nobody is logged out without a word.
 */
class SessionWarningTests {

	@Test
	void tellsBeforeTheLoginEndsAndStaysForWhoeverAsks() {
		try (RunningService service = RunningService.start(RunningService.newDatabase(),
				Map.of("spring.session.timeout", "3m")); Browser browser = new Browser(service.port(), true)) {
			browser.logIn(service.subject(Role.REPORTER, service.unit()));
			WebDriverWait wait = new WebDriverWait(browser.driver(), Duration.ofSeconds(20));
			wait.until((driver) -> browser.find("[data-timeout]").isDisplayed());
			browser.look("session-warning");
			browser.find("[data-timeout] button").click();
			wait.until((driver) -> !browser.find("[data-timeout]").isDisplayed());
		}
	}

}
