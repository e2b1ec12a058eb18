package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.CurrentDraft;
import se.uppdragskollen.selfreport.Draft;
import se.uppdragskollen.selfreport.DraftEntry;
import se.uppdragskollen.selfreport.EditDraft;
import se.uppdragskollen.selfreport.LastReport;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.UploadDraft;
import se.uppdragskollen.web.ErrorAnswers;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.ProblemList;
import se.uppdragskollen.web.Versions;
import tools.jackson.databind.JsonNode;

/**
 * A centre types its self-report, here or in a table of its own.
 */
@RestController
@RequestMapping("/api/v1/units/{unit}/reports/{assignment}/{period}")
class DraftController {

	private static final MediaType EXCEL = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final EditDraft edit;

	private final UploadDraft uploads;

	DraftController(EditDraft edit, UploadDraft uploads) {
		this.edit = edit;
		this.uploads = uploads;
	}

	@GetMapping("/draft")
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<DraftAnswer> read(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, HttpServletRequest request) {
		return tagged(this.edit.read(actor, AskedReport.key(unit, assignment, period)), request);
	}

	@PostMapping("/draft")
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<DraftAnswer> open(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, HttpServletRequest request) {
		CurrentDraft draft = this.edit.open(actor, AskedReport.key(unit, assignment, period));
		return draft.isNew() ? ResponseEntity.created(URI.create(request.getRequestURI()))
			.eTag(Versions.tag(draft.draft().version()))
			.body(DraftAnswer.of(draft, request)) : tagged(draft, request);
	}

	@PutMapping("/draft")
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<DraftAnswer> save(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody JsonNode body, HttpServletRequest request) {
		return tagged(
				this.edit.save(actor, AskedReport.key(unit, assignment, period), Versions.required(version), body),
				request);
	}

	@DeleteMapping("/draft")
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<Void> discard(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		this.edit.discard(actor, AskedReport.key(unit, assignment, period), Versions.required(version));
		return ResponseEntity.noContent().build();
	}

	@GetMapping("/template")
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<byte[]> template(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, @RequestParam(defaultValue = "xlsx") String format,
			@RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
		if (!format.equals("csv") && !format.equals("xlsx")) {
			throw Refusal.invalid("format", "template-format");
		}
		Language language = (lang == null) ? ErrorAnswers.language(request)
				: Language.ofCode(lang).orElseThrow(() -> Refusal.invalid("lang", "template-language"));
		ReportKey key = AskedReport.key(unit, assignment, period);
		byte[] table = this.uploads.template(actor, key, language, format.equals("xlsx"));
		return ResponseEntity.ok()
			.contentType(format.equals("xlsx") ? EXCEL : new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(key.unit() + "-" + key.period() + "." + format)
						.build()
						.toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(table);
	}

	@PostMapping("/draft/upload")
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<DraftAnswer> upload(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestParam("file") MultipartFile file, HttpServletRequest request) throws IOException {
		String name = file.getOriginalFilename();
		return tagged(this.uploads.upload(actor, AskedReport.key(unit, assignment, period), Versions.required(version),
				(name == null) ? "" : name, file.getBytes()), request);
	}

	private static ResponseEntity<DraftAnswer> tagged(CurrentDraft draft, HttpServletRequest request) {
		return Versions.tagged(DraftAnswer.of(draft, request), draft.draft().version());
	}

	/**
	 * A draft, with what is wrong in it and what stood there the last time.
	 */
	record DraftAnswer(String unit, String assignment, Period period, String edition, String revision,
			SortedMap<String, DraftEntry> entries, String comment, String editedBy, Instant editedAt, long version,
			List<Map<String, @Nullable Object>> problems,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Last lastPeriod) {

		static DraftAnswer of(CurrentDraft current, HttpServletRequest request) {
			Draft draft = current.draft();
			LastReport last = current.last();
			return new DraftAnswer(draft.unit(), draft.assignment(), draft.period(), current.reading().edition().id(),
					current.reading().edition().revision(), draft.entries(), draft.comment(), draft.editedBy(),
					draft.editedAt(), draft.version(), ProblemList.of(current.reading().problems(), request),
					(last == null) ? null : new Last(last.period(), last.content().entries()));
		}

	}

	/**
	 * What stood there the last time.
	 *
	 * @param period when
	 * @param entries by element
	 */
	record Last(Period period, SortedMap<String, DraftEntry> entries) {

	}

}
