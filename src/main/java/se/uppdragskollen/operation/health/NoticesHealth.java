package se.uppdragskollen.operation.health;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether mail reaches the mail server. It waits while that is away, and the service does
 * all else.
 */
@Component("noticesHealthIndicator")
class NoticesHealth extends AbstractHealthIndicator {

	private final Work work;

	NoticesHealth(Work work) {
		super("the mail cannot be asked for");
		this.work = work;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Work.Mail mail = this.work.mail();
		health.status((mail.failing() > 0) ? "DOWN" : "UP")
			.withDetail("waiting", mail.waiting())
			.withDetail("failing", mail.failing())
			.withDetail("given_up", mail.givenUp());
	}

}
