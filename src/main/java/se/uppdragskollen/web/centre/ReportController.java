package se.uppdragskollen.web.centre;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.AttachEvidence;
import se.uppdragskollen.selfreport.CurrentDraft;
import se.uppdragskollen.selfreport.Draft;
import se.uppdragskollen.selfreport.DraftEntry;
import se.uppdragskollen.selfreport.EditDraft;
import se.uppdragskollen.selfreport.ReadReports;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportOverview;
import se.uppdragskollen.selfreport.SubmitReport;
import se.uppdragskollen.selfreport.UploadDraft;
import se.uppdragskollen.selfreport.VersionSummary;
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
 * A self-report, from the first figure to the receipt.
 */
@PageController
@RequestMapping("/centre/{unit}/reports/{assignment}/{period}")
class ReportController {

	private final FindUnits units;

	private final Editions editions;

	private final ReadReports reports;

	private final EditDraft drafts;

	private final UploadDraft uploads;

	private final SubmitReport submit;

	private final AttachEvidence evidence;

	private final ReadResults results;

	ReportController(FindUnits units, Editions editions, ReadReports reports, EditDraft drafts, UploadDraft uploads,
			SubmitReport submit, AttachEvidence evidence, ReadResults results) {
		this.units = units;
		this.editions = editions;
		this.reports = reports;
		this.drafts = drafts;
		this.uploads = uploads;
		this.submit = submit;
		this.evidence = evidence;
		this.results = results;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.CENTRE.word();
	}

	/**
	 * How it stands with the report: its chapters while it is typed, its versions after.
	 */
	@GetMapping
	@Needs(Act.EDIT_DRAFT)
	String report(Actor actor, ReportKey key, Say say, Model model) {
		ReportOverview overview = frame(actor, key, say, model, false);
		if (overview.report().draft()) {
			CurrentDraft current = this.drafts.read(actor, key);
			model.addAttribute("draft", current.draft());
			model.addAttribute("pages", FormPage.all(current, Map.of(), say));
		}
		model.addAttribute("evidence", this.evidence.all(actor, key));
		return "centre/report";
	}

	@PostMapping("/draft")
	@Needs(Act.EDIT_DRAFT)
	String open(Actor actor, ReportKey key) {
		this.drafts.open(actor, key);
		return "redirect:" + address(key);
	}

	@GetMapping("/chapters/{chapter}")
	@Needs(Act.EDIT_DRAFT)
	String chapter(Actor actor, ReportKey key, @PathVariable String chapter,
			@RequestParam(required = false) @Nullable String saved, Say say, Model model) {
		CurrentDraft current = this.drafts.read(actor, key);
		model.addAttribute("saved", saved != null);
		return show(actor, key, current, chapter, Map.of(), say, model);
	}

	/**
	 * Saves a chapter's fields as they are typed, wrong ones too. Who was too late keeps
	 * what they typed, beside what somebody else has saved.
	 */
	@PostMapping("/chapters/{chapter}")
	@Needs(Act.EDIT_DRAFT)
	String save(Actor actor, ReportKey key, @PathVariable String chapter, @RequestParam long version,
			@RequestParam(defaultValue = "stay") String then, @RequestParam MultiValueMap<String, String> fields,
			Say say, Model model, HttpServletResponse response) {
		CurrentDraft before = this.drafts.read(actor, key);
		Edition edition = before.reading().edition();
		Map<String, DraftEntry> typed = new LinkedHashMap<>();
		FormPage page = page(before, chapter, Map.of(), say);
		page.fields()
			.stream()
			.map(Field::element)
			.filter((one) -> TypedAnswer.speaksOf(one, fields))
			.forEach((one) -> typed.put(one.id(), DraftEntry.typed(TypedAnswer.read(one, fields, say.language()))));
		try {
			CurrentDraft saved = this.drafts.change(actor, key, version, typed);
			return "redirect:" + after(key, page, then, saved);
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (name) -> "");
			CurrentDraft mine = before.with(typed);
			Map<String, DraftEntry> theirs = new LinkedHashMap<>();
			if (refusal.kind() == Refusal.Kind.OUTDATED) {
				typed.forEach((element, entry) -> {
					DraftEntry other = before.draft().entries().getOrDefault(element, DraftEntry.EMPTY);
					if (!other.equals(entry)) {
						theirs.put(element, other);
					}
				});
				model.addAttribute("other", before.draft());
			}
			return show(actor, key, mine, chapter, theirs, say, model);
		}
	}

	private String after(ReportKey key, FormPage page, String then, CurrentDraft saved) {
		if (then.equals("next") && page.next() != null) {
			return address(key) + "/chapters/" + page.next().id();
		}
		return then.equals("stay")
				? address(key) + "/chapters/" + page.chapter().id() + "?saved=" + saved.draft().version()
				: address(key);
	}

	private String show(Actor actor, ReportKey key, CurrentDraft current, String chapter,
			Map<String, DraftEntry> theirs, Say say, Model model) {
		frame(actor, key, say, model, true);
		FormPage page = page(current, chapter, theirs, say);
		model.addAttribute("page", page);
		model.addAttribute("draft", current.draft());
		model.addAttribute("last", current.last());
		model.addAttribute("smallest", current.reading().edition().smallestGroup());
		return "centre/chapter";
	}

	private static FormPage page(CurrentDraft current, String chapter, Map<String, DraftEntry> theirs, Say say) {
		return FormPage.all(current, theirs, say)
			.stream()
			.filter((one) -> one.chapter().id().equals(chapter))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("chapter-unknown", chapter));
	}

	/** Takes in a filled-in template; what it does not speak of stays. */
	@PostMapping("/upload")
	@Needs(Act.EDIT_DRAFT)
	String upload(Actor actor, ReportKey key, @RequestParam long version, @RequestParam("file") MultipartFile file,
			Say say, Model model, HttpServletResponse response) throws IOException {
		String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
		try {
			this.uploads.upload(actor, key, version, name, file.getBytes());
			return "redirect:" + address(key) + "?uploaded=1";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (field) -> "upload-file");
			return report(actor, key, say, model);
		}
	}

	@PostMapping("/evidence")
	@Needs(Act.EDIT_DRAFT)
	String attach(Actor actor, ReportKey key, @RequestParam("file") MultipartFile file, Say say, Model model,
			HttpServletResponse response) throws IOException {
		String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
		try {
			this.evidence.attach(actor, key, name, file.getBytes(), null);
			return "redirect:" + address(key) + "#evidence";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (field) -> "evidence-file");
			return report(actor, key, say, model);
		}
	}

	@PostMapping("/evidence/{id}/removal")
	@Needs(Act.EDIT_DRAFT)
	String withdraw(Actor actor, ReportKey key, @PathVariable String id) {
		this.evidence.withdraw(actor, key, id);
		return "redirect:" + address(key) + "#evidence";
	}

	@PostMapping("/discard")
	@Needs(Act.EDIT_DRAFT)
	String discard(Actor actor, ReportKey key, @RequestParam long version) {
		this.drafts.discard(actor, key, version);
		return "redirect:/centre/" + key.unit();
	}

	/** What the reviewer will see, before anything is signed. */
	@GetMapping("/check")
	@Needs(Act.EDIT_DRAFT)
	String check(Actor actor, ReportKey key, Say say, Model model) {
		return check(actor, key, null, say, model);
	}

	private String check(Actor actor, ReportKey key, @Nullable Refusal refusal, Say say, Model model) {
		frame(actor, key, say, model, true);
		CurrentDraft current = this.drafts.read(actor, key);
		ReadResults.Preview preview = this.results.preview(actor, key);
		model.addAttribute("draft", current.draft());
		model.addAttribute("pages", FormPage.all(current, Map.of(), say));
		model.addAttribute("preview",
				(preview.result() == null) ? null : Judgements.of(preview.result(), current.reading().edition(), say));
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
			return "redirect:" + address(key) + "/versions/" + signed.number() + "?signed=1";
		}
		catch (Refusal refusal) {
			if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
				throw refusal;
			}
			response.setStatus(refusal.kind().status());
			return check(actor, key, refusal, say, model);
		}
	}

	/** What was handed in: the receipt, with what came of it as soon as that is known. */
	@GetMapping("/versions/{number}")
	@Needs(Act.EDIT_DRAFT)
	String version(Actor actor, ReportKey key, @PathVariable int number,
			@RequestParam(required = false) @Nullable String signed, Say say, Model model) {
		frame(actor, key, say, model, true);
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

	/** What all pages of a report show. */
	private ReportOverview frame(Actor actor, ReportKey key, Say say, Model model, boolean below) {
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

	private static String address(ReportKey key) {
		return "/centre/" + key.unit() + "/reports/" + key.assignment() + "/" + key.period();
	}

}
