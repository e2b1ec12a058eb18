package se.uppdragskollen.web.centre;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.ActOnCase;
import se.uppdragskollen.followup.ActionEntry;
import se.uppdragskollen.followup.AgreedAction;
import se.uppdragskollen.followup.CaseActEntry;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseView;
import se.uppdragskollen.followup.NoteInCase;
import se.uppdragskollen.followup.PlanActions;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.followup.ReadSharedCases;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Explanation;

/**
 * What the region asks of a centre: the centre reads why, answers, proposes what it will
 * do, and tells when it is done.
 */
@PageController
@RequestMapping("/centre/{unit}/cases")
class CentreCaseController {

	/** The forms of which the page tells that they were sent. */
	private static final Set<String> DONE = Set.of("answer", "note", "action", "change");

	private final FindUnits units;

	private final ReadCases cases;

	private final ReadSharedCases shared;

	private final ActOnCase acts;

	private final NoteInCase notes;

	private final PlanActions actions;

	private final ReadResults results;

	private final Editions editions;

	CentreCaseController(FindUnits units, ReadCases cases, ReadSharedCases shared, ActOnCase acts, NoteInCase notes,
			PlanActions actions, ReadResults results, Editions editions) {
		this.units = units;
		this.cases = cases;
		this.shared = shared;
		this.acts = acts;
		this.notes = notes;
		this.actions = actions;
		this.results = results;
		this.editions = editions;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.CENTRE.word();
	}

	@Keepable
	@GetMapping
	@Needs(Act.ANSWER_CASE)
	String list(Actor actor, @PathVariable String unit, @RequestParam(required = false) @Nullable String cursor,
			Model model) {
		actor.require(Act.ANSWER_CASE, unit);
		String name = this.units.one(actor, unit).name();
		model.addAttribute("unit", unit);
		model.addAttribute("unitName", name);
		model.addAttribute("page",
				this.cases.list(actor, new CaseFilter(unit, null, null, null, null, null, null, null, null, null, null),
						PageRequest.of(PageRequest.USUAL, cursor, 1)));
		Map<Long, List<AgreedAction>> plans = new HashMap<>();
		this.shared.open(actor, unit).forEach((one) -> plans.put(one.row().id(), one.actions()));
		model.addAttribute("plans", plans);
		model.addAttribute("crumbs", List.of(new Crumb("/centre/" + unit, name)));
		return "centre/cases";
	}

	@Keepable
	@GetMapping("/{id}")
	@Needs(Act.ANSWER_CASE)
	String one(Actor actor, @PathVariable String unit, @PathVariable long id,
			@RequestParam(defaultValue = "") String done, Say say, Model model) {
		actor.require(Act.ANSWER_CASE, unit);
		CaseView view = this.cases.one(actor, id);
		if (!view.row().unit().equals(unit)) {
			throw Refusal.notFound("case-not-found", id);
		}
		String name = this.units.one(actor, unit).name();
		model.addAttribute("unit", unit);
		model.addAttribute("unitName", name);
		model.addAttribute("view", view);
		model.addAttribute("row", view.row());
		model.addAttribute("may", view.may().stream().map((act) -> act.word()).toList());
		Explanation why = why(actor, view, say);
		model.addAttribute("why", why);
		model.addAttribute("requirement", (why == null) ? null
				: this.editions.revision(why.result().revision()).requirements().get(view.row().requirement()));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		model.addAttribute("crumbs", List.of(new Crumb("/centre/" + unit, name),
				new Crumb("/centre/" + unit + "/cases", say.text("cases.title"))));
		return "centre/case";
	}

	/** Why the newest failing report gave it, by what was compared. */
	private @Nullable Explanation why(Actor actor, CaseView view, Say say) {
		return view.findings()
			.stream()
			.filter((one) -> one.kind() != null)
			.reduce((one, later) -> later)
			.flatMap((failing) -> this.results
				.explanations(actor, List.of(failing.result()), List.of(view.row().requirement()))
				.stream()
				.findFirst())
			.map((one) -> Explanation.of(one, this.editions.revision(one.result().revision()), say))
			.orElse(null);
	}

	@PostMapping("/{id}/answer")
	@Needs(Act.ANSWER_CASE)
	String answer(Actor actor, @PathVariable String unit, @PathVariable long id, @RequestParam long version,
			@RequestParam(defaultValue = "") String text, Say say, Model model, HttpServletResponse response) {
		return done(actor, unit, id, "answer", text, say, model, response,
				() -> this.acts.act(actor, id, version, new CaseActEntry("answer", text, null, null)));
	}

	@PostMapping("/{id}/notes")
	@Needs(Act.ANSWER_CASE)
	String note(Actor actor, @PathVariable String unit, @PathVariable long id,
			@RequestParam(defaultValue = "") String text, Say say, Model model, HttpServletResponse response) {
		return done(actor, unit, id, "note", text, say, model, response, () -> this.notes.note(actor, id, text, null));
	}

	@PostMapping("/{id}/actions")
	@Needs(Act.ANSWER_CASE)
	String plan(Actor actor, @PathVariable String unit, @PathVariable long id,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String owner,
			@RequestParam(defaultValue = "") String due, Say say, Model model, HttpServletResponse response) {
		model.addAttribute("typedOwner", owner);
		model.addAttribute("typedDue", due);
		return done(actor, unit, id, "action", text, say, model, response,
				() -> this.actions.add(actor, id, new ActionEntry(text, owner, due, null, null)));
	}

	@PostMapping("/{id}/actions/{action}")
	@Needs(Act.ANSWER_CASE)
	String change(Actor actor, @PathVariable String unit, @PathVariable long id, @PathVariable long action,
			@RequestParam long version, @RequestParam String state, @RequestParam(defaultValue = "") String note,
			Say say, Model model, HttpServletResponse response) {
		model.addAttribute("changed", action);
		return done(actor, unit, id, "change", note, say, model, response, () -> this.actions.change(actor, id, action,
				version, new ActionEntry(null, null, null, state, note.isBlank() ? null : note)));
	}

	/** Does it, or shows the page again with what was typed and why it was not done. */
	private String done(Actor actor, String unit, long id, String form, String typed, Say say, Model model,
			HttpServletResponse response, Runnable act) {
		actor.require(Act.ANSWER_CASE, unit);
		try {
			act.run();
			return "redirect:/centre/" + unit + "/cases/" + id + "?done=" + form;
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response,
					(name) -> form.equals("change") ? name + "-" + model.getAttribute("changed") : form + "-" + name);
			model.addAttribute("form", form);
			model.addAttribute("typed", typed);
			return one(actor, unit, id, "", say, model);
		}
	}

}
