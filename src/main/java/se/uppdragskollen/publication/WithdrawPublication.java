package se.uppdragskollen.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * A reviewer takes a publication back: from then on residents see nothing of its period,
 * at no address, until it is published anew.
 */
@Component
@Transactional
public class WithdrawPublication {

	private final Publications publications;

	private final Audit audit;

	private final Clock clock;

	WithdrawPublication(Publications publications, Audit audit, Clock clock) {
		this.publications = publications;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Withdraws it.
	 * @param reason why
	 * @return the publication as it is then
	 * @throws Refusal when there is none, or it is not the one that residents see
	 */
	public Publication withdraw(Actor actor, long id, String reason) {
		actor.require(Act.PUBLISH);
		if (!actor.own().isEmpty()) {
			throw Refusal.forbidden("publication-own-unit");
		}
		this.publications.lock();
		Publication publication = this.publications.find(id)
			.orElseThrow(() -> Refusal.notFound("publication-not-found", id));
		boolean newest = this.publications.ofPeriod(publication.assignment(), publication.period())
			.get(0)
			.id() == publication.id();
		if (!newest || publication.withdrawn() != null) {
			throw Refusal.conflict("publication-not-shown");
		}
		this.publications.withdraw(id, Reasons.required(reason), actor.person(), Timestamp.from(this.clock.instant()));
		this.audit.note(actor, "withdraw-publication", "publication:" + id, null,
				Map.of("assignment", publication.assignment(), "period", publication.period().toString()));
		return this.publications.find(id).orElseThrow();
	}

}
