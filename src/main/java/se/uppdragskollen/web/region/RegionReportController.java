package se.uppdragskollen.web.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.FindStaff;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.CountReports;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.selfreport.DueStatus;
import se.uppdragskollen.selfreport.MoveDeadline;
import se.uppdragskollen.selfreport.OwedPeriod;
import se.uppdragskollen.selfreport.ReadReports;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportOverview;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * The reports that are owed: which are missing, and more time for those who need it.
 */
@PageController
@RequestMapping("/region/reports")
class RegionReportController {

	/** Reports that somebody has to be reached about. */
	private static final Set<DueStatus> MISSING = EnumSet.of(DueStatus.LATE, DueStatus.RETURNED);

	private final DueReports due;

	private final CountReports counts;

	private final ReadReports reports;

	private final MoveDeadline deadlines;

	private final FindUnits units;

	private final FindStaff staff;

	RegionReportController(DueReports due, CountReports counts, ReadReports reports, MoveDeadline deadlines,
			FindUnits units, FindStaff staff) {
		this.due = due;
		this.counts = counts;
		this.reports = reports;
		this.deadlines = deadlines;
		this.units = units;
		this.staff = staff;
	}

	/**
	 * The list.
	 * @param which an assignment and period, as {@code kalmar-halsoval/2025-06}; the
	 * other two tell the same apart
	 * @param status how they stand; when nothing is asked for, those that are late, or if
	 * none are those that are due
	 */
	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @RequestParam(defaultValue = "") String which,
			@RequestParam(defaultValue = "") String assignment, @RequestParam(defaultValue = "") String period,
			@RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		String wanted = which.isEmpty() ? assignment + "/" + period : which;
		List<OwedPeriod> periods = this.counts.periods();
		OwedPeriod chosen = periods.stream().filter((one) -> name(one).equals(wanted)).findFirst().orElse(null);
		boolean bare = status == null && chosen == null;
		DueStatus standing = bare ? DueStatus.LATE
				: Arrays.stream(DueStatus.values()).filter((one) -> one.word().equals(status)).findFirst().orElse(null);
		Page<DueReport> page = page(actor, chosen, standing, cursor);
		if (bare && page.items().isEmpty()) {
			standing = DueStatus.DUE;
			page = page(actor, chosen, standing, cursor);
		}
		model.addAttribute("page", page);
		List<String> missing = page.items()
			.stream()
			.filter((one) -> MISSING.contains(one.status()))
			.map(DueReport::unit)
			.toList();
		model.addAttribute("missing", MISSING);
		model.addAttribute("signers", missing.isEmpty() ? Map.of() : this.staff.signers(actor, missing));
		model.addAttribute("which", (chosen == null) ? "" : name(chosen));
		model.addAttribute("status", (standing == null) ? "" : standing.word());
		model.addAttribute("statuses", DueStatus.values());
		model.addAttribute("periods", byEdition(periods));
		return "region/reports";
	}

	private Page<DueReport> page(Actor actor, @Nullable OwedPeriod chosen, @Nullable DueStatus standing,
			@Nullable String cursor) {
		return this.due.page(actor,
				new DueFilter(null, (chosen == null) ? null : chosen.assignment(),
						(chosen == null) ? null : chosen.period(), standing),
				PageRequest.of(PageRequest.USUAL, cursor, DueReports.KEYS));
	}

	private static String name(OwedPeriod one) {
		return one.assignment() + "/" + one.period();
	}

	private static Map<String, List<OwedPeriod>> byEdition(List<OwedPeriod> periods) {
		Map<String, List<OwedPeriod>> groups = new LinkedHashMap<>();
		periods
			.forEach((one) -> groups.computeIfAbsent(one.assignment() + " " + one.edition(), (id) -> new ArrayList<>())
				.add(one));
		return groups;
	}

	/** One report, with its deadline. */
	@GetMapping("/{unit}/{assignment}/{period}")
	@Needs(Act.READ_OVERVIEW)
	String one(Actor actor, ReportKey key, Say say, Model model) {
		ReportOverview overview = this.reports.report(actor, key);
		model.addAttribute("overview", overview);
		if (MISSING.contains(overview.report().status())) {
			model.addAttribute("signers",
					this.staff.signers(actor, List.of(key.unit())).getOrDefault(key.unit(), List.of()));
		}
		model.addAttribute("unit", this.units.one(actor, key.unit()));
		model.addAttribute("moves", this.deadlines.moves(actor, key));
		model.addAttribute("mayMove", actor.may(Act.MOVE_DEADLINE, key.unit()));
		model.addAttribute("base", base(key));
		model.addAttribute("crumbs", List.of(new Crumb("/region/reports", say.text("region.tab-reports"))));
		return "region/report";
	}

	private static String base(ReportKey key) {
		return "/region/reports/" + key.unit() + "/" + key.assignment() + "/" + key.period();
	}

	@PostMapping("/{unit}/{assignment}/{period}/deadline")
	@Needs(Act.MOVE_DEADLINE)
	String move(Actor actor, ReportKey key, @RequestParam(defaultValue = "") String due,
			@RequestParam(defaultValue = "") String reason, Say say, Model model, HttpServletResponse response) {
		actor.require(Act.MOVE_DEADLINE, key.unit());
		try {
			this.deadlines.move(actor, key, Typed.day("due", due), reason);
			return "redirect:" + base(key) + "?done=moved";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", Map.of("due", due, "reason", reason));
			return one(actor, key, say, model);
		}
	}

}
