package se.uppdragskollen.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.followup.ActOnCase;
import se.uppdragskollen.followup.ActionEntry;
import se.uppdragskollen.followup.CaseActEntry;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.CaseView;
import se.uppdragskollen.followup.Course;
import se.uppdragskollen.followup.NoteInCase;
import se.uppdragskollen.followup.PlanActions;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.request.PageRequest;

/**
 * Lets the demo's people work on some of its cases, so that there are cases in every
 * state: most of what has been put right is closed or dismissed, of the rest some have
 * come this far and some that far.
 */
@Component
@DemoOnly
class DemoCases {

	private static final int DAYS_FOR_ACTION = 45;

	private final ReadCases cases;

	private final ActOnCase act;

	private final PlanActions actions;

	private final NoteInCase notes;

	private final DemoPeople people;

	private final Clock clock;

	DemoCases(ReadCases cases, ActOnCase act, PlanActions actions, NoteInCase notes, DemoPeople people, Clock clock) {
		this.cases = cases;
		this.act = act;
		this.actions = actions;
		this.notes = notes;
		this.people = people;
		this.clock = clock;
	}

	@Transactional
	public void work() {
		Actor reviewer = this.people.actor(DemoPeople.REVIEWER);
		List<CaseRow> all = this.cases
			.list(reviewer, new CaseFilter(null, null, null, null, null, null, null, null, null, null, null),
					PageRequest.everything())
			.items();
		int resolved = 0;
		int open = 0;
		for (CaseRow one : all) {
			if (one.course() == Course.RESOLVED) {
				ended(reviewer, one, resolved++);
			}
			else {
				going(reviewer, one, open++);
			}
		}
	}

	private void ended(Actor reviewer, CaseRow one, int number) {
		CaseView view = this.cases.one(reviewer, one.id());
		switch (number % 4) {
			case 0 -> act(reviewer, view, "dismiss", "Rättat i en senare rapport; ingen åtgärd behövs.");
			case 1, 2 -> {
				CaseView answered = answered(reviewer, view, "Vi har rättat till det, se den senaste rapporten.");
				act(reviewer, answered, "close", "Den senaste rapporten visar att kravet är uppfyllt.");
			}
			default -> {
				// a reviewer has not come to it yet
			}
		}
	}

	private void going(Actor reviewer, CaseRow one, int number) {
		CaseView view = this.cases.one(reviewer, one.id());
		switch (number % 9) {
			case 0, 1 -> act(reviewer, view, "confirm", "Kravet har inte varit uppfyllt. Hur ser ni på det?");
			case 2, 3 ->
				answered(reviewer, view, "Två medarbetare har slutat; vi räknar med att vara i fas till hösten.");
			case 4 -> inDialogue(reviewer, view);
			case 5 -> planned(reviewer, view);
			case 6 -> act(reviewer, planned(reviewer, view), "re-check", "Följs upp med nästa rapport.");
			case 7 -> escalated(reviewer, view);
			default -> {
				// a reviewer has not come to it yet
			}
		}
	}

	private CaseView answered(Actor reviewer, CaseView view, String text) {
		CaseView confirmed = act(reviewer, view, "confirm", "Kravet har inte varit uppfyllt. Hur ser ni på det?");
		return act(this.people.head(view.row().unit()), confirmed, "answer", text);
	}

	private CaseView inDialogue(Actor reviewer, CaseView view) {
		CaseView answered = answered(reviewer, view, "Vi vill gärna tala igenom det här.");
		CaseView open = act(reviewer, answered, "open-dialogue", "Vi ses den 20 augusti klockan 13.");
		return this.notes.note(reviewer, open.row().id(), "Ta även upp samverkan med kommunen.", false);
	}

	private CaseView planned(Actor reviewer, CaseView view) {
		CaseView open = inDialogue(reviewer, view);
		CaseView agreed = this.actions.add(reviewer, open.row().id(),
				new ActionEntry("Se över tidboken och rekrytera en sjuksköterska", "Verksamhetschefen",
						LocalDate.now(this.clock).plusDays(DAYS_FOR_ACTION).toString(), null, null));
		return act(reviewer, agreed, "agree", "Vi är överens om åtgärden.");
	}

	/** A question has no ladder: it stays in the dialogue. */
	private void escalated(Actor reviewer, CaseView view) {
		CaseView open = inDialogue(reviewer, view);
		if (open.may().stream().anyMatch((one) -> one.word().equals("escalate"))) {
			act(reviewer, open, "escalate", "Kravet är fortfarande inte uppfyllt. Det här är ett påpekande.");
		}
	}

	private CaseView act(Actor actor, CaseView view, String act, String text) {
		return this.act.act(actor, view.row().id(), this.cases.one(actor, view.row().id()).row().version(),
				new CaseActEntry(act, text, null, null));
	}

}
