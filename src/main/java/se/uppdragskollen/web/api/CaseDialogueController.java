package se.uppdragskollen.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.followup.ActionEntry;
import se.uppdragskollen.followup.CaseView;
import se.uppdragskollen.followup.NoteInCase;
import se.uppdragskollen.followup.PlanActions;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Versions;

/**
 * What reviewer and centre write together in a case: notes and actions.
 */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class CaseDialogueController {

	private final NoteInCase notes;

	private final PlanActions plan;

	CaseDialogueController(NoteInCase notes, PlanActions plan) {
		this.notes = notes;
		this.plan = plan;
	}

	@PostMapping("/notes")
	@Needs({ Act.DECIDE_CASE, Act.ANSWER_CASE })
	ResponseEntity<CaseView> note(Actor actor, @PathVariable long id, @RequestBody Note body) {
		return CaseController.tagged(this.notes.note(actor, id, body.text(), body.shared()));
	}

	@PostMapping("/actions")
	@Needs({ Act.DECIDE_CASE, Act.ANSWER_CASE })
	ResponseEntity<CaseView> add(Actor actor, @PathVariable long id, @RequestBody ActionEntry entry) {
		return CaseController.tagged(this.plan.add(actor, id, entry));
	}

	/** {@code If-Match} names the action's own version. */
	@PutMapping("/actions/{action}")
	@Needs({ Act.DECIDE_CASE, Act.ANSWER_CASE })
	ResponseEntity<CaseView> change(Actor actor, @PathVariable long id, @PathVariable long action,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody ActionEntry entry) {
		return CaseController.tagged(this.plan.change(actor, id, action, Versions.required(version), entry));
	}

	/**
	 * A note.
	 *
	 * @param text the words
	 * @param shared whether the centre reads it
	 */
	record Note(@Nullable String text, @Nullable Boolean shared) {

	}

}
