package se.uppdragskollen.web.review;

import java.util.List;
import java.util.Map;

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
import se.uppdragskollen.followup.KeepViews;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * The views of the work list that the reader has named: saved where the list is, named
 * anew and removed on a page of their own.
 */
@PageController
@RequestMapping("/review/views")
class SavedViewController {

	private static final String DONE = "redirect:/review/views?done=";

	private final KeepViews views;

	private final WorkListController list;

	SavedViewController(KeepViews views, WorkListController list) {
		this.views = views;
		this.list = list;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	String all(Actor actor, @RequestParam Map<String, String> asked, Say say, Model model) {
		model.addAttribute("views", this.views.list(actor));
		model.addAttribute("done", WorkListController.done(asked.get("done")));
		model.addAttribute("crumbs", List.of(new Crumb("/review", say.text("review.work"))));
		return "review/views";
	}

	/** Saves what the list shows. */
	@PostMapping
	@Needs(Act.READ_OVERVIEW)
	String save(Actor actor, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		WorkFilter filter = WorkFilter.of(typed);
		filter.cases(actor);
		try {
			this.views.save(actor, typed.get("name"), filter.fields(), typed.containsKey("opens"));
			return "redirect:" + filter.address() + "&done=saved";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", typed);
			return this.list.list(actor, filter.fields(), say, model);
		}
	}

	@PostMapping("/{view}")
	@Needs(Act.READ_OVERVIEW)
	String rename(Actor actor, @PathVariable long view, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		try {
			this.views.rename(actor, view, typed.get("name"));
			return DONE + "renamed";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (field) -> field + "-" + view);
			model.addAttribute("typed", typed);
			model.addAttribute("wrongView", view);
			return all(actor, Map.of(), say, model);
		}
	}

	@PostMapping("/{view}/opening")
	@Needs(Act.READ_OVERVIEW)
	String open(Actor actor, @PathVariable long view, @RequestParam boolean opens) {
		this.views.open(actor, view, opens);
		return DONE + (opens ? "opens" : "opens-not");
	}

	@PostMapping("/{view}/removal")
	@Needs(Act.READ_OVERVIEW)
	String remove(Actor actor, @PathVariable long view) {
		this.views.remove(actor, view);
		return DONE + "removed";
	}

}
