package se.uppdragskollen.web.resident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.publication.Figure;
import se.uppdragskollen.publication.Publication;
import se.uppdragskollen.publication.PublishedCentre;
import se.uppdragskollen.publication.PublishedValue;
import se.uppdragskollen.publication.ReadPublished;
import se.uppdragskollen.publication.ReadPublished.Newest;
import se.uppdragskollen.publication.ReadPublished.Shelf;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.ShownValue;

/**
 * The figures: how each is made, what is demanded, what all centres show of it, and how
 * one centre's has gone.
 */
@PageController
class FigureController {

	/** Periods of a figure's course. */
	private static final int PERIODS = 24;

	private final ReadPublished published;

	private final Freshness freshness;

	FigureController(ReadPublished published, Freshness freshness) {
		this.published = published;
		this.freshness = freshness;
	}

	@GetMapping("/public/figures")
	@Open
	@Nullable String all(ServletWebRequest request, HttpServletResponse response, Say say, Model model) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Map<String, List<Newest>> chapters = new LinkedHashMap<>();
		this.published.shelf()
			.newest()
			.forEach((one) -> chapters.computeIfAbsent(say.of(one.figure().chapter()), (title) -> new ArrayList<>())
				.add(one));
		model.addAttribute("chapters", chapters);
		return "resident/figures";
	}

	@GetMapping("/public/figures/{assignment}/{figure}")
	@Open
	@Nullable String one(@PathVariable String assignment, @PathVariable String figure,
			@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String municipality,
			ServletWebRequest request, HttpServletResponse response, Say say, Model model) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		List<Publication> periods = shelf.periodsOf(assignment, figure);
		Publication publication = periods.stream()
			.filter((one) -> period.isEmpty() || one.period().toString().equals(period))
			.findFirst()
			.orElseThrow(FigureController::nothing);
		Figure told = shelf.figureIn(publication, figure).orElseThrow(FigureController::nothing);
		Newest newest = new Newest(told, publication);
		List<PublishedCentre> centres = this.published.centres(publication);
		Map<String, Map<String, PublishedValue>> values = this.published.values(List.of(newest));
		TreeSet<String> municipalities = new TreeSet<>(java.text.Collator.getInstance(say.language().locale()));
		centres.stream()
			.map(PublishedCentre::municipality)
			.filter((one) -> !one.isEmpty())
			.forEach(municipalities::add);
		List<BigDecimal> numbers = Comparison.numbers(newest, values);
		model.addAttribute("newest", newest);
		model.addAttribute("periods", periods);
		model.addAttribute("municipality", municipality);
		model.addAttribute("municipalities", municipalities);
		model.addAttribute("middle", Comparison.middle(newest, numbers, say));
		model.addAttribute("among", numbers.size());
		model.addAttribute("rows", centres.stream()
			.filter((one) -> municipality.isEmpty() || one.municipality().equals(municipality))
			.map((one) -> new CentreListController.Row(one,
					List.of(ShownValue.of(told, values.getOrDefault(one.id(), Map.of()).get(figure), say)), false))
			.toList());
		model.addAttribute("crumbs", List.of(new Crumb("/public", say.text("public.centres")),
				new Crumb("/public/figures", say.text("public.figures"))));
		return "resident/figure";
	}

	/** How a figure of a centre has gone. */
	@GetMapping("/public/centres/{unit}/figures/{assignment}/{figure}")
	@Open
	@Nullable String course(@PathVariable String unit, @PathVariable String assignment, @PathVariable String figure,
			ServletWebRequest request, HttpServletResponse response, Say say, Model model) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		PublishedCentre centre = this.published.centre(shelf, unit).orElseThrow(FigureController::nothing);
		List<Publication> periods = new ArrayList<>(shelf.periodsOf(assignment, figure));
		Figure told = periods.stream()
			.findFirst()
			.flatMap((one) -> shelf.figureIn(one, figure))
			.orElseThrow(FigureController::nothing);
		Map<Long, PublishedValue> values = this.published.over(periods, figure, unit);
		List<Step> steps = new ArrayList<>();
		for (Publication one : periods.subList(0, Math.min(PERIODS, periods.size()))) {
			PublishedValue value = values.get(one.id());
			if (value != null) {
				steps.add(new Step(one.period(), ShownValue.of(shelf.figureIn(one, figure).orElse(told), value, say)));
			}
		}
		List<Step> oldestFirst = new ArrayList<>(steps);
		Collections.reverse(oldestFirst);
		model.addAttribute("centre", centre);
		model.addAttribute("newest", new Newest(told, periods.get(0)));
		model.addAttribute("steps", steps);
		model.addAttribute("chart", told.compares() ? Chart.of(oldestFirst, say) : null);
		model.addAttribute("narrow", told.compares() ? Chart.narrow(oldestFirst, say) : null);
		model.addAttribute("crumbs", List.of(new Crumb("/public", say.text("public.centres")),
				new Crumb("/public/centres/" + unit, centre.name())));
		return "resident/course";
	}

	private static Refusal nothing() {
		return Refusal.notFound("not-published");
	}

	/**
	 * A figure in one period.
	 *
	 * @param period the period
	 * @param cell the value
	 */
	public record Step(Period period, ShownValue cell) {

	}

}
