package se.uppdragskollen.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.publication.PublishPeriod;
import se.uppdragskollen.publication.PublishablePeriod;

/**
 * Lets the demo's reviewer publish what may be published, but for the newest period: that
 * is left for visitors.
 */
@Component
@DemoOnly
class DemoPublications {

	private final PublishPeriod publish;

	private final DemoPeople people;

	DemoPublications(PublishPeriod publish, DemoPeople people) {
		this.publish = publish;
		this.people = people;
	}

	void publish() {
		Actor reviewer = this.people.actor(DemoPeople.REVIEWER);
		List<PublishablePeriod> ready = new ArrayList<>(
				this.publish.periods(reviewer).stream().filter(PublishablePeriod::open).skip(1).toList());
		Collections.reverse(ready);
		for (PublishablePeriod one : ready) {
			String seen = this.publish.preview(reviewer, one.assignment(), one.period()).content().fingerprint();
			this.publish.publish(reviewer, one.assignment(), one.period(), seen, "");
		}
	}

}
