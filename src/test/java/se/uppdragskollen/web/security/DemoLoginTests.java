package se.uppdragskollen.web.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import se.uppdragskollen.access.People;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who is not there yet, and who never is.
 */
class DemoLoginTests {

	private final RunningService service = RunningService.shared();

	@Test
	void saysThatADemoIsStillBeingBuilt() {
		refused(ReadinessState.REFUSING_TRAFFIC, 503, "demo-starting");
		refused(ReadinessState.ACCEPTING_TRAFFIC, 404, "demo-person");
	}

	@Test
	void asksForTheLoginAgainWhenThePageIsAskedForAgain() {
		String page = this.service.anonymous().get("/region", "Accept", "text/html").header("Location");
		assertThat(page).endsWith("/login");
		String kept = Base64.getEncoder().encodeToString("/region".getBytes(StandardCharsets.UTF_8));
		Answer again = this.service.anonymous().get("/region", "Accept", "text/html", "Cookie", "REDIRECT_URI=" + kept);
		assertThat(again.status()).as(again.toString()).isEqualTo(302);
		assertThat(again.header("Location")).isEqualTo(page);
	}

	/** Else every page that a system reads would leave one behind. */
	@Test
	void makesNoSessionForWhoShowsAToken() {
		Client reviewer = this.service.person(Role.REVIEWER);
		for (String page : List.of("/review", "/review/views", "/region", "/settings", "/search?q=telefon", "/help",
				"/public", "/nothing")) {
			Answer answer = reviewer.get(page, "Accept", "text/html");
			assertThat(answer.text()).as(page).contains("</html>");
			assertThat(answer.header("Set-Cookie")).as(page).isEmpty();
		}
	}

	private void refused(ReadinessState state, int status, String key) {
		ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
		availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
		DemoLogin login = new DemoLogin(this.service.get(People.class), this.service.get(Audit.class),
				this.service.get(Clock.class), this.service.get(JdbcClient.class), new HttpSessionRequestCache(),
				availability);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> login.token("nobody", true)).satisfies((refusal) -> {
			assertThat(refusal.kind().status()).isEqualTo(status);
			assertThat(refusal.key()).isEqualTo(key);
		});
	}

}
