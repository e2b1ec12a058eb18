package se.uppdragskollen.operation.health;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * How many evaluations wait. One that fails again and again needs somebody to look: the
 * service does all else meanwhile.
 */
@Component("jobsHealthIndicator")
class JobsHealth extends AbstractHealthIndicator {

	private final Work work;

	JobsHealth(Work work) {
		super("the jobs cannot be asked for");
		this.work = work;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Work.Waiting waiting = this.work.waiting();
		health.status((waiting.failing() > 0) ? "DOWN" : "UP")
			.withDetail("waiting", waiting.tasks())
			.withDetail("failing", waiting.failing())
			.withDetail("oldest_seconds", waiting.oldest().toSeconds());
	}

}
