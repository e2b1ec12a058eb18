package se.uppdragskollen.web.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.Course;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Say;

/**
 * The pages of a centre's history, for every desk that has them.
 */
@Component
public class ShowHistory {

	private final TellHistory tell;

	private final FindUnits units;

	ShowHistory(TellHistory tell, FindUnits units) {
		this.tell = tell;
		this.units = units;
	}

	/**
	 * Whose history, at which desk.
	 *
	 * @param unit the centre
	 * @param at the centre's page at the desk
	 * @param crumbs the way there
	 */
	public record Place(String unit, String at, List<Crumb> crumbs) {

	}

	/** What there is to follow. */
	public String overview(Actor actor, Place place, Say say, Model model) {
		frame(actor, place, false, say, model);
		model.addAttribute("overviews", this.tell.overview(actor, place.unit(), say));
		return "history/overview";
	}

	/** A requirement. */
	public String requirement(Actor actor, Place place, String assignment, String id, boolean all, Say say,
			Model model) {
		frame(actor, place, true, say, model);
		model.addAttribute("assignment", assignment);
		RequirementCourse told = this.tell.requirement(actor, place.unit(), assignment, id, all, say);
		years(model, all, told.steps().size());
		model.addAttribute("told", told);
		return "history/requirement";
	}

	/** A number. */
	public String measure(Actor actor, Place place, String assignment, String id, boolean all, Say say, Model model) {
		frame(actor, place, true, say, model);
		Drawn drawn = this.tell.measure(actor, place.unit(), assignment, id, all, say);
		model.addAttribute("assignment", assignment);
		years(model, all, drawn.rows().size());
		model.addAttribute("drawn", drawn);
		model.addAttribute("requirements", this.tell.requirementsOf(assignment, drawn.measure(), say));
		return "history/measure";
	}

	/**
	 * A number's rows, of all years, as the address's {@code format} asks.
	 * @return whether it asks for any
	 */
	public boolean rows(Actor actor, String unit, String assignment, String id, Say say, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		Drawn drawn = this.tell.measure(actor, unit, assignment, id, true, say);
		return Listing.<Drawn.Row>of(assignment + "-" + id)
			.column("unit", (row) -> unit)
			.column("period", (row) -> row.period().toString())
			.column("element", (row) -> id)
			.column("element-label", (row) -> drawn.label())
			.column("value", (row) -> row.step().value())
			.column("why-none", (row) -> row.known() ? null : row.value())
			.column("limit", Drawn.Row::limit)
			.column("peer-median", (row) -> row.step().others().median())
			.column("peers", (row) -> (row.step().others().median() == null) ? null : row.step().others().count())
			.written(request, response, drawn.rows(), () -> {
			});
	}

	/** What a reader calls the group that a unit is compared in; empty for none. */
	public static String group(RegisteredUnit unit, Say say) {
		String known = "peer-group." + unit.peerGroup();
		return Messages.has(known) ? say.text(known) : unit.peerGroup();
	}

	private static void years(Model model, boolean all, int periods) {
		model.addAttribute("all", all);
		model.addAttribute("maybeMore", periods >= TellHistory.USUAL);
	}

	private void frame(Actor actor, Place place, boolean below, Say say, Model model) {
		RegisteredUnit unit = this.units.one(actor, place.unit());
		List<Crumb> crumbs = new ArrayList<>(place.crumbs());
		crumbs.add(new Crumb(place.at(), unit.name()));
		if (below) {
			crumbs.add(new Crumb(place.at() + "/history", say.text("history.title")));
		}
		model.addAttribute("unit", unit);
		model.addAttribute("at", place.at());
		model.addAttribute("fewest", Course.FEWEST);
		model.addAttribute("peerGroup", group(unit, say));
		model.addAttribute("crumbs", crumbs);
	}

}
