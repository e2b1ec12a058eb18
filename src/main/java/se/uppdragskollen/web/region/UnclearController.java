package se.uppdragskollen.web.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.evaluation.AskedElements;
import se.uppdragskollen.selfreport.ReadUnclear;
import se.uppdragskollen.selfreport.UnclearElement;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * The questions that centres find unclear: what to word better in the next edition.
 */
@PageController
class UnclearController {

	private final ReadUnclear unclear;

	private final AssignmentEditions editions;

	UnclearController(ReadUnclear unclear, AssignmentEditions editions) {
		this.unclear = unclear;
		this.editions = editions;
	}

	/**
	 * The list.
	 * @param all of all years, not only of the last one
	 */
	@GetMapping("/region/unclear")
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @RequestParam(required = false) @Nullable String all, Say say, Model model) {
		LocalDate since = (all == null) ? this.editions.today().minusYears(1) : LocalDate.of(1900, 1, 1);
		Map<String, Edition> editions = new HashMap<>();
		Map<String, AskedElements> asked = new HashMap<>();
		List<Question> questions = new ArrayList<>();
		for (UnclearElement one : this.unclear.since(actor, since)) {
			Edition edition = editions.computeIfAbsent(one.assignment() + "/" + one.edition(),
					(name) -> this.editions.require(one.assignment(), one.edition()));
			questions.add(new Question(one,
					edition.datum(one.element()).map((datum) -> say.of(datum.label())).orElse(one.element()),
					asked.computeIfAbsent(edition.name(), (name) -> AskedElements.of(edition))
						.requirements(one.element())));
		}
		model.addAttribute("questions", questions);
		model.addAttribute("all", all != null);
		model.addAttribute("most", ReadUnclear.MOST);
		return "region/unclear";
	}

	/**
	 * A question that is marked.
	 *
	 * @param element with its marks
	 * @param label how it is asked
	 * @param requirements which requirements ask for it
	 */
	public record Question(UnclearElement element, String label, List<Requirement> requirements) {

	}

}
