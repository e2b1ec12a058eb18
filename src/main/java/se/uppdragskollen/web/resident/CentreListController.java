package se.uppdragskollen.web.resident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import se.uppdragskollen.publication.PublishedCentre;
import se.uppdragskollen.publication.PublishedValue;
import se.uppdragskollen.publication.ReadPublished;
import se.uppdragskollen.publication.ReadPublished.Newest;
import se.uppdragskollen.publication.ReadPublished.Shelf;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.NumberedPage;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.ShownValue;

/**
 * The centres on a list, one by one, and beside each other.
 */
@PageController
class CentreListController {

	/** Centres beside each other at most. */
	private static final int MOST = 4;

	/** Centres on a page of the list. */
	private static final int PAGE = 50;

	private final ReadPublished published;

	private final Freshness freshness;

	CentreListController(ReadPublished published, Freshness freshness) {
		this.published = published;
		this.freshness = freshness;
	}

	@GetMapping("/public")
	@Open
	@Nullable String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String municipality,
			@RequestParam(name = "centre", required = false) @Nullable List<String> ticked,
			@RequestParam(defaultValue = "") String page, ServletWebRequest request, HttpServletResponse response,
			Say say, Model model) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		return list(text, municipality, (ticked == null) ? List.of() : ticked, page, say, model);
	}

	private String list(String text, String municipality, List<String> ticked, String page, Say say, Model model) {
		Shelf shelf = this.published.shelf();
		List<PublishedCentre> all = shelf.centres();
		TreeSet<String> municipalities = new TreeSet<>(java.text.Collator.getInstance(say.language().locale()));
		all.stream().map(PublishedCentre::municipality).filter((one) -> !one.isEmpty()).forEach(municipalities::add);
		List<Newest> first = this.published.first(shelf);
		Map<String, Map<String, PublishedValue>> values = this.published.values(first);
		String wanted = text.strip().toLowerCase(Locale.ROOT);
		List<PublishedCentre> found = all.stream()
			.filter((one) -> municipality.isEmpty() || one.municipality().equals(municipality))
			.filter((one) -> one.name().toLowerCase(Locale.ROOT).contains(wanted)
					|| one.municipality().toLowerCase(Locale.ROOT).contains(wanted))
			.toList();
		NumberedPage<PublishedCentre> part = NumberedPage.of(found, page, PAGE);
		List<Row> rows = part.items()
			.stream()
			.map((one) -> new Row(one,
					first.stream()
						.map((figure) -> ShownValue.of(figure.figure(),
								values.getOrDefault(one.id(), Map.of()).get(figure.figure().id()), say))
						.toList(),
					ticked.contains(one.id())))
			.toList();
		model.addAttribute("count", found.size());
		model.addAttribute("number", part.number());
		model.addAttribute("pages", part.pages());
		model.addAttribute("text", text);
		model.addAttribute("municipality", municipality);
		model.addAttribute("municipalities", municipalities);
		model.addAttribute("figures", first);
		model.addAttribute("rows", rows);
		model.addAttribute("chosen",
				all.stream()
					.filter((one) -> ticked.contains(one.id())
							&& rows.stream().noneMatch((row) -> row.centre().id().equals(one.id())))
					.toList());
		model.addAttribute("ticked", all.stream().map(PublishedCentre::id).filter(ticked::contains).toList());
		model.addAttribute("nothing", shelf.publications().isEmpty());
		return "resident/centres";
	}

	@GetMapping("/public/compare")
	@Open
	@Nullable String compare(@RequestParam(name = "centre", required = false) @Nullable List<String> wanted,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String municipality,
			ServletWebRequest request, HttpServletResponse response, Say say, Model model) {
		Set<String> ids = new LinkedHashSet<>((wanted == null) ? List.of() : wanted);
		if (ids.size() < 2 || ids.size() > MOST) {
			Refused.show(422, say.text("public.choose-two-to-four", ids.size()), List.of(), model, response);
			return list(text, municipality, List.copyOf(ids), "", say, model);
		}
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		List<Newest> figures = shelf.newest();
		List<PublishedCentre> centres = ids.stream().map((id) -> centre(shelf, id)).toList();
		model.addAttribute("centres", centres);
		model.addAttribute("comparison", Comparison.of(centres, figures, this.published.values(figures), say));
		model.addAttribute("crumbs", List.of(new Crumb("/public", say.text("public.centres"))));
		return "resident/compare";
	}

	@GetMapping("/public/centres/{unit}")
	@Open
	@Nullable String one(@PathVariable String unit, ServletWebRequest request, HttpServletResponse response, Say say,
			Model model) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		PublishedCentre centre = centre(shelf, unit);
		List<Newest> figures = shelf.newest();
		model.addAttribute("centre", centre);
		model.addAttribute("comparison", Comparison.of(List.of(centre), figures, this.published.values(figures), say));
		model.addAttribute("crumbs", List.of(new Crumb("/public", say.text("public.centres"))));
		return "resident/centre";
	}

	private PublishedCentre centre(Shelf shelf, String unit) {
		return this.published.centre(shelf, unit).orElseThrow(() -> Refusal.notFound("not-published"));
	}

	/**
	 * A centre on the list.
	 *
	 * @param centre the centre
	 * @param cells its first figures
	 * @param ticked whether it is chosen for a comparison
	 */
	public record Row(PublishedCentre centre, List<ShownValue> cells, boolean ticked) {

	}

}
