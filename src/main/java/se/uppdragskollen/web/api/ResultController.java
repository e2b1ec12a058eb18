package se.uppdragskollen.web.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.ProblemList;
import tools.jackson.databind.JsonNode;

/**
 * Results of evaluation: the current ones, those before, repeated and compared.
 */
@RestController
class ResultController {

	private final ReadResults results;

	private final Editions editions;

	private final Audit audit;

	ResultController(ReadResults results, Editions editions, Audit audit) {
		this.results = results;
		this.editions = editions;
		this.audit = audit;
	}

	private static Listing<StoredResult> listing(Titles titles) {
		return Listing.<StoredResult>of("results", 1)
			.column("result", StoredResult::id)
			.column("unit", StoredResult::unit)
			.column("name", StoredResult::unitName)
			.column("assignment", StoredResult::assignment)
			.column("period", StoredResult::period)
			.column("edition", StoredResult::edition)
			.column("edition-title", (one) -> titles.edition(one.assignment(), one.edition()))
			.column("revision", StoredResult::revision)
			.column("report-version", StoredResult::reportVersion)
			.words("cause", "cause", StoredResult::cause)
			.column("stored-at", StoredResult::storedAt);
	}

	/** Of one report: those before the current one too. */
	private static Listing<StoredResult> listingOfReport(Titles titles) {
		return listing(titles).column("current", StoredResult::current)
			.column("supersedes", StoredResult::supersedes)
			.column("fingerprint", StoredResult::fingerprint)
			.column("engine", StoredResult::engine);
	}

	@GetMapping("/api/v1/results")
	@Needs(Act.READ_REPORTS)
	@Nullable Page<StoredResult> list(Actor actor, @RequestParam(required = false) @Nullable String unit,
			@RequestParam(required = false) @Nullable String assignment,
			@RequestParam(required = false) @Nullable String period, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var ofPeriod = AskedReport.optional(period);
		return listing(new Titles(this.editions)).answer(request, response,
				(page) -> this.results.list(actor, Asked.text(unit), Asked.text(assignment), ofPeriod, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "results", Asked.text(unit), Map.of()));
	}

	@GetMapping("/api/v1/results/{id}")
	@Needs(Act.READ_REPORTS)
	Whole one(Actor actor, @PathVariable long id) {
		return new Whole(this.results.find(actor, id), this.results.document(actor, id));
	}

	@GetMapping("/api/v1/results/{id}/report")
	@Needs(Act.READ_REPORTS)
	JsonNode report(Actor actor, @PathVariable long id) {
		return this.results.input(actor, id);
	}

	@GetMapping("/api/v1/results/{id}/difference")
	@Needs(Act.READ_REPORTS)
	ReadResults.Difference difference(Actor actor, @PathVariable long id) {
		return this.results.difference(actor, id);
	}

	@PostMapping("/api/v1/results/{id}/verification")
	@Needs(Act.READ_REPORTS)
	ReadResults.Verification verify(Actor actor, @PathVariable long id) {
		return this.results.verify(actor, id);
	}

	@GetMapping("/api/v1/units/{unit}/reports/{assignment}/{period}/result")
	@Needs(Act.READ_REPORTS)
	Whole current(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period) {
		StoredResult result = this.results.current(actor, AskedReport.key(unit, assignment, period));
		return new Whole(result, this.results.document(actor, result.id()));
	}

	@GetMapping("/api/v1/units/{unit}/reports/{assignment}/{period}/results")
	@Needs(Act.READ_REPORTS)
	@Filters("format")
	@Nullable List<StoredResult> ofReport(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ReportKey key = AskedReport.key(unit, assignment, period);
		List<StoredResult> all = this.results.ofReport(actor, key);
		return listingOfReport(new Titles(this.editions)).written(request, response, all, () -> this.audit
			.noteAlone(actor.auditName(), "exported", "results", key.unit(), Map.of("report", key.subject()))) ? null
					: all;
	}

	@PostMapping("/api/v1/units/{unit}/reports/{assignment}/{period}/draft/preview")
	@Needs(Act.EDIT_DRAFT)
	Map<String, @Nullable Object> preview(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, HttpServletRequest request) {
		ReadResults.Preview preview = this.results.preview(actor, AskedReport.key(unit, assignment, period));
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		answer.put("problems", ProblemList.of(preview.problems(), request));
		answer.put("result", preview.result());
		return answer;
	}

	/**
	 * A result with its document.
	 *
	 * @param stored what is known of it
	 * @param document the evaluation result's format
	 */
	record Whole(StoredResult stored, JsonNode document) {

	}

}
