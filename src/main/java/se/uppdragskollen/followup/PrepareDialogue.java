package se.uppdragskollen.followup;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * Keeps what reviewers write before a dialogue: for themselves, or for the region's
 * people; never for the unit, nor for whoever belongs to it.
 */
@Component
@Transactional
public class PrepareDialogue {

	private final DialogueNotes notes;

	private final Audit audit;

	private final Clock clock;

	PrepareDialogue(DialogueNotes notes, Audit audit, Clock clock) {
		this.notes = notes;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether somebody may write about a unit. */
	public boolean mayWrite(Actor actor, String unit) {
		return actor.may(Act.DECIDE_CASE, unit);
	}

	/** What the actor may read about a unit, the newest first. */
	@Transactional(readOnly = true)
	public List<DialogueNote> notes(Actor actor, String unit) {
		actor.require(Act.READ_OVERVIEW);
		return Cases.isInside(actor, unit) ? this.notes.of(unit, actor.person()) : List.of();
	}

	/**
	 * Writes a note.
	 * @param text the words
	 * @param shared whether the region's people read it too
	 * @throws Refusal when the words cannot be taken, or there are too many notes
	 */
	public void write(Actor actor, String unit, @Nullable String text, boolean shared) {
		actor.require(Act.DECIDE_CASE, unit);
		Written written = new Written();
		String words = written.required("text", text, Written.LONGEST);
		written.end();
		if (this.notes.of(unit, actor.person()).size() >= DialogueNotes.MOST) {
			throw Refusal.conflict("dialogue-notes-many", DialogueNotes.MOST);
		}
		long id = this.notes.add(unit, words, shared, actor.person(), this.clock.instant());
		this.audit.note(actor, "dialogue-note-written", "dialogue-note:" + id, unit, Map.of("shared", shared));
	}

	/**
	 * Takes one's own note away.
	 * @throws Refusal when there is no such note of one's own
	 */
	public void remove(Actor actor, String unit, long id) {
		actor.require(Act.DECIDE_CASE, unit);
		if (!this.notes.remove(unit, id, actor.person(), this.clock.instant())) {
			throw Refusal.notFound("dialogue-note-not-found");
		}
		this.audit.note(actor, "dialogue-note-removed", "dialogue-note:" + id, unit, Map.of());
	}

}
