package se.uppdragskollen.web.centre;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.history.ShowHistory;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * How it has gone for a centre, for its own people.
 */
@PageController
@RequestMapping("/centre/{unit}/history")
class CentreHistoryController {

	private final ShowHistory show;

	CentreHistoryController(ShowHistory show) {
		this.show = show;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.CENTRE.word();
	}

	@Keepable
	@GetMapping
	@Needs(Act.EDIT_DRAFT)
	String overview(Actor actor, @PathVariable String unit, Say say, Model model) {
		return this.show.overview(actor, place(actor, unit), say, model);
	}

	@Keepable
	@GetMapping("/{assignment}/requirements/{id}")
	@Needs(Act.EDIT_DRAFT)
	String requirement(Actor actor, @PathVariable String unit, @PathVariable String assignment, @PathVariable String id,
			@RequestParam(defaultValue = "false") boolean all, Say say, Model model) {
		return this.show.requirement(actor, place(actor, unit), assignment, id, all, say, model);
	}

	@Keepable
	@GetMapping("/{assignment}/numbers/{id}")
	@Needs(Act.EDIT_DRAFT)
	String measure(Actor actor, @PathVariable String unit, @PathVariable String assignment, @PathVariable String id,
			@RequestParam(defaultValue = "false") boolean all, Say say, Model model) {
		return this.show.measure(actor, place(actor, unit), assignment, id, all, say, model);
	}

	@GetMapping("/{assignment}/numbers/{id}/rows")
	@Needs(Act.EDIT_DRAFT)
	void rows(Actor actor, @PathVariable String unit, @PathVariable String assignment, @PathVariable String id, Say say,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		ShowHistory.Place place = place(actor, unit);
		if (!this.show.rows(actor, unit, assignment, id, say, request, response)) {
			response.sendRedirect(place.at() + "/history/" + assignment + "/numbers/" + id);
		}
	}

	private static ShowHistory.Place place(Actor actor, String unit) {
		actor.require(Act.EDIT_DRAFT, unit);
		return new ShowHistory.Place(unit, "/centre/" + unit, List.of());
	}

}
