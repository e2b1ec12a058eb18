package se.uppdragskollen.web.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.publication.Figure;
import se.uppdragskollen.publication.Preview;
import se.uppdragskollen.publication.Publication;
import se.uppdragskollen.publication.PublishPeriod;
import se.uppdragskollen.publication.PublishablePeriod;
import se.uppdragskollen.publication.WithdrawPublication;
import se.uppdragskollen.publication.Withheld;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.NumberedPage;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.ShownValue;

/**
 * The periods that residents see or could see: look at what they would show, publish
 * them, take them back.
 */
@PageController
@RequestMapping("/review/publications")
class PublicationController {

	/** Centres on a page of all values. */
	private static final int PAGE = 50;

	/** Values told of for each reason why they are not shown; the table has all. */
	private static final int SOME = 100;

	private final PublishPeriod publish;

	private final WithdrawPublication withdraw;

	PublicationController(PublishPeriod publish, WithdrawPublication withdraw) {
		this.publish = publish;
		this.withdraw = withdraw;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @RequestParam(defaultValue = "") String year, Model model) {
		List<PublishablePeriod> all = this.publish.periods(actor);
		TreeSet<String> years = new TreeSet<>(java.util.Comparator.reverseOrder());
		all.forEach((one) -> years.add(year(one.period())));
		String shown = (years.isEmpty() || years.contains(year)) ? year : years.first();
		model.addAttribute("years", years);
		model.addAttribute("year", shown);
		model.addAttribute("periods", all.stream().filter((one) -> year(one.period()).equals(shown)).toList());
		model.addAttribute("waiting", all.stream().filter((one) -> one.open() && one.newest() == null).count());
		return "review/publications";
	}

	private static String year(Period period) {
		return String.valueOf(period.from().getYear());
	}

	@GetMapping("/{assignment}/{period}")
	@Needs(Act.READ_OVERVIEW)
	String one(Actor actor, @PathVariable String assignment, @PathVariable String period,
			@RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "") String page, Say say,
			Model model) {
		Period which = period(period);
		Preview preview = this.publish.preview(actor, assignment, which);
		model.addAttribute("done", List.of("published", "withdrawn").contains(done) ? done : null);
		model.addAttribute("preview", preview);
		model.addAttribute("stands", preview.period());
		model.addAttribute("lacking", lacking(preview));
		model.addAttribute("some", SOME);
		model.addAttribute("page", NumberedPage.of(preview.content().centres(), page, PAGE));
		model.addAttribute("leafing", !page.isEmpty());
		model.addAttribute("values", values(preview, say));
		model.addAttribute("history", this.publish.history(actor, assignment, which));
		model.addAttribute("same",
				preview.before() != null && preview.before().fingerprint().equals(preview.content().fingerprint()));
		model.addAttribute("decides", actor.may(Act.PUBLISH) && actor.own().isEmpty());
		model.addAttribute("crumbs", List.of(new Crumb("/review", say.text("review.work")),
				new Crumb("/review/publications", say.text("publish.heading"))));
		if (!model.containsAttribute("reason")) {
			model.addAttribute("reason", "");
			model.addAttribute("withdrawal", "");
		}
		return "review/publication";
	}

	/** What is not shown, by the reason, in the order in which a reviewer can mend it. */
	private static Map<Withheld, List<Preview.Lacking>> lacking(Preview preview) {
		Map<Withheld, List<Preview.Lacking>> lacking = new LinkedHashMap<>();
		for (Withheld why : List.of(Withheld.NOT_SETTLED, Withheld.TOO_FEW, Withheld.NOT_REPORTED,
				Withheld.NOT_APPLICABLE)) {
			List<Preview.Lacking> some = preview.lacking().stream().filter((one) -> one.why() == why).toList();
			if (!some.isEmpty()) {
				lacking.put(why, some);
			}
		}
		return lacking;
	}

	/** By centre and figure, as residents would read them. */
	private static Map<String, Map<String, ShownValue>> values(Preview preview, Say say) {
		Map<String, Figure> figures = new HashMap<>();
		preview.content().figures().forEach((one) -> figures.put(one.id(), one));
		Map<String, Map<String, ShownValue>> values = new HashMap<>();
		preview.content()
			.values()
			.forEach((one) -> values.computeIfAbsent(one.unit(), (unit) -> new HashMap<>())
				.put(one.figure(), ShownValue.of(Objects.requireNonNull(figures.get(one.figure())), one, say)));
		return values;
	}

	@PostMapping("/{assignment}/{period}")
	@Needs(Act.PUBLISH)
	String publish(Actor actor, @PathVariable String assignment, @PathVariable String period,
			@RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "false") boolean sure,
			@RequestParam(defaultValue = "") String reason, Say say, Model model, HttpServletResponse response) {
		try {
			if (!sure) {
				throw Refusal.invalid("sure", "publication-not-sure");
			}
			Publication publication = this.publish.publish(actor, assignment, period(period), seen, reason);
			return "redirect:/review/publications/" + publication.assignment() + "/" + publication.period()
					+ "?done=published";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("reason", reason);
			model.addAttribute("withdrawal", "");
			return one(actor, assignment, period, "", "", say, model);
		}
	}

	@PostMapping("/{publication}/withdrawal")
	@Needs(Act.PUBLISH)
	String withdraw(Actor actor, @PathVariable("publication") long id, @RequestParam String assignment,
			@RequestParam String period, @RequestParam(defaultValue = "") String reason, Say say, Model model,
			HttpServletResponse response) {
		try {
			Publication publication = this.withdraw.withdraw(actor, id, reason);
			return "redirect:/review/publications/" + publication.assignment() + "/" + publication.period()
					+ "?done=withdrawn";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (field) -> "withdrawal");
			model.addAttribute("reason", "");
			model.addAttribute("withdrawal", reason);
			return one(actor, assignment, period, "", "", say, model);
		}
	}

	private static Period period(String written) {
		return Period.parse(written).orElseThrow(() -> Refusal.invalid("period", "period-form", written));
	}

}
