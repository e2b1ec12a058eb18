package se.uppdragskollen.web.review;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.ReadReports;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportOverview;
import se.uppdragskollen.selfreport.ReportVersion;
import se.uppdragskollen.selfreport.ReturnReport;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Answers;
import se.uppdragskollen.web.reading.Field;
import se.uppdragskollen.web.reading.Judgements;

/**
 * A self-report that was handed in: what came of it, what it says and rests on, and
 * giving it back to be completed.
 */
@PageController
@RequestMapping("/review/centres/{unit}/reports/{assignment}/{period}")
class FollowedReportController {

	private final FindUnits units;

	private final ReadReports reports;

	private final ReturnReport giveBack;

	private final ReadResults results;

	private final Editions editions;

	FollowedReportController(FindUnits units, ReadReports reports, ReturnReport giveBack, ReadResults results,
			Editions editions) {
		this.units = units;
		this.reports = reports;
		this.giveBack = giveBack;
		this.results = results;
		this.editions = editions;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REVIEW.word();
	}

	/** The newest version, or the one asked for. */
	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	String report(Actor actor, ReportKey key,
			@RequestParam(name = "version", required = false) @Nullable Integer number, Say say, Model model) {
		ReportOverview overview = this.reports.report(actor, key);
		String name = this.units.one(actor, key.unit()).name();
		String centre = "/review/centres/" + key.unit();
		model.addAttribute("overview", overview);
		model.addAttribute("unitName", name);
		model.addAttribute("base", centre + "/reports/" + key.assignment() + "/" + key.period());
		model.addAttribute("mayReturn",
				actor.may(Act.RETURN_REPORT, key.unit()) && overview.report().status().word().startsWith("submitted"));
		model.addAttribute("crumbs",
				List.of(new Crumb("/review/centres", say.text("review.centres")), new Crumb(centre, name)));
		Integer asked = (number == null) ? overview.report().latest() : number;
		if (asked != null) {
			version(actor, key, asked, say, model);
		}
		return "review/report";
	}

	private void version(Actor actor, ReportKey key, int number, Say say, Model model) {
		ReportVersion version = this.reports.version(actor, key, number);
		Edition edition = this.editions.revision(version.summary().revision());
		model.addAttribute("version", version);
		model.addAttribute("chapters", Answers.byChapter(edition, key.period().kind(), version.entries(), say));
		model.addAttribute("changes",
				version.changes()
					.stream()
					.flatMap((one) -> Optional.ofNullable(edition.elements().get(one.element()))
						.map((element) -> new Field(edition, element, one.after(), one.before(), List.of(), null, say))
						.stream())
					.toList());
		Optional<StoredResult> judged = this.results.ofReport(actor, key)
			.stream()
			.filter((one) -> one.reportVersion() == number)
			.findFirst();
		judged.ifPresent((one) -> {
			model.addAttribute("result", one);
			model.addAttribute("judged",
					Judgements.of(this.results.document(actor, one.id()), this.editions.revision(one.revision()), say));
		});
	}

	@PostMapping("/return")
	@Needs(Act.RETURN_REPORT)
	String giveBack(Actor actor, ReportKey key, @RequestParam long version,
			@RequestParam(defaultValue = "") String reason, Say say, Model model, HttpServletResponse response) {
		try {
			this.giveBack.giveBack(actor, key, version, reason);
			return "redirect:/review/centres/" + key.unit() + "/reports/" + key.assignment() + "/" + key.period()
					+ "?returned=1";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("reason", reason);
			return report(actor, key, null, say, model);
		}
	}

}
