package se.uppdragskollen.web.centre;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.ReadReports;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportOverview;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Say;

/**
 * What all pages of a report show, for those who fill it in.
 */
@Component
class ReportFrame {

	private final FindUnits units;

	private final Editions editions;

	private final ReadReports reports;

	ReportFrame(FindUnits units, Editions editions, ReadReports reports) {
		this.units = units;
		this.editions = editions;
		this.reports = reports;
	}

	/**
	 * Puts it there.
	 * @param below whether the page lies below the report's own
	 * @throws Refusal when the report is not the actor's to fill in
	 */
	ReportOverview show(Actor actor, ReportKey key, Say say, Model model, boolean below) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		ReportOverview overview = this.reports.report(actor, key);
		String name = this.units.one(actor, key.unit()).name();
		model.addAttribute("overview", overview);
		model.addAttribute("edition",
				this.editions.current(key.assignment(), overview.report().edition()).orElseThrow());
		model.addAttribute("base", address(key));
		model.addAttribute("unitName", name);
		Crumb centre = new Crumb("/centre/" + key.unit(), name);
		model.addAttribute("crumbs",
				below ? List.of(centre, new Crumb(address(key), say.text("report.title", say.period(key.period()))))
						: List.of(centre));
		return overview;
	}

	/** The units that a report may name. */
	List<RegisteredUnit> units(Actor actor) {
		return this.units.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything()).items();
	}

	static String address(ReportKey key) {
		return "/centre/" + key.unit() + "/reports/" + key.assignment() + "/" + key.period();
	}

}
