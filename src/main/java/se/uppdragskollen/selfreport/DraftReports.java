package se.uppdragskollen.selfreport;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Refusal;

import java.util.Optional;

/**
 * Drafts read as what would be handed in now, by the very rules that count when it is.
 */
@Component
public class DraftReports {

	private final Editions editions;

	DraftReports(Editions editions) {
		this.editions = editions;
	}

	/**
	 * Reads a draft; only for the centre's own people.
	 * @throws Refusal when there is no draft, or it is not the actor's to see
	 */
	public DraftReading read(Actor actor, String unit, String assignment, Period period) {
		actor.require(Act.EDIT_DRAFT, unit);
		Edition edition = this.editions.inForceOn(assignment, period.to())
			.orElseThrow(() -> Refusal.notFound("no-draft", period));
		return new DraftReading(edition, Optional.empty(), new Problems());
	}

}
