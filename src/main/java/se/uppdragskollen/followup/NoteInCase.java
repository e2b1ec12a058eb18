package se.uppdragskollen.followup;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * Writes a note in a case: of the dialogue, or for the region alone. Notes take no
 * version: they are added, whatever else happens meanwhile.
 */
@Component
@Transactional
public class NoteInCase {

	/** Notes of one case; whoever has more to say meets. */
	static final int MOST = 200;

	private final Cases cases;

	private final CasePermits permits;

	private final ReadCases read;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	NoteInCase(Cases cases, CasePermits permits, ReadCases read, ApplicationEventPublisher events, Audit audit) {
		this.cases = cases;
		this.permits = permits;
		this.read = read;
		this.events = events;
		this.audit = audit;
	}

	/**
	 * Writes it.
	 * @param text the words
	 * @param shared whether the other side reads it; null: as a note of the dialogue when
	 * the centre knows of the case. A centre's notes always are.
	 * @throws Refusal when the actor may not, or something is wrong with the note
	 */
	public CaseView note(Actor actor, long id, @Nullable String text, @Nullable Boolean shared) {
		actor.require(Act.READ_CASES);
		FollowUpCase one = this.cases.lock(actor, id).orElseThrow(() -> Refusal.notFound("case-not-found", id));
		CasePermits.require(actor, one, CaseAct.NOTE);
		this.permits.requireNow(actor, one, CaseAct.NOTE);
		boolean known = one.sharedWithCentre();
		if (Boolean.FALSE.equals(shared) && !Cases.isInside(actor, one.unit())) {
			throw Refusal.invalid("/shared", "case-note-always-shared");
		}
		boolean open = !Cases.isInside(actor, one.unit()) || (shared == null ? known : shared);
		if (open && !known) {
			throw Refusal.conflict("case-note-not-shared");
		}
		if (this.cases.acts(List.of(id)).stream().filter((act) -> act.act() == CaseAct.NOTE).count() >= MOST) {
			throw Refusal.conflict("case-notes-many", MOST);
		}
		Written written = new Written();
		String words = written.required("text", text, Written.LONGEST);
		written.end();
		this.cases.note(actor, one, CaseAct.NOTE, one.state(), words, open, null, null);
		this.audit.note(actor, "case-note", "case:" + id, one.unit(), Map.of("shared", open));
		if (open) {
			this.events.publishEvent(new CaseMoved(id, one.unit(), CaseAct.NOTE, null, one.reviewer(), actor.person()));
		}
		return this.read.one(actor, id);
	}

}
