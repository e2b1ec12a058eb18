package se.uppdragskollen.web.region;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.RuleSentences;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * The requirements of an edition, and each one through the years.
 */
@PageController
class RequirementController {

	private final AssignmentEditions editions;

	private final RequirementOutcomes outcomes;

	RequirementController(AssignmentEditions editions, RequirementOutcomes outcomes) {
		this.editions = editions;
		this.outcomes = outcomes;
	}

	@GetMapping("/region/requirements")
	@Needs(Act.READ_EDITIONS)
	String list(@RequestParam(required = false) @Nullable String edition, @RequestParam(defaultValue = "") String text,
			Say say, Model model) {
		List<PublishedEdition> all = this.editions.all();
		model.addAttribute("editions", all);
		model.addAttribute("titles", this.editions.titles(all));
		model.addAttribute("text", text);
		this.editions.chosen(all, edition).ifPresent((chosen) -> {
			LocalDate day = this.editions.dayIn(chosen);
			model.addAttribute("edition", chosen);
			model.addAttribute("day", day);
			model.addAttribute("chapters", chapters(chosen, day, text, say));
		});
		return "region/requirements";
	}

	private static Map<String, List<Read>> chapters(Edition edition, LocalDate day, String text, Say say) {
		RuleSentences sentences = new RuleSentences(edition, day);
		String wanted = text.strip().toLowerCase(Locale.ROOT);
		Map<String, List<Read>> chapters = new LinkedHashMap<>();
		for (Chapter chapter : edition.chapters()) {
			List<Read> some = new ArrayList<>();
			for (Requirement one : edition.requirements().values()) {
				if (one.chapter().equals(chapter.id())) {
					Read read = new Read(one,
							edition.rulesOf(one.id()).stream().map(sentences::of).map(say::of).toList());
					if (read.holds(wanted, say)) {
						some.add(read);
					}
				}
			}
			if (!some.isEmpty()) {
				chapters.put(say.of(chapter.title()), some);
			}
		}
		return chapters;
	}

	/**
	 * A requirement, in the edition asked for or the newest that has it.
	 * @param end up to which day its outcomes are wanted, as the glance knows it
	 */
	@GetMapping("/region/requirements/{assignment}/{id}")
	@Keepable
	@Needs(Act.READ_EDITIONS)
	String one(Actor actor, @PathVariable String assignment, @PathVariable String id,
			@RequestParam(required = false) @Nullable String edition,
			@RequestParam(required = false) @Nullable String period, Say say, Model model) {
		List<Edition> all = all(assignment);
		Edition chosen = chosen(all, assignment, id, edition);
		Requirement requirement = Objects.requireNonNull(chosen.requirements().get(id));
		RequirementLine line = RequirementLine.of(all, chosen, requirement);
		LocalDate day = this.editions.dayIn(chosen);
		RuleSentences sentences = new RuleSentences(chosen, day);
		model.addAttribute("edition", chosen);
		model.addAttribute("requirement", requirement);
		model.addAttribute("chapter", say.of(chosen.chapterOf(requirement).title()));
		model.addAttribute("day", day);
		model.addAttribute("sentences", chosen.rulesOf(id).stream().map(sentences::of).map(say::of).toList());
		model.addAttribute("limits", line.limits(this.editions.today(), say));
		model.addAttribute("line", line);
		if (actor.may(Act.READ_OVERVIEW)) {
			this.outcomes.add(actor, line, period, say, model);
		}
		model.addAttribute("crumbs", List
			.of(new Crumb("/region/requirements?edition=" + chosen.name(), say.text("region.tab-requirements"))));
		return "region/requirement";
	}

	/** The numbers behind the picture of its outcomes, of all periods. */
	@GetMapping("/region/requirements/{assignment}/{id}/rows")
	@Needs(Act.READ_OVERVIEW)
	void rows(Actor actor, @PathVariable String assignment, @PathVariable String id, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		List<Edition> all = all(assignment);
		Edition chosen = chosen(all, assignment, id, null);
		RequirementLine line = RequirementLine.of(all, chosen, Objects.requireNonNull(chosen.requirements().get(id)));
		if (!this.outcomes.write(actor, line, request, response)) {
			response.sendRedirect("/region/requirements/" + assignment + "/" + id);
		}
	}

	private List<Edition> all(String assignment) {
		return this.editions.of(assignment)
			.stream()
			.map((one) -> this.editions.require(one.assignment(), one.edition()))
			.toList();
	}

	private static Edition chosen(List<Edition> all, String assignment, String id, @Nullable String edition) {
		return all.stream()
			.filter((one) -> one.requirements().containsKey(id) && (edition == null || one.id().equals(edition)))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("requirement", id, assignment));
	}

	/**
	 * A requirement with its rules read aloud.
	 *
	 * @param requirement the requirement
	 * @param sentences its rules, with the limits of the day
	 */
	public record Read(Requirement requirement, List<String> sentences) {

		boolean holds(String wanted, Say say) {
			return wanted.isEmpty() || (this.requirement.id() + " " + say.of(this.requirement.title()) + " "
					+ String.join(" ", this.sentences))
				.toLowerCase(Locale.ROOT)
				.contains(wanted);
		}

	}

}
