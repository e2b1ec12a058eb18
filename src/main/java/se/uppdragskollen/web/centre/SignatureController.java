package se.uppdragskollen.web.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.CurrentDraft;
import se.uppdragskollen.selfreport.EditDraft;
import se.uppdragskollen.selfreport.ReadReports;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.SubmitReport;
import se.uppdragskollen.selfreport.VersionSummary;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Answers;
import se.uppdragskollen.web.reading.Judgements;

/**
 * The check before signing, the signature and the receipt.
 */
@PageController
@RequestMapping("/centre/{unit}/reports/{assignment}/{period}")
class SignatureController {

	/** Within so long a second signature is the first one, pressed twice. */
	private static final Duration TWICE = Duration.ofMinutes(1);

	private final ReportFrame frame;

	private final Editions editions;

	private final ReadReports reports;

	private final EditDraft drafts;

	private final SubmitReport submit;

	private final ReadResults results;

	private final Clock clock;

	SignatureController(ReportFrame frame, Editions editions, ReadReports reports, EditDraft drafts,
			SubmitReport submit, ReadResults results, Clock clock) {
		this.frame = frame;
		this.editions = editions;
		this.reports = reports;
		this.drafts = drafts;
		this.submit = submit;
		this.results = results;
		this.clock = clock;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.CENTRE.word();
	}

	/** What the reviewer will see, before anything is signed. */
	@Keepable
	@GetMapping("/check")
	@Needs(Act.EDIT_DRAFT)
	String check(Actor actor, ReportKey key, Say say, Model model) {
		return check(actor, key, null, say, model);
	}

	private String check(Actor actor, ReportKey key, @Nullable Refusal refusal, Say say, Model model) {
		this.frame.show(actor, key, say, model, true);
		CurrentDraft current = this.drafts.read(actor, key);
		ReadResults.Preview preview = this.results.preview(actor, key);
		model.addAttribute("draft", current.draft());
		model.addAttribute("pages", FormPage.all(current, Map.of(), say));
		model.addAttribute("preview",
				(preview.result() == null) ? null : Judgements.of(preview.result(), current.reading().edition(), say));
		model.addAttribute("chapters",
				Answers.byChapter(current.reading().edition(), key.period().kind(), current.draft().entries(), say));
		model.addAttribute("maySign", actor.may(Act.SUBMIT_REPORT, key.unit()));
		model.addAttribute("refusal", (refusal == null) ? null : refusal.text(say.language()));
		return "centre/check";
	}

	@PostMapping("/signature")
	@Needs(Act.SUBMIT_REPORT)
	String sign(Actor actor, ReportKey key, @RequestParam long version,
			@RequestParam(defaultValue = "false") boolean confirm, @RequestParam(defaultValue = "") String reason,
			Say say, Model model, HttpServletResponse response) {
		try {
			VersionSummary signed = this.submit.submit(actor, key, version, confirm, reason);
			return "redirect:" + ReportFrame.address(key) + "/versions/" + signed.number() + "?signed=1";
		}
		catch (Refusal refusal) {
			if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
				throw refusal;
			}
			Optional<VersionSummary> already = signedBefore(actor, key, refusal);
			if (already.isPresent()) {
				return "redirect:" + ReportFrame.address(key) + "/versions/" + already.get().number() + "?signed=1";
			}
			response.setStatus(refusal.kind().status());
			return check(actor, key, refusal, say, model);
		}
	}

	/** Who presses twice has signed by the first: that receipt is the answer to both. */
	private Optional<VersionSummary> signedBefore(Actor actor, ReportKey key, Refusal refusal) {
		if (refusal.kind() != Refusal.Kind.NOT_FOUND) {
			return Optional.empty();
		}
		Instant recently = this.clock.instant().minus(TWICE);
		return this.reports.report(actor, key)
			.versions()
			.stream()
			.filter((one) -> one.signedBy().equals(actor.name()) && one.signedAt().isAfter(recently))
			.max(Comparator.comparingInt(VersionSummary::number));
	}

	/** What was handed in: the receipt, with what came of it as soon as that is known. */
	@Keepable
	@GetMapping("/versions/{number}")
	@Needs(Act.EDIT_DRAFT)
	String version(Actor actor, ReportKey key, @PathVariable int number,
			@RequestParam(required = false) @Nullable String signed, Say say, Model model) {
		this.frame.show(actor, key, say, model, true);
		var version = this.reports.version(actor, key, number);
		Edition edition = this.editions.revision(version.summary().revision());
		model.addAttribute("version", version);
		model.addAttribute("signed", signed != null);
		model.addAttribute("chapters", Answers.byChapter(edition, key.period().kind(), version.entries(), say));
		this.results.ofReport(actor, key)
			.stream()
			.filter((one) -> one.reportVersion() == number)
			.findFirst()
			.ifPresent((one) -> model.addAttribute("judged", Judgements.of(this.results.document(actor, one.id()),
					this.editions.revision(one.revision()), say)));
		return "centre/version";
	}

}
