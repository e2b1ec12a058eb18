package se.uppdragskollen.web.security;

import java.time.Clock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import se.uppdragskollen.access.People;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.request.Refusal;

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

	private void refused(ReadinessState state, int status, String key) {
		ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
		availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
		DemoLogin login = new DemoLogin(this.service.get(People.class), this.service.get(Audit.class),
				this.service.get(Clock.class), this.service.get(JdbcClient.class), new HttpSessionRequestCache(),
				availability);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> login.token("nobody", true)).satisfies((refusal) -> {
			org.assertj.core.api.Assertions.assertThat(refusal.kind().status()).isEqualTo(status);
			org.assertj.core.api.Assertions.assertThat(refusal.key()).isEqualTo(key);
		});
	}

}
