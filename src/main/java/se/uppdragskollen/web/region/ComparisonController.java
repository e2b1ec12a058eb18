package se.uppdragskollen.web.region;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * The editions, and two of them side by side.
 */
@PageController
class ComparisonController {

	private final AssignmentEditions editions;

	ComparisonController(AssignmentEditions editions) {
		this.editions = editions;
	}

	/**
	 * All editions.
	 * @param before as {@code assignment/edition}, the one before the later one unless
	 * told
	 * @param after as {@code assignment/edition}, the newest unless told
	 */
	@GetMapping("/region/editions")
	@Needs(Act.READ_EDITIONS)
	String list(@RequestParam(required = false) @Nullable String before,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String substance, Say say, Model model) {
		List<PublishedEdition> all = this.editions.all();
		model.addAttribute("editions", all);
		model.addAttribute("titles", this.editions.titles(all));
		model.addAttribute("today", this.editions.today());
		model.addAttribute("substance", substance != null);
		if (!all.isEmpty()) {
			Edition later = (after == null) ? newest(all) : named(all, after);
			Edition earlier = (before == null) ? former(later) : named(all, before);
			model.addAttribute("after", later);
			model.addAttribute("before", earlier);
			if (earlier != null && earlier.assignment().equals(later.assignment())) {
				model.addAttribute("comparison", Comparison.of(earlier, later, substance != null, say));
			}
		}
		return "region/editions";
	}

	private Edition newest(List<PublishedEdition> all) {
		return this.editions.require(all.get(0).assignment(), all.get(0).edition());
	}

	private Edition named(List<PublishedEdition> all, String name) {
		return all.stream()
			.filter((one) -> (one.assignment() + "/" + one.edition()).equals(name))
			.findFirst()
			.map((one) -> this.editions.require(one.assignment(), one.edition()))
			.orElseThrow(() -> Refusal.notFound("edition", name));
	}

	/** The one that it continues, else the one before in time. */
	private @Nullable Edition former(Edition edition) {
		return this.editions.of(edition.assignment())
			.stream()
			.filter((one) -> (edition.continues() == null) ? one.from().isBefore(edition.from())
					: one.edition().equals(edition.continues()))
			.findFirst()
			.map((one) -> this.editions.require(one.assignment(), one.edition()))
			.orElse(null);
	}

}
