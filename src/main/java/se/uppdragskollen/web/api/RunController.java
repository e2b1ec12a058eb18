package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.EvaluationRun;
import se.uppdragskollen.assessment.EvaluationRuns;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Idempotency;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;

/**
 * Runs that evaluate a period or the whole region anew.
 */
@RestController
@RequestMapping("/api/v1/runs")
class RunController {

	private static final Listing<EvaluationRun> LIST = Listing.<EvaluationRun>of("runs", 1)
		.column("run", EvaluationRun::id)
		.column("assignment", EvaluationRun::assignment)
		.column("from", EvaluationRun::from)
		.column("to", EvaluationRun::to)
		.column("current-rules", EvaluationRun::currentRules)
		.words("state", "run-state", EvaluationRun::state)
		.column("total", EvaluationRun::total)
		.column("left", EvaluationRun::left)
		.column("changed", EvaluationRun::changed)
		.column("asked-by", EvaluationRun::askedByName)
		.column("asked-at", EvaluationRun::askedAt)
		.column("ended-at", EvaluationRun::endedAt);

	private final EvaluationRuns runs;

	private final Idempotency idempotency;

	private final Audit audit;

	RunController(EvaluationRuns runs, Idempotency idempotency, Audit audit) {
		this.runs = runs;
		this.idempotency = idempotency;
		this.audit = audit;
	}

	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	@Nullable Page<EvaluationRun> list(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
		return LIST.answer(request, response, (page) -> this.runs.list(actor, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "runs", null, Map.of()));
	}

	@PostMapping
	@Needs(Act.RUN_EVALUATION)
	ResponseEntity<String> start(Actor actor, @RequestBody Start body,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
		String assignment = (body.assignment() == null) ? "" : body.assignment();
		boolean currentRules = Boolean.TRUE.equals(body.currentRules());
		Period period = AskedReport.optional(body.period());
		LocalDate from = Asked.day("/from", body.from());
		LocalDate to = Asked.day("/to", body.to());
		if (period == null && (from == null || to == null)) {
			throw Refusal.invalid("/period", "run-days");
		}
		return this.idempotency.once(actor, key, "runs " + body, () -> {
			EvaluationRun run = (period != null) ? this.runs.start(actor, assignment, period, currentRules) : this.runs
				.start(actor, assignment, Objects.requireNonNull(from), Objects.requireNonNull(to), currentRules);
			return ResponseEntity.accepted().location(URI.create("/api/v1/runs/" + run.id())).body(run);
		});
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_OVERVIEW)
	EvaluationRun one(Actor actor, @PathVariable long id) {
		return this.runs.find(actor, id);
	}

	@PostMapping("/{id}/cancellation")
	@Needs(Act.RUN_EVALUATION)
	EvaluationRun cancel(Actor actor, @PathVariable long id) {
		return this.runs.cancel(actor, id);
	}

	/**
	 * What to evaluate.
	 *
	 * @param assignment of which assignment
	 * @param period all reports of periods that end when this one does; or
	 * @param from of periods that end on this day or later, and
	 * @param to on this day at the latest
	 * @param currentRules by the editions as they stand now
	 */
	record Start(@Nullable String assignment, @Nullable String period, @Nullable String from, @Nullable String to,
			@Nullable Boolean currentRules) {

	}

}
