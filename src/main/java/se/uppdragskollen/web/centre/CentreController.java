package se.uppdragskollen.web.centre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.CaseState;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.selfreport.DueStatus;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.ExemptionState;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.StatedExemption;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;

/**
 * Where a centre's people begin: what is due, what the region asks, how the centre
 * stands.
 */
@PageController
class CentreController {

	private final FindUnits units;

	private final DueReports due;

	private final ReadCases cases;

	private final ReadResults results;

	private final Editions editions;

	private final FindStatements statements;

	private final Clock clock;

	CentreController(FindUnits units, DueReports due, ReadCases cases, ReadResults results, Editions editions,
			FindStatements statements, Clock clock) {
		this.units = units;
		this.due = due;
		this.cases = cases;
		this.results = results;
		this.editions = editions;
		this.statements = statements;
		this.clock = clock;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.CENTRE.word();
	}

	/** The centre of one's own, or those of which to choose. */
	@GetMapping("/centre")
	@Needs(Act.EDIT_DRAFT)
	String choose(Actor actor, Model model) {
		List<RegisteredUnit> own = actor.own().stream().map((id) -> this.units.one(actor, id)).toList();
		if (own.size() == 1) {
			return "redirect:/centre/" + own.get(0).id();
		}
		model.addAttribute("units", own);
		return "centre/choose";
	}

	@Keepable
	@GetMapping("/centre/{unit}")
	@Needs(Act.EDIT_DRAFT)
	String start(Actor actor, @PathVariable String unit, Say say, Model model) {
		actor.require(Act.EDIT_DRAFT, unit);
		List<DueReport> reports = this.due
			.page(actor, new DueFilter(unit, null, null, null), PageRequest.of(PageRequest.MOST, null, DueReports.KEYS))
			.items();
		List<CaseRow> open = this.cases
			.list(actor, new CaseFilter(unit, null, null, null, null, true, null, null, null, null, null),
					PageRequest.of(PageRequest.MOST, null, 1))
			.items();
		model.addAttribute("unit", this.units.one(actor, unit));
		model.addAttribute("todo", reports.stream().filter(CentreController::isToDo).toList());
		model.addAttribute("coming", reports.stream().filter((one) -> one.status() == DueStatus.NOT_DUE).toList());
		model.addAttribute("handedIn",
				reports.stream().filter((one) -> one.latest() != null && !isToDo(one)).limit(6).toList());
		model.addAttribute("toAnswer",
				open.stream()
					.filter(CentreController::isToAnswer)
					.sorted(Comparator.comparing(CaseRow::due, Comparator.nullsLast(Comparator.naturalOrder())))
					.toList());
		model.addAttribute("ongoing", open.stream().filter((one) -> !isToAnswer(one)).toList());
		model.addAttribute("exemptions", exemptions(actor, unit));
		model.addAttribute("standing", Standing.newest(this.results, this.editions, actor, unit, say));
		return "centre/start";
	}

	/** What is confirmed waits for an answer; so does a new step that has a day. */
	private static boolean isToAnswer(CaseRow one) {
		return one.state() == CaseState.CONFIRMED || one.state() == CaseState.ESCALATED && one.due() != null;
	}

	/** Those that are granted and not over. */
	private List<StatedExemption> exemptions(Actor actor, String unit) {
		LocalDate today = LocalDate.now(this.clock);
		return this.statements
			.exemptions(actor, new ExemptionFilter(unit, null, null, ExemptionState.APPROVED),
					PageRequest.of(PageRequest.MOST, null, 1))
			.items()
			.stream()
			.filter((one) -> !one.to().isBefore(today))
			.toList();
	}

	/** All reports, of all years. */
	@Keepable
	@GetMapping("/centre/{unit}/reports")
	@Needs(Act.EDIT_DRAFT)
	String reports(Actor actor, @PathVariable String unit, @RequestParam(required = false) @Nullable String cursor,
			Say say, Model model) {
		actor.require(Act.EDIT_DRAFT, unit);
		RegisteredUnit one = this.units.one(actor, unit);
		model.addAttribute("unit", one);
		model.addAttribute("page", this.due.page(actor, new DueFilter(unit, null, null, null),
				PageRequest.of(PageRequest.USUAL, cursor, DueReports.KEYS)));
		model.addAttribute("crumbs", List.of(new Crumb("/centre/" + unit, one.name())));
		return "centre/reports";
	}

	private static boolean isToDo(DueReport report) {
		return switch (report.status()) {
			case DUE, LATE, DRAFT, RETURNED -> true;
			default -> report.draft();
		};
	}

}
