package se.uppdragskollen.web.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.uppdragskollen.assessment.Explained;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.ActOnCase;
import se.uppdragskollen.followup.ActionEntry;
import se.uppdragskollen.followup.AgreedAction;
import se.uppdragskollen.followup.CaseAct;
import se.uppdragskollen.followup.CaseActEntry;
import se.uppdragskollen.followup.CaseView;
import se.uppdragskollen.followup.Finding;
import se.uppdragskollen.followup.NoteInCase;
import se.uppdragskollen.followup.PlanActions;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.ReadReports;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Explanation;
import se.uppdragskollen.web.reading.Judgements;

/**
 * A case, whole: why it is there, how it has gone, what was said and done, and what can
 * be done now.
 */
@PageController
@RequestMapping("/review/cases/{id}")
class FollowedCaseController {

	/** Findings explained in full, the newest. */
	private static final int EXPLAINED = 12;

	private final ReadCases read;

	private final ActOnCase act;

	private final NoteInCase note;

	private final PlanActions actions;

	private final ReadResults results;

	private final ReadReports reports;

	private final Editions editions;

	private final FindOtherSources others;

	FollowedCaseController(ReadCases read, ActOnCase act, NoteInCase note, PlanActions actions, ReadResults results,
			ReadReports reports, Editions editions, FindOtherSources others) {
		this.read = read;
		this.act = act;
		this.note = note;
		this.actions = actions;
		this.results = results;
		this.reports = reports;
		this.editions = editions;
		this.others = others;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping
	@Keepable
	@Needs(Act.READ_OVERVIEW)
	String one(Actor actor, @PathVariable long id, Say say, Model model) {
		CaseView view = this.read.one(actor, id);
		Optional<Edition> edition = this.editions.current(view.row().assignment(), view.row().edition());
		Requirement requirement = edition.map((one) -> one.requirements().get(view.row().requirement())).orElse(null);
		FollowUpSettings settings = edition.map(Edition::followUpSettings).orElseGet(FollowUpSettings::defaults);
		model.addAttribute("case", view);
		model.addAttribute("row", view.row());
		model.addAttribute("requirement", requirement);
		model.addAttribute("settings", settings);
		model.addAttribute("nextStep", nextStep(view, settings));
		Map<Long, Explained> explained = explained(actor, view, requirement);
		model.addAttribute("findings", findings(actor, view, explained, requirement, say));
		model.addAttribute("others", this.others.find(actor, view.row(), explained.values(), say));
		model.addAttribute("at", "/review/centres/" + view.row().unit());
		model.addAttribute("acts", view.may().stream().filter(CaseAct::isAsked).toList());
		model.addAttribute("mayNote", view.may().contains(CaseAct.NOTE));
		model.addAttribute("mayAdd", view.may().contains(CaseAct.ADD_ACTION));
		model.addAttribute("mayChange", view.may().contains(CaseAct.CHANGE_ACTION));
		model.addAttribute("actionStates", AgreedAction.State.values());
		model.addAttribute("precedents",
				actor.own().contains(view.row().unit()) ? List.of() : this.read.precedents(actor, id));
		model.addAttribute("crumbs", List.of(new Crumb("/review", say.text("review.work")),
				new Crumb("/review/centres/" + view.row().unit(), view.row().unitName())));
		if (!model.containsAttribute("typed")) {
			model.addAttribute("typed", Map.of());
		}
		return "review/case";
	}

	private static FollowUpSettings.@Nullable Step nextStep(CaseView view, FollowUpSettings settings) {
		String step = view.row().ladderStep();
		return (step == null) ? settings.escalation().get(0) : settings.stepAfter(step).orElse(null);
	}

	private static List<Finding> newest(CaseView view) {
		List<Finding> newest = new ArrayList<>(view.findings());
		Collections.reverse(newest);
		return newest;
	}

	/** What the newest of its results say, under the requirement's earlier id too. */
	private Map<Long, Explained> explained(Actor actor, CaseView view, @Nullable Requirement requirement) {
		List<String> ids = new ArrayList<>(List.of(view.row().requirement()));
		if (requirement != null && requirement.continues() != null) {
			ids.add(requirement.continues());
		}
		return this.results.explained(actor, newest(view).stream().limit(EXPLAINED).map(Finding::result).toList(), ids);
	}

	/** The newest first; the older ones without an explanation. */
	private List<Told> findings(Actor actor, CaseView view, Map<Long, Explained> explained,
			@Nullable Requirement requirement, Say say) {
		Set<Period> readable = actor.may(Act.READ_REPORTS, view.row().unit())
				? this.reports.handedIn(actor, view.row().unit(), view.row().assignment()) : Set.of();
		return newest(view).stream().map((one) -> {
			Explained own = explained.get(one.result());
			String outcome = one.outcome().word();
			return new Told(one, (requirement == null) ? outcome : Judgements.kind(outcome, requirement),
					readable.contains(one.period()),
					(own == null) ? null : Explanation.of(own, this.editions.revision(own.result().revision()), say));
		}).toList();
	}

	/** Does something with the case; what it is stands in the form. */
	@PostMapping("/acts")
	@Needs({ Act.DECIDE_CASE, Act.APPROVE_ESCALATION })
	String act(Actor actor, @PathVariable long id, @RequestParam long version, @RequestParam String act,
			@RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable String due, Say say,
			Model model, HttpServletResponse response) {
		return done(actor, id, act, Map.of("text", text, "due", (due == null) ? "" : due), say, model, response,
				() -> this.act.act(actor, id, version, new CaseActEntry(act, text, due, null)));
	}

	@PostMapping("/notes")
	@Needs(Act.DECIDE_CASE)
	String note(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "false") boolean shared, Say say, Model model, HttpServletResponse response) {
		return done(actor, id, "note", Map.of("text", text, "shared", shared), say, model, response,
				() -> this.note.note(actor, id, text, shared));
	}

	@PostMapping("/actions")
	@Needs(Act.DECIDE_CASE)
	String add(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "") String due, Say say,
			Model model, HttpServletResponse response) {
		return done(actor, id, "add-action", Map.of("text", text, "owner", owner, "due", due), say, model, response,
				() -> this.actions.add(actor, id, new ActionEntry(text, owner, due, null, null)));
	}

	@PostMapping("/actions/{action}")
	@Needs(Act.DECIDE_CASE)
	String change(Actor actor, @PathVariable long id, @PathVariable long action, @RequestParam long version,
			@RequestParam String state, @RequestParam(required = false) @Nullable String due,
			@RequestParam(defaultValue = "") String note, Say say, Model model, HttpServletResponse response) {
		return done(actor, id, "change-action", Map.of("action", action, "state", state, "note", note), say, model,
				response,
				() -> this.actions.change(actor, id, action, version, new ActionEntry(null, null, due, state, note)));
	}

	/** Back to the case; what is refused is told there, with all that was typed. */
	private String done(Actor actor, long id, String act, Map<String, Object> typed, Say say, Model model,
			HttpServletResponse response, Runnable doing) {
		try {
			doing.run();
			return "redirect:/review/cases/" + id + "?done=" + act;
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (name) -> field(act, name, typed));
			Map<String, Object> kept = new HashMap<>(typed);
			kept.put("act", act);
			model.addAttribute("typed", kept);
			return one(actor, id, say, model);
		}
	}

	/** The id that a field has on the page, where each act has a form of its own. */
	private static String field(String act, String name, Map<String, Object> typed) {
		return switch (act) {
			case "note" -> "note";
			case "add-action" -> name.equals("due") ? "action-day" : "action-" + name;
			case "change-action" -> name + "-" + typed.get("action");
			default -> name + "-" + act;
		};
	}

	/**
	 * A finding with its explanation.
	 *
	 * @param finding how it went
	 * @param outcome what that is called
	 * @param readable whether there is a report to read
	 * @param why the explanation, null where there is none to show
	 */
	public record Told(Finding finding, String outcome, boolean readable, @Nullable Explanation why) {

	}

}
