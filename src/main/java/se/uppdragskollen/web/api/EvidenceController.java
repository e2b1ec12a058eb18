package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.selfreport.AttachEvidence;
import se.uppdragskollen.selfreport.Evidence;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.StoredEvidence;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Needs;

/**
 * The files that a self-report rests on.
 */
@RestController
@RequestMapping("/api/v1/units/{unit}/reports/{assignment}/{period}/evidence")
class EvidenceController {

	private final AttachEvidence evidence;

	private final ReportLists lists;

	EvidenceController(AttachEvidence evidence, ReportLists lists) {
		this.evidence = evidence;
		this.lists = lists;
	}

	@GetMapping
	@Needs(Act.READ_REPORTS)
	@Filters("format")
	@Nullable Items all(Actor actor, @PathVariable String unit, @PathVariable String assignment, @PathVariable String period,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		ReportKey key = AskedReport.key(unit, assignment, period);
		List<Evidence> all = this.evidence.all(actor, key);
		return this.lists.evidence(actor, key)
			.written(request, response, all, () -> this.lists.exported(actor, "evidence", key)) ? null : new Items(all);
	}

	@PostMapping
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<Evidence> attach(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, @RequestParam("file") MultipartFile file,
			@RequestParam(required = false) @Nullable String requirement, HttpServletRequest request)
			throws IOException {
		String name = file.getOriginalFilename();
		Evidence attached = this.evidence.attach(actor, AskedReport.key(unit, assignment, period),
				(name == null) ? "" : name, file.getBytes(), Asked.text(requirement));
		return ResponseEntity.created(URI.create(request.getRequestURI() + "/" + attached.id())).body(attached);
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_REPORTS)
	ResponseEntity<byte[]> download(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, @PathVariable String id) {
		StoredEvidence stored = this.evidence.read(actor, AskedReport.key(unit, assignment, period), id);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(stored.evidence().mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(stored.evidence().name(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.header("X-Content-Type-Options", "nosniff")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(stored.content());
	}

	@DeleteMapping("/{id}")
	@Needs(Act.EDIT_DRAFT)
	ResponseEntity<Void> withdraw(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, @PathVariable String id) {
		this.evidence.withdraw(actor, AskedReport.key(unit, assignment, period), id);
		return ResponseEntity.noContent().build();
	}

	/**
	 * A list that is never long.
	 *
	 * @param items what is in it
	 */
	record Items(List<Evidence> items) {

	}

}
