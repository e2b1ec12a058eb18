package se.uppdragskollen.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Part;
import se.uppdragskollen.assignment.Priority;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.ActionEntry;
import se.uppdragskollen.followup.AgreedAction;
import se.uppdragskollen.followup.CaseAct;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.PlanActions;
import se.uppdragskollen.followup.PrepareDialogue;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.statement.Direction;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Judgements;
import se.uppdragskollen.web.paper.Span;

/**
 * What a reviewer looks at before a dialogue with a centre: the questions of how care is
 * given with the prioritisation model, how the centre stands, and what is said of it.
 */
@PageController
class DialogueController {

	/**
	 * Signals shown of each direction, the latest; the others stand on their own page.
	 */
	private static final int SIGNALS = 20;

	private final FindUnits units;

	private final Outcomes outcomes;

	private final Editions editions;

	private final ReadCases cases;

	private final SignalBook signals;

	private final PrepareDialogue notes;

	private final PlanActions actions;

	private final Clock clock;

	DialogueController(FindUnits units, Outcomes outcomes, Editions editions, ReadCases cases, SignalBook signals,
			PrepareDialogue notes, PlanActions actions, Clock clock) {
		this.units = units;
		this.outcomes = outcomes;
		this.editions = editions;
		this.cases = cases;
		this.signals = signals;
		this.notes = notes;
		this.actions = actions;
		this.clock = clock;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping("/review/centres/{unit}/dialogue")
	@Needs(Act.READ_OVERVIEW)
	String prepare(Actor actor, @PathVariable String unit, @RequestParam(required = false) @Nullable String done,
			Say say, Model model) {
		String name = this.units.one(actor, unit).name();
		List<CaseRow> open = this.cases
			.list(actor, new CaseFilter(unit, null, null, null, null, true, null, null, null, null, null),
					PageRequest.of(PageRequest.MOST, null, 1))
			.items();
		List<Sheet> sheets = new ArrayList<>();
		for (String assignment : this.editions.assignments()) {
			List<OutcomeRow> newest = this.outcomes.recent(actor, unit, assignment, 1);
			if (!newest.isEmpty()) {
				this.editions.inForceOn(assignment, newest.get(0).period().to())
					.ifPresent((edition) -> sheets.add(sheet(edition, newest, open)));
			}
		}
		model.addAttribute("unitName", name);
		model.addAttribute("unitId", unit);
		model.addAttribute("years", Span.years(LocalDate.now(this.clock)));
		model.addAttribute("periods", Span.periods(LocalDate.now(this.clock)));
		model.addAttribute("sheets", sheets);
		model.addAttribute("theySay", signals(actor, unit, Direction.ABOUT_UNIT));
		model.addAttribute("centreSays", signals(actor, unit, Direction.FROM_UNIT));
		model.addAttribute("open", open);
		model.addAttribute("done", (done != null && Messages.has("dialogue.done-" + done)) ? done : null);
		addNotes(actor, unit, open, model);
		model.addAttribute("crumbs", List.of(new Crumb("/review/centres", say.text("review.centres")),
				new Crumb("/review/centres/" + unit, name)));
		return "review/dialogue";
	}

	private List<SignalBook.Followed> signals(Actor actor, String unit, Direction direction) {
		return this.signals
			.page(actor, new SignalFilter(unit, null, direction, null, null, false), PageRequest.of(SIGNALS, null, 2))
			.items();
	}

	private void addNotes(Actor actor, String unit, List<CaseRow> open, Model model) {
		boolean writes = this.notes.mayWrite(actor, unit);
		Map<Long, List<AgreedAction>> actions = this.cases.openActions(actor, unit);
		model.addAttribute("writes", writes);
		model.addAttribute("notes", this.notes.notes(actor, unit));
		model.addAttribute("planned", open.stream().filter((one) -> actions.containsKey(one.id())).toList());
		model.addAttribute("actions", actions);
		model.addAttribute("plannable", writes
				? open.stream().filter((one) -> CaseAct.ADD_ACTION.isPossibleIn(one.state())).toList() : List.of());
	}

	/** Writes a note before the dialogue. */
	@PostMapping("/review/centres/{unit}/dialogue/notes")
	@Needs(Act.DECIDE_CASE)
	String note(Actor actor, @PathVariable String unit, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		this.units.one(actor, unit);
		try {
			this.notes.write(actor, unit, typed.get("text"), "region".equals(typed.get("readers")));
			return done(unit, "note");
		}
		catch (Refusal refusal) {
			return wrong(refusal, "note-", actor, unit, typed, say, model, response);
		}
	}

	@PostMapping("/review/centres/{unit}/dialogue/notes/{note}/removal")
	@Needs(Act.DECIDE_CASE)
	String remove(Actor actor, @PathVariable String unit, @PathVariable long note) {
		this.notes.remove(actor, unit, note);
		return done(unit, "removed");
	}

	/** Adds an action to one of the centre's cases. */
	@PostMapping("/review/centres/{unit}/dialogue/actions")
	@Needs(Act.DECIDE_CASE)
	String plan(Actor actor, @PathVariable String unit, @RequestParam("case") long of,
			@RequestParam Map<String, String> typed, Say say, Model model, HttpServletResponse response) {
		actor.require(Act.DECIDE_CASE, unit);
		if (!this.cases.one(actor, of).row().unit().equals(unit)) {
			throw Refusal.notFound("case-not-found", of);
		}
		try {
			this.actions.add(actor, of,
					new ActionEntry(typed.get("text"), typed.get("owner"), typed.get("due"), null, null));
			return done(unit, "action");
		}
		catch (Refusal refusal) {
			return wrong(refusal, "action-", actor, unit, typed, say, model, response);
		}
	}

	private static String done(String unit, String word) {
		return "redirect:/review/centres/" + unit + "/dialogue?done=" + word;
	}

	private String wrong(Refusal refusal, String form, Actor actor, String unit, Map<String, String> typed, Say say,
			Model model, HttpServletResponse response) {
		Refused.show(refusal, say, model, response, (field) -> (form + field).replace("action-due", "action-day"));
		model.addAttribute("form", form);
		model.addAttribute("typed", typed);
		return prepare(actor, unit, null, say, model);
	}

	private static Sheet sheet(Edition edition, List<OutcomeRow> newest, List<CaseRow> open) {
		Map<String, OutcomeRow> outcomes = new HashMap<>();
		newest.forEach((one) -> outcomes.putIfAbsent(one.requirement(), one));
		Map<String, CaseRow> cases = new HashMap<>();
		open.stream()
			.filter((one) -> one.assignment().equals(edition.assignment()))
			.forEach((one) -> cases.putIfAbsent(one.requirement(), one));
		return new Sheet(edition, edition.requirements()
			.values()
			.stream()
			.filter((one) -> edition.chapterOf(one).part() == Part.CARE)
			.map((one) -> new Question(one,
					edition.patientGroups().stream().map((group) -> one.priorityByGroup().get(group.id())).toList(),
					outcomes.get(one.id()), cases.get(one.id())))
			.toList());
	}

	/**
	 * An assignment's questions.
	 *
	 * @param edition the edition
	 * @param questions in its order
	 */
	public record Sheet(Edition edition, List<Question> questions) {

	}

	/**
	 * A question of how care is given.
	 *
	 * @param requirement what is asked
	 * @param priorities for each patient group, null where the model says nothing
	 * @param newest how it went last, null before it has
	 * @param open the case that is open, null when none is
	 */
	public record Question(Requirement requirement, List<@Nullable Priority> priorities, @Nullable OutcomeRow newest,
			@Nullable CaseRow open) {

		/** What the newest outcome is called, null before there is one. */
		public @Nullable String told() {
			return (this.newest == null) ? null : Judgements.kind(this.newest.outcome(), this.requirement);
		}

	}

}
