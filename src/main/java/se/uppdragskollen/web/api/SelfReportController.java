package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.DeadlineMove;
import se.uppdragskollen.selfreport.DraftEntry;
import se.uppdragskollen.selfreport.DueFilter;
import se.uppdragskollen.selfreport.DueReport;
import se.uppdragskollen.selfreport.DueReports;
import se.uppdragskollen.selfreport.DueStatus;
import se.uppdragskollen.selfreport.EntryChange;
import se.uppdragskollen.selfreport.Evidence;
import se.uppdragskollen.selfreport.MoveDeadline;
import se.uppdragskollen.selfreport.ReadReports;
import se.uppdragskollen.selfreport.ReportKey;
import se.uppdragskollen.selfreport.ReportOverview;
import se.uppdragskollen.selfreport.ReportVersion;
import se.uppdragskollen.selfreport.ReturnReport;
import se.uppdragskollen.selfreport.SubmitReport;
import se.uppdragskollen.selfreport.VersionSummary;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Idempotency;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Versions;

/**
 * Which self-reports are due, handing them in, sending them back, what was handed in.
 */
@RestController
@RequestMapping("/api/v1")
class SelfReportController {

	private static final String REPORT = "/units/{unit}/reports/{assignment}/{period}";

	private final DueReports due;

	private final ReadReports reads;

	private final SubmitReport submit;

	private final ReturnReport returns;

	private final MoveDeadline deadlines;

	private final Idempotency idempotency;

	private final ReportLists lists;

	SelfReportController(DueReports due, ReadReports reads, SubmitReport submit, ReturnReport returns,
			MoveDeadline deadlines, Idempotency idempotency, ReportLists lists) {
		this.due = due;
		this.reads = reads;
		this.submit = submit;
		this.returns = returns;
		this.deadlines = deadlines;
		this.idempotency = idempotency;
		this.lists = lists;
	}

	@GetMapping("/reports")
	@Needs(Act.READ_REPORTS)
	@Nullable Page<DueReport> list(Actor actor, @RequestParam(required = false) @Nullable String unit,
			@RequestParam(required = false) @Nullable String assignment,
			@RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable String status, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		DueFilter filter = new DueFilter(Asked.text(unit), Asked.text(assignment), AskedReport.optional(period),
				Asked.word("status", status, DueStatus.values()));
		return this.lists.due()
			.answer(request, response, (page) -> this.due.page(actor, filter, page), () -> this.due.exported(actor));
	}

	@GetMapping(REPORT)
	@Needs(Act.READ_REPORTS)
	ResponseEntity<ReportOverview> report(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period) {
		return tagged(this.reads.report(actor, AskedReport.key(unit, assignment, period)));
	}

	@PostMapping(REPORT + "/submissions")
	@Needs(Act.SUBMIT_REPORT)
	ResponseEntity<String> submit(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String once,
			@RequestBody Submission body) {
		ReportKey key = AskedReport.key(unit, assignment, period);
		long draft = Versions.required(version);
		String request = "submit " + key + " " + draft + " " + body;
		return this.idempotency.once(actor, once, request, () -> {
			VersionSummary submitted = this.submit.submit(actor, key, draft, Boolean.TRUE.equals(body.confirm()),
					(body.reason() == null) ? "" : body.reason());
			return ResponseEntity.created(URI.create("/api/v1/units/" + key.unit() + "/reports/" + key.assignment()
					+ "/" + key.period() + "/versions/" + submitted.number()))
				.body(submitted);
		});
	}

	@GetMapping(REPORT + "/versions")
	@Needs(Act.READ_REPORTS)
	@Filters("format")
	@Nullable Items<VersionSummary> versions(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ReportKey key = AskedReport.key(unit, assignment, period);
		List<VersionSummary> versions = this.reads.versions(actor, key);
		return this.lists.versions(actor, key)
			.written(request, response, versions, () -> this.lists.exported(actor, "versions", key)) ? null
					: new Items<>(versions);
	}

	@GetMapping(REPORT + "/versions/{number}")
	@Needs(Act.READ_REPORTS)
	VersionAnswer version(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, @PathVariable int number) {
		return VersionAnswer.of(this.reads.version(actor, AskedReport.key(unit, assignment, period), number));
	}

	@PostMapping(REPORT + "/return")
	@Needs(Act.RETURN_REPORT)
	ResponseEntity<ReportOverview> giveBack(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody Reason body) {
		return tagged(this.returns.giveBack(actor, AskedReport.key(unit, assignment, period),
				Versions.required(version), (body.reason() == null) ? "" : body.reason()));
	}

	@GetMapping(REPORT + "/deadline")
	@Needs(Act.READ_REPORTS)
	@Filters("format")
	@Nullable Items<DeadlineMove> deadlines(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, HttpServletRequest request, HttpServletResponse response) throws IOException {
		ReportKey key = AskedReport.key(unit, assignment, period);
		List<DeadlineMove> moves = this.deadlines.moves(actor, key);
		return this.lists.deadlines(actor, key)
			.written(request, response, moves, () -> this.lists.exported(actor, "deadlines", key)) ? null
					: new Items<>(moves);
	}

	@PostMapping(REPORT + "/deadline")
	@Needs(Act.MOVE_DEADLINE)
	Items<DeadlineMove> move(Actor actor, @PathVariable String unit, @PathVariable String assignment,
			@PathVariable String period, @RequestBody NewDeadline body) {
		ReportKey key = AskedReport.key(unit, assignment, period);
		java.time.LocalDate day = Asked.day("/due", body.due());
		if (day == null) {
			throw Refusal.invalid("/due", "due-missing");
		}
		return new Items<>(this.deadlines.move(actor, key, day, (body.reason() == null) ? "" : body.reason()));
	}

	private static ResponseEntity<ReportOverview> tagged(ReportOverview overview) {
		return Versions.tagged(overview, overview.version());
	}

	/**
	 * The signature.
	 *
	 * @param confirm that the report is right, by the one who signs
	 * @param reason why a report that was handed in is corrected
	 */
	record Submission(@Nullable Boolean confirm, @Nullable String reason) {

	}

	/**
	 * Why.
	 *
	 * @param reason in words
	 */
	record Reason(@Nullable String reason) {

	}

	/**
	 * Another deadline.
	 *
	 * @param due the last day to hand in
	 * @param reason why
	 */
	record NewDeadline(@Nullable String due, @Nullable String reason) {

	}

	/**
	 * A list that is never long.
	 *
	 * @param items what is in it
	 */
	record Items<T>(List<T> items) {

	}

	/**
	 * A version, with its content as the JSON that it is.
	 */
	record VersionAnswer(@JsonUnwrapped VersionSummary summary, SortedMap<String, DraftEntry> entries, String comment,
			@JsonRawValue String content, List<Evidence> evidence, List<EntryChange> changes) {

		static VersionAnswer of(ReportVersion version) {
			return new VersionAnswer(version.summary(), version.entries(), version.comment(), version.content(),
					version.evidence(), version.changes());
		}

	}

}
