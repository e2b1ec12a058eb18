package se.uppdragskollen.operation.health;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What the service has to do, for Prometheus; asked for at each scrape. While the
 * database is away they have no value.
 */
@Component
class WorkGauges implements MeterBinder {

	private final Work work;

	WorkGauges(Work work) {
		this.work = work;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "uppdragskollen.tasks.waiting", "Evaluations that wait", (one) -> one.waiting().tasks());
		gauge(registry, "uppdragskollen.tasks.failing", "Evaluations that wait and have failed before",
				(one) -> one.waiting().failing());
		gauge(registry, "uppdragskollen.tasks.oldest.seconds", "How long the oldest evaluation has waited",
				(one) -> one.waiting().oldest().toSeconds());
		gauge(registry, "uppdragskollen.drafts", "Self-reports that are not handed in yet", Work::drafts);
		gauge(registry, "uppdragskollen.mail.waiting", "Notices that wait to be sent", (one) -> one.mail().waiting());
		gauge(registry, "uppdragskollen.mail.failing", "Notices that wait and could not be sent before",
				(one) -> one.mail().failing());
		gauge(registry, "uppdragskollen.mail.given.up", "Notices that were given up, as long as that is kept",
				(one) -> one.mail().givenUp());
	}

	private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Work> figure) {
		Gauge.builder(name, this.work, (one) -> {
			try {
				return figure.applyAsDouble(one);
			}
			catch (DataAccessException ex) {
				return Double.NaN;
			}
		}).description(description).register(registry);
	}

}
