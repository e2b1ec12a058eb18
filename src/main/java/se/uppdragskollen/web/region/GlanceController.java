package se.uppdragskollen.web.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.GroupSum;
import se.uppdragskollen.assessment.SumOutcomes;
import se.uppdragskollen.assessment.UnitGroup;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.selfreport.CountReports;
import se.uppdragskollen.selfreport.OwedPeriod;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * The region at a glance.
 */
@PageController
class GlanceController {

	private static final List<String> OPERATORS = List.of("regional", "private");

	private static final List<String> SIZES = List.of("small", "middle", "large", "unknown");

	private static final List<String> NEEDS = List.of("low", "middle", "high", "unknown");

	private final CountReports reports;

	private final SumOutcomes outcomes;

	private final Editions editions;

	private final AssignmentEditions assignments;

	private final ToDo todo;

	private final Clock clock;

	GlanceController(CountReports reports, SumOutcomes outcomes, Editions editions, AssignmentEditions assignments,
			ToDo todo, Clock clock) {
		this.reports = reports;
		this.outcomes = outcomes;
		this.editions = editions;
		this.assignments = assignments;
		this.todo = todo;
		this.clock = clock;
	}

	/** Who may not see the outcomes is led to what they are there for. */
	@GetMapping("/region")
	@Keepable
	@Needs({ Act.READ_OVERVIEW, Act.READ_PEOPLE })
	String glance(Actor actor, @RequestParam(required = false) @Nullable String assignment,
			@RequestParam(required = false) @Nullable String end,
			@RequestParam(required = false) @Nullable String operator,
			@RequestParam(required = false) @Nullable String size,
			@RequestParam(required = false) @Nullable String need, Say say, Model model) {
		if (!actor.may(Act.READ_OVERVIEW)) {
			return "redirect:/region/people";
		}
		View view = View.of(this.reports.periods(), assignment, end, LocalDate.now(this.clock));
		UnitGroup group = new UnitGroup(among(OPERATORS, operator), among(SIZES, size), among(NEEDS, need));
		model.addAttribute("view", view);
		model.addAttribute("titles",
				this.assignments.newest().stream().collect(Collectors.toMap(Edition::assignment, Edition::title)));
		model.addAttribute("group", group);
		model.addAttribute("narrowed", narrowed(group, say));
		model.addAttribute("operators", OPERATORS);
		model.addAttribute("sizes", SIZES);
		model.addAttribute("needs", NEEDS);
		model.addAttribute("todo", this.todo.of(actor));
		model.addAttribute("reports", this.reports.of(actor, view.periods()));
		LocalDate day = view.end();
		if (day != null) {
			Map<Period, Edition> editions = new LinkedHashMap<>();
			for (OwedPeriod one : view.periods()) {
				this.editions.current(one.assignment(), one.edition())
					.ifPresent((edition) -> editions.put(one.period(), edition));
			}
			model.addAttribute("glance", Glance
				.of(this.outcomes.byRequirement(actor, view.assignment(), view.bare(), day, group), editions, say));
			List<GroupSum> sums = this.outcomes.byGroup(actor, view.assignment(), view.bare(), day,
					recommended(editions));
			Map<String, List<Glance.Part>> splits = new LinkedHashMap<>();
			splits.put("operator", Glance.parts(sums, (one) -> one.group().operator()));
			splits.put("size", Glance.parts(sums, (one) -> one.group().size()));
			splits.put("need", Glance.parts(sums, (one) -> one.group().need()));
			model.addAttribute("splits", splits);
		}
		return "region/glance";
	}

	/** What the centres have in common, in words. */
	private static List<String> narrowed(UnitGroup group, Say say) {
		List<String> words = new ArrayList<>();
		add(words, "operator", group.operator(), say);
		add(words, "size", group.size(), say);
		add(words, "need", group.need(), say);
		return words;
	}

	private static void add(List<String> words, String by, @Nullable String which, Say say) {
		if (which != null) {
			String word = say.text("region." + by + "-" + which).toLowerCase(say.language().locale());
			words.add(say.text("region.by-" + by) + ": " + word + ".");
		}
	}

	/** Which requirements are only recommended. */
	private static Map<Period, Set<String>> recommended(Map<Period, Edition> editions) {
		Map<Period, Set<String>> recommended = new LinkedHashMap<>();
		editions.forEach((period, edition) -> recommended.put(period,
				edition.requirements()
					.values()
					.stream()
					.filter((one) -> one.level() == Level.SHOULD)
					.map(Requirement::id)
					.collect(Collectors.toSet())));
		return recommended;
	}

	private static @Nullable String among(List<String> words, @Nullable String asked) {
		return (asked != null && words.contains(asked)) ? asked : null;
	}

}
