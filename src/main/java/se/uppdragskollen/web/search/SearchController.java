package se.uppdragskollen.web.search;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.SearchCases;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.web.CurrentActor;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * The box in the page's head: centres, requirements and cases, each group by itself.
 * Residents are led to what is published.
 */
@PageController
class SearchController {

	/** Of each group on the first page. */
	private static final int SOME = 5;

	/** Nobody has so many centres. */
	private static final int MOST_PAGES = 1000;

	private final CurrentActor actors;

	private final Question question;

	private final Shelves shelves;

	private final SearchCases cases;

	SearchController(CurrentActor actors, Question question, Shelves shelves, SearchCases cases) {
		this.actors = actors;
		this.question = question;
		this.shelves = shelves;
		this.cases = cases;
	}

	/**
	 * What was found.
	 * @param typed what is looked for
	 * @param group {@code centres}, {@code requirements} or {@code cases} for all of one;
	 * else some of each
	 * @param number which page of a group's
	 */
	@GetMapping("/search")
	@Open
	String search(@RequestParam(name = "q", defaultValue = "") String typed,
			@RequestParam(defaultValue = "") String group, @RequestParam(name = "page", defaultValue = "1") int number,
			@RequestParam(required = false) @Nullable String cursor, Say say, Model model) {
		String shown = Question.shown(typed);
		if (this.actors.login().isEmpty()) {
			return "redirect:" + UriComponentsBuilder.fromPath("/public")
				.queryParam("text", "{text}")
				.encode()
				.buildAndExpand(shown);
		}
		Actor actor = this.actors.require();
		List<Needle> needles = this.question.needles(shown);
		List<Searchable> centres = this.shelves.centres(actor);
		List<Searchable> requirements = this.shelves.requirements(say);
		model.addAttribute("q", shown);
		model.addAttribute("needles", needles);
		model.addAttribute("marks", new Marks(needles));
		model.addAttribute("group", group);
		model.addAttribute("centres", found(centres, needles, group, "centres", number));
		model.addAttribute("requirements", found(requirements, needles, group, "requirements", number));
		model.addAttribute("cases", cases(actor, needles, centres, requirements, group, cursor));
		model.addAttribute("ofRegion", actor.ofRegion());
		return "search/found";
	}

	private static Some found(List<Searchable> all, List<Needle> needles, String group, String own, int number) {
		if (needles.isEmpty() || !group.isEmpty() && !group.equals(own)) {
			return new Some(List.of(), 0, 0);
		}
		List<Searchable> hits = all.stream()
			.filter((one) -> one.isFoundBy(needles))
			.sorted(Comparator.comparing((Searchable one) -> one.rank(needles)))
			.toList();
		int size = group.isEmpty() ? SOME : PageRequest.USUAL;
		int place = Math.min(MOST_PAGES, Math.max(1, number));
		int from = group.isEmpty() ? 0 : Math.min(hits.size(), (place - 1) * size);
		int to = Math.min(hits.size(), from + size);
		return new Some(hits.subList(from, to), hits.size(), (to < hits.size()) ? place + 1 : 0);
	}

	private Page<CaseRow> cases(Actor actor, List<Needle> needles, List<Searchable> centres,
			List<Searchable> requirements, String group, @Nullable String cursor) {
		if (!actor.may(Act.READ_CASES) || !group.isEmpty() && !group.equals("cases")) {
			return new Page<>(List.of(), null);
		}
		PageRequest page = group.isEmpty() ? PageRequest.of(SOME, null, SearchCases.KEYS)
				: PageRequest.of(PageRequest.USUAL, cursor, SearchCases.KEYS);
		return this.cases.find(actor, Shelves.meanings(needles, centres, requirements), page);
	}

	/**
	 * Marks what was looked for.
	 *
	 * @param needles what it is
	 */
	public record Marks(List<Needle> needles) {

		public List<Needle.Part> of(String text) {
			return Needle.mark(text, this.needles);
		}

	}

	/**
	 * Some of what was found.
	 *
	 * @param items those on this page
	 * @param all how many there are
	 * @param next the number of the next page, 0 at the end
	 */
	public record Some(List<Searchable> items, int all, int next) {

	}

}
