package se.uppdragskollen.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.FindStaff;
import se.uppdragskollen.assessment.Course;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.CountCases;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.AttachEvidence;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.SignalFilter;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.history.ShowHistory;
import se.uppdragskollen.web.history.TellHistory;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.paper.Span;

/**
 * The centres, and for each how it stands against every requirement, with all that is
 * known of it.
 */
@PageController
class FollowedCentreController {

	/** Periods of a kind in the matrix. */
	private static final int PERIODS = 6;

	/** Reports, signals and exemptions shown before one asks for more. */
	private static final int SOME = 12;

	private final FindUnits units;

	private final CountCases counts;

	private final ReadCases cases;

	private final Outcomes outcomes;

	private final Editions editions;

	private final DueReports due;

	private final FindStatements statements;

	private final TellHistory history;

	private final AttachEvidence evidence;

	private final FindStaff staff;

	private final Clock clock;

	FollowedCentreController(FindUnits units, CountCases counts, ReadCases cases, Outcomes outcomes, Editions editions,
			DueReports due, FindStatements statements, TellHistory history, AttachEvidence evidence, FindStaff staff,
			Clock clock) {
		this.units = units;
		this.counts = counts;
		this.cases = cases;
		this.outcomes = outcomes;
		this.editions = editions;
		this.due = due;
		this.statements = statements;
		this.history = history;
		this.evidence = evidence;
		this.staff = staff;
		this.clock = clock;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	@GetMapping("/review/centres")
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String municipality,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		List<RegisteredUnit> all = this.units
			.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything())
			.items();
		Page<RegisteredUnit> page = this.units.list(actor,
				new UnitFilter(orNull(municipality), null, null, orNull(text)),
				PageRequest.of(PageRequest.USUAL, cursor, 2));
		model.addAttribute("text", text);
		model.addAttribute("municipality", municipality);
		TreeSet<String> municipalities = new TreeSet<>();
		all.stream().map(RegisteredUnit::municipality).filter((one) -> !one.isEmpty()).forEach(municipalities::add);
		model.addAttribute("municipalities", municipalities);
		model.addAttribute("page", page);
		model.addAttribute("counts", this.counts.byUnit(actor, page.items().stream().map(RegisteredUnit::id).toList()));
		return "review/centres";
	}

	private static @Nullable String orNull(String typed) {
		String text = typed.replaceAll("\\p{Cntrl}", "").strip();
		return text.isEmpty() ? null : text;
	}

	@GetMapping("/review/centres/{unit}")
	@Needs(Act.READ_OVERVIEW)
	String centre(Actor actor, @PathVariable String unit, Say say, Model model) {
		RegisteredUnit centre = this.units.one(actor, unit);
		List<CaseRow> open = open(actor, unit);
		List<Matrix> matrices = new ArrayList<>();
		for (String assignment : this.editions.assignments()) {
			List<OutcomeRow> rows = this.outcomes.recent(actor, unit, assignment, PERIODS);
			newest(assignment, rows)
				.ifPresent((edition) -> matrices.addAll(Matrix.of(assignment, rows, edition, open, say)));
		}
		model.addAttribute("unit", centre);
		model.addAttribute("open", open);
		model.addAttribute("years", Span.years(LocalDate.now(this.clock)));
		model.addAttribute("staff", this.staff.signers(actor, List.of(unit)).get(unit));
		model.addAttribute("periods", Span.periods(LocalDate.now(this.clock)));
		model.addAttribute("matrices", matrices);
		model.addAttribute("notable", this.history.notable(actor, unit,
				open.stream().map(CaseRow::requirement).collect(Collectors.toSet()), say));
		model.addAttribute("at", "/review/centres/" + unit);
		model.addAttribute("fewest", Course.FEWEST);
		model.addAttribute("peerGroup", ShowHistory.group(centre, say));
		model.addAttribute("evidence", this.evidence.newest(actor, unit, SOME));
		model.addAttribute("some", SOME);
		List<DueReport> reports = this.due
			.page(actor, new DueFilter(unit, null, null, null),
					PageRequest.of(PageRequest.USUAL, null, DueReports.KEYS))
			.items();
		model.addAttribute("missing", reports.stream().filter((one) -> one.status().word().equals("late")).toList());
		model.addAttribute("handedIn", reports.stream().filter((one) -> one.latest() != null).limit(SOME).toList());
		model.addAttribute("signals",
				this.statements
					.signals(actor, new SignalFilter(unit, null, null, null, null, false),
							PageRequest.of(SOME, null, 2))
					.items());
		model.addAttribute("exemptions",
				this.statements
					.exemptions(actor, new ExemptionFilter(unit, null, null, null), PageRequest.of(SOME, null, 1))
					.items());
		model.addAttribute("crumbs", List.of(new Crumb("/review/centres", say.text("review.centres"))));
		return "review/centre";
	}

	private List<CaseRow> open(Actor actor, String unit) {
		return this.cases
			.list(actor, new CaseFilter(unit, null, null, null, null, true, null, null, null, null, null),
					PageRequest.of(PageRequest.MOST, null, 1))
			.items();
	}

	/** The edition by which the newest period was judged, as it is in force now. */
	private Optional<Edition> newest(String assignment, List<OutcomeRow> rows) {
		return rows.isEmpty() ? Optional.empty() : this.editions.inForceOn(assignment, rows.get(0).period().to())
			.or(() -> this.editions.inForceOn(assignment, LocalDate.now(this.clock)));
	}

	/** All reports that the centre owes, of all years. */
	@GetMapping("/review/centres/{unit}/reports")
	@Needs(Act.READ_OVERVIEW)
	String reports(Actor actor, @PathVariable String unit, @RequestParam(required = false) @Nullable String cursor,
			Say say, Model model) {
		RegisteredUnit centre = this.units.one(actor, unit);
		model.addAttribute("unit", centre);
		model.addAttribute("page", this.due.page(actor, new DueFilter(unit, null, null, null),
				PageRequest.of(PageRequest.USUAL, cursor, DueReports.KEYS)));
		model.addAttribute("crumbs", List.of(new Crumb("/review/centres", say.text("review.centres")),
				new Crumb("/review/centres/" + unit, centre.name())));
		return "review/reports";
	}

}
