package se.uppdragskollen.web.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.statement.DecideExemption;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.ExemptionState;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.ProposeExemption;
import se.uppdragskollen.statement.StatedExemption;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * Exemptions: one proposes, another decides.
 */
@PageController
@RequestMapping("/region/exemptions")
class RegionExemptionController {

	private final FindStatements find;

	private final ProposeExemption propose;

	private final DecideExemption decide;

	private final AssignmentEditions editions;

	private final FindUnits units;

	RegionExemptionController(FindStatements find, ProposeExemption propose, DecideExemption decide,
			AssignmentEditions editions, FindUnits units) {
		this.find = find;
		this.propose = propose;
		this.decide = decide;
		this.editions = editions;
		this.units = units;
	}

	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @RequestParam(defaultValue = "") String state,
			@RequestParam(required = false) @Nullable String cursor, Say say, Model model) {
		ExemptionState wanted = Arrays.stream(ExemptionState.values())
			.filter((one) -> one.word().equals(state))
			.findFirst()
			.orElse(null);
		Page<StatedExemption> page = this.find.exemptions(actor, new ExemptionFilter(null, null, null, wanted),
				PageRequest.of(PageRequest.USUAL, cursor, 1));
		List<PublishedEdition> all = this.editions.all();
		Map<Long, String> titles = new LinkedHashMap<>();
		page.items().forEach((one) -> titles.put(one.id(), title(all, one, say)));
		model.addAttribute("page", page);
		model.addAttribute("titles", titles);
		model.addAttribute("state", (wanted == null) ? "" : wanted.word());
		model.addAttribute("states", ExemptionState.values());
		model.addAttribute("proposes", actor.may(Act.PROPOSE_EXEMPTION));
		return "region/exemptions";
	}

	private String title(List<PublishedEdition> all, StatedExemption one, Say say) {
		Requirement requirement = this.editions.on(all, one.assignment(), one.from())
			.map((edition) -> edition.requirements().get(one.requirement()))
			.orElse(null);
		return one.requirement() + ((requirement == null) ? "" : " " + say.of(requirement.title()));
	}

	@GetMapping("/new")
	@Needs(Act.PROPOSE_EXEMPTION)
	String form(Actor actor, @RequestParam Map<String, String> typed, Say say, Model model) {
		List<PublishedEdition> all = this.editions.all();
		String wanted = typed.getOrDefault("assignment", "");
		String assignment = all.stream()
			.map(PublishedEdition::assignment)
			.filter(wanted::equals)
			.findFirst()
			.or(() -> all.stream().map(PublishedEdition::assignment).findFirst())
			.orElse("");
		LocalDate today = this.editions.today();
		Edition edition = this.editions.on(all, assignment, today)
			.or(() -> this.editions.of(assignment)
				.stream()
				.findFirst()
				.map((one) -> this.editions.require(one.assignment(), one.edition())))
			.orElse(null);
		model.addAttribute("typed", typed);
		model.addAttribute("assignment", assignment);
		model.addAttribute("chapters", (edition == null) ? Map.of() : requirements(edition, say));
		model.addAttribute("units",
				this.units.list(actor, new UnitFilter(null, null, today, null), PageRequest.everything()).items());
		model.addAttribute("crumbs", List.of(new Crumb("/region/exemptions", say.text("region.tab-exemptions"))));
		return "region/exemption-new";
	}

	private static Map<String, List<Requirement>> requirements(Edition edition, Say say) {
		Map<String, List<Requirement>> chapters = new LinkedHashMap<>();
		edition.chapters()
			.forEach((chapter) -> chapters.put(say.of(chapter.title()),
					new ArrayList<>(edition.requirements()
						.values()
						.stream()
						.filter((one) -> one.chapter().equals(chapter.id()))
						.toList())));
		return chapters;
	}

	@PostMapping
	@Needs(Act.PROPOSE_EXEMPTION)
	String propose(Actor actor, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		try {
			StatedExemption proposed = this.propose.propose(actor,
					new ProposeExemption.Entry(typed.get("assignment"), typed.get("unit"), typed.get("requirement"),
							typed.get("from"), typed.get("to"), typed.get("reason")));
			return "redirect:/region/exemptions/" + proposed.id() + "?done=proposed";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			return form(actor, typed, say, model);
		}
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_OVERVIEW)
	String one(Actor actor, @PathVariable long id, Say say, Model model) {
		StatedExemption exemption = this.find.exemption(actor, id);
		boolean decides = actor.may(Act.DECIDE_EXEMPTION, exemption.unit());
		model.addAttribute("exemption", exemption);
		model.addAttribute("about", title(this.editions.all(), exemption, say));
		model.addAttribute("own", this.find.isOwn(actor, id));
		model.addAttribute("decides", decides && exemption.state() == ExemptionState.PROPOSED);
		model.addAttribute("withdraws", exemption.state() == ExemptionState.PROPOSED && this.find.isOwn(actor, id)
				&& actor.may(Act.PROPOSE_EXEMPTION, exemption.unit()));
		model.addAttribute("ends",
				decides && exemption.state() == ExemptionState.APPROVED && !this.find.isOwn(actor, id));
		model.addAttribute("crumbs", List.of(new Crumb("/region/exemptions", say.text("region.tab-exemptions"))));
		return "region/exemption";
	}

	@PostMapping("/{id}/decision")
	@Needs(Act.DECIDE_EXEMPTION)
	String decide(Actor actor, @PathVariable long id, @RequestParam long version,
			@RequestParam Map<String, String> typed, Say say, Model model, HttpServletResponse response) {
		try {
			StatedExemption decided = this.decide.decide(actor, id, version, typed.get("decision"),
					typed.get("reason"));
			return "redirect:/region/exemptions/" + id + "?done=" + decided.state().word();
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", typed);
			return one(actor, id, say, model);
		}
	}

	@PostMapping("/{id}/withdrawal")
	@Needs(Act.PROPOSE_EXEMPTION)
	String withdraw(Actor actor, @PathVariable long id, @RequestParam long version, Say say, Model model,
			HttpServletResponse response) {
		try {
			this.propose.withdraw(actor, id, version);
			return "redirect:/region/exemptions/" + id + "?done=withdrawn";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			return one(actor, id, say, model);
		}
	}

	@PostMapping("/{id}/end")
	@Needs(Act.DECIDE_EXEMPTION)
	String end(Actor actor, @PathVariable long id, @RequestParam long version, @RequestParam Map<String, String> typed,
			Say say, Model model, HttpServletResponse response) {
		try {
			this.decide.end(actor, id, version, typed.get("ended_on"), typed.get("reason"));
			return "redirect:/region/exemptions/" + id + "?done=ended";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", typed);
			return one(actor, id, say, model);
		}
	}

}
