package se.uppdragskollen.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.followup.CaseCounts;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.CaseState;
import se.uppdragskollen.followup.ConfirmCases;
import se.uppdragskollen.followup.CountCases;
import se.uppdragskollen.followup.Course;
import se.uppdragskollen.followup.KeepViews;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.followup.SavedView;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * The work list: what the reviewers have before them, and confirming several at once.
 */
@PageController
class WorkListController {

	private final ReadCases cases;

	private final CountCases counts;

	private final ConfirmCases confirm;

	private final KeepViews saved;

	private final Choices choices;

	WorkListController(ReadCases cases, CountCases counts, ConfirmCases confirm, KeepViews saved, Choices choices) {
		this.cases = cases;
		this.counts = counts;
		this.confirm = confirm;
		this.saved = saved;
		this.choices = choices;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	/** With nothing asked, the view that the reader opens with. */
	@GetMapping("/review")
	@Needs(Act.READ_OVERVIEW)
	String open(Actor actor, @RequestParam Map<String, String> asked, Say say, Model model) {
		return asked.isEmpty() ? this.saved.opening(actor)
			.map((one) -> WorkFilter.of(one.fields()))
			.filter((one) -> isSound(one, actor))
			.map((one) -> "redirect:" + one.address())
			.orElseGet(() -> list(actor, asked, say, model)) : list(actor, asked, say, model);
	}

	/** What was kept long ago may ask for what is no longer there. */
	private static boolean isSound(WorkFilter filter, Actor actor) {
		try {
			filter.cases(actor);
			return true;
		}
		catch (Refusal refusal) {
			return false;
		}
	}

	/** The page; also where another page shows what is wrong with what was typed. */
	String list(Actor actor, Map<String, String> asked, Say say, Model model) {
		WorkFilter filter = WorkFilter.of(asked);
		CaseCounts all = this.counts.all(actor);
		model.addAttribute("filter", filter);
		model.addAttribute("views", views(all, filter, say));
		model.addAttribute("saved", this.saved.list(actor).stream().map((one) -> SavedLink.of(one, filter)).toList());
		CaseFilter wanted = filter.cases(actor);
		Page<CaseRow> page = this.cases.listByDay(actor, wanted,
				PageRequest.of(PageRequest.USUAL, asked.get("cursor"), 2));
		model.addAttribute("page", page);
		model.addAttribute("hits", this.cases.count(actor, wanted));
		model.addAttribute("cursor", asked.get("cursor"));
		model.addAttribute("done", done(asked.get("done")));
		addTicks(actor, page, "all".equals(asked.get("tick")), filter.address(asked.get("cursor")), model);
		String confirmed = asked.get("confirmed");
		model.addAttribute("confirmed", (confirmed != null && confirmed.matches("\\d{1,4}")) ? confirmed : null);
		model.addAttribute("decides", actor.may(Act.DECIDE_CASE));
		this.choices.add(actor, say, model);
		return "review/work";
	}

	static @Nullable String done(@Nullable String word) {
		return (word != null && Messages.has("review.views-done-" + word)) ? word : null;
	}

	/** Which cases can be ticked, and whether all of them are. */
	private static void addTicks(Actor actor, Page<CaseRow> page, boolean all, String address, Model model) {
		List<String> tickable = page.items()
			.stream()
			.filter((one) -> one.state() == CaseState.PROPOSED && actor.may(Act.DECIDE_CASE, one.unit()))
			.map((one) -> String.valueOf(one.id()))
			.toList();
		model.addAttribute("tickable", tickable);
		if (!model.containsAttribute("ticked")) {
			model.addAttribute("ticked", all ? tickable : List.of());
		}
		model.addAttribute("tickAll", address + "&tick=all#list");
		model.addAttribute("tickNone", address + "#list");
	}

	/** The lists that reviewers go to most, with how much there is in each. */
	private static List<View> views(CaseCounts counts, WorkFilter now, Say say) {
		List<View> views = new ArrayList<>();
		views.add(view("all", WorkFilter.in(""), counts.open(), now, say));
		for (CaseState state : List.of(CaseState.PROPOSED, CaseState.CONFIRMED, CaseState.ANSWERED,
				CaseState.IN_DIALOGUE, CaseState.ACTION_PLAN, CaseState.RE_CHECK, CaseState.ESCALATED)) {
			views.add(view(state.word(), WorkFilter.in(state.word()), counts.in(state), now, say));
		}
		views.add(view("overdue", WorkFilter.of(Map.of("overdue", "1")), counts.overdue(), now, say));
		views.add(view("mine", WorkFilter.of(Map.of("mine", "1")), counts.mine(), now, say));
		views.add(view("ended", WorkFilter.in(WorkFilter.ENDED),
				counts.in(CaseState.CLOSED) + counts.in(CaseState.DISMISSED), now, say));
		return views;
	}

	private static View view(String name, WorkFilter filter, int count, WorkFilter now, Say say) {
		return new View(say.text("review.view-" + name), filter.address(), count, filter.equals(now));
	}

	/** All that are ticked, or none. */
	@PostMapping("/review/confirmations")
	@Needs(Act.DECIDE_CASE)
	String confirm(Actor actor, @RequestParam Map<String, String> asked,
			@RequestParam(name = "case", required = false) @Nullable List<String> ticked,
			@RequestParam(defaultValue = "") String reason, Say say, Model model, HttpServletResponse response) {
		List<String> wanted = (ticked == null) ? List.of() : ticked;
		if (wanted.isEmpty()) {
			Refused.show(422, say.text("review.none-ticked"), List.of(), model, response);
			model.addAttribute("reason", reason);
			return list(actor, asked, say, model);
		}
		try {
			int confirmed = this.confirm
				.confirm(actor, wanted.stream().map(WorkListController::versioned).toList(), reason)
				.size();
			return "redirect:" + WorkFilter.of(asked).address() + "&confirmed=" + confirmed;
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("ticked",
					wanted.stream()
						.map((one) -> one.substring(0, Math.max(0, one.indexOf(':'))))
						.collect(Collectors.toSet()));
			model.addAttribute("reason", reason);
			return list(actor, asked, say, model);
		}
	}

	private static ConfirmCases.Versioned versioned(String ticked) {
		if (!ticked.matches("\\d{1,18}:\\d{1,18}")) {
			throw Refusal.invalid("/cases", "case-once");
		}
		String[] parts = ticked.split(":");
		return new ConfirmCases.Versioned(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
	}

	/**
	 * A list that reviewers go to often.
	 *
	 * @param text what it is called
	 * @param address where it is
	 * @param count how much is in it
	 * @param current whether it is the one that is shown
	 */
	public record View(String text, String address, int count, boolean current) {

	}

	/**
	 * A view that the reader has named.
	 *
	 * @param id its id
	 * @param text its name
	 * @param address where it is
	 * @param current whether it is the one that is shown
	 * @param opens whether the list opens with it
	 */
	public record SavedLink(long id, String text, String address, boolean current, boolean opens) {

		static SavedLink of(SavedView view, WorkFilter now) {
			WorkFilter filter = WorkFilter.of(view.fields());
			return new SavedLink(view.id(), view.name(), filter.address(), filter.equals(now), view.opens());
		}

	}

	/**
	 * What the list can be narrowed by.
	 */
	@Component
	static class Choices {

		private final FindUnits units;

		private final Editions editions;

		private final Clock clock;

		Choices(FindUnits units, Editions editions, Clock clock) {
			this.units = units;
			this.editions = editions;
			this.clock = clock;
		}

		void add(Actor actor, Say say, Model model) {
			Map<String, String> chapters = new LinkedHashMap<>();
			for (String assignment : this.editions.assignments()) {
				this.editions.inForceOn(assignment, LocalDate.now(this.clock))
					.ifPresent((edition) -> edition.chapters()
						.forEach((chapter) -> chapters.putIfAbsent(chapter.id(), say.of(chapter.title()))));
			}
			model.addAttribute("chapters", chapters);
			model.addAttribute("units",
					this.units.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything()).items());
			model.addAttribute("states", CaseState.values());
			model.addAttribute("kinds", FindingKind.values());
			model.addAttribute("severities", Severity.values());
			model.addAttribute("courses", Course.values());
		}

	}

}
