package se.uppdragskollen.web.centre;

import java.io.IOException;
import java.util.LinkedHashMap;
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
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.AttachEvidence;
import se.uppdragskollen.selfreport.CurrentDraft;
import se.uppdragskollen.selfreport.DraftEntry;
import se.uppdragskollen.selfreport.EditDraft;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportOverview;
import se.uppdragskollen.selfreport.UploadDraft;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.keep.Keepable;
import se.uppdragskollen.web.page.Desk;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Answers;
import se.uppdragskollen.web.reading.Field;

/**
 * A self-report while it is filled in: by area, by a template, with evidence.
 */
@PageController
@RequestMapping("/centre/{unit}/reports/{assignment}/{period}")
class ReportController {

	private final ReportFrame frame;

	private final EditDraft drafts;

	private final UploadDraft uploads;

	private final AttachEvidence evidence;

	ReportController(ReportFrame frame, EditDraft drafts, UploadDraft uploads, AttachEvidence evidence) {
		this.frame = frame;
		this.drafts = drafts;
		this.uploads = uploads;
		this.evidence = evidence;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.CENTRE.word();
	}

	/**
	 * How it stands with the report: its chapters while it is typed, its versions after.
	 */
	@Keepable
	@GetMapping
	@Needs(Act.EDIT_DRAFT)
	String report(Actor actor, ReportKey key, Say say, Model model) {
		ReportOverview overview = this.frame.show(actor, key, say, model, false);
		if (overview.report().draft()) {
			CurrentDraft current = this.drafts.read(actor, key);
			model.addAttribute("draft", current.draft());
			model.addAttribute("pages", FormPage.all(current, Map.of(), say));
			model.addAttribute("chapters", Answers.byChapter(current.reading().edition(), key.period().kind(),
					current.draft().entries(), say));
		}
		model.addAttribute("evidence",
				this.evidence.all(actor, key).stream().filter((one) -> !one.withdrawn()).toList());
		return "centre/report";
	}

	@PostMapping("/draft")
	@Needs(Act.EDIT_DRAFT)
	String open(Actor actor, ReportKey key) {
		this.drafts.open(actor, key);
		return "redirect:" + ReportFrame.address(key);
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
			model.addAttribute("typed", fields);
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
			return ReportFrame.address(key) + "/chapters/" + page.next().id();
		}
		return then.equals("stay")
				? ReportFrame.address(key) + "/chapters/" + page.chapter().id() + "?saved=" + saved.draft().version()
				: ReportFrame.address(key);
	}

	private String show(Actor actor, ReportKey key, CurrentDraft current, String chapter,
			Map<String, DraftEntry> theirs, Say say, Model model) {
		this.frame.show(actor, key, say, model, true);
		FormPage page = page(current, chapter, theirs, say);
		if (page.fields().stream().anyMatch(Field::named)) {
			model.addAttribute("units", this.frame.units(actor));
		}
		model.addAttribute("page", page);
		model.addAttribute("draft", current.draft());
		model.addAttribute("last", current.last());
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
			return "redirect:" + ReportFrame.address(key) + "?uploaded=1";
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
			return "redirect:" + ReportFrame.address(key) + "#evidence";
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
		return "redirect:" + ReportFrame.address(key) + "#evidence";
	}

	@PostMapping("/discard")
	@Needs(Act.EDIT_DRAFT)
	String discard(Actor actor, ReportKey key, @RequestParam long version) {
		this.drafts.discard(actor, key, version);
		return "redirect:/centre/" + key.unit();
	}

}
