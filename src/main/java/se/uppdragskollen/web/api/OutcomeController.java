package se.uppdragskollen.web.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.OutcomeFilter;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assessment.Overview;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;

/**
 * Outcomes, one by one and counted.
 */
@RestController
class OutcomeController {

	private static final Listing<Overview.Row> OVERVIEW = counts();

	private final Outcomes outcomes;

	private final Overview overview;

	private final Editions editions;

	private final Audit audit;

	OutcomeController(Outcomes outcomes, Overview overview, Editions editions, Audit audit) {
		this.outcomes = outcomes;
		this.overview = overview;
		this.editions = editions;
		this.audit = audit;
	}

	private static Listing<OutcomeRow> listing(Titles titles) {
		return Listing.<OutcomeRow>of("outcomes", 3)
			.column("unit", OutcomeRow::unit)
			.column("name", OutcomeRow::unitName)
			.column("assignment", OutcomeRow::assignment)
			.column("period", OutcomeRow::period)
			.column("requirement", OutcomeRow::requirement)
			.column("requirement-title",
					(row) -> titles.requirement(row.assignment(), row.period().to(), row.requirement()))
			.column("chapter", OutcomeRow::chapter)
			.column("chapter-title", (row) -> titles.chapter(row.assignment(), row.period().to(), row.chapter()))
			.words("outcome", "outcome", OutcomeRow::outcome)
			.words("finding", "finding", OutcomeRow::finding)
			.words("severity", "severity", OutcomeRow::severity)
			.column("result", OutcomeRow::result);
	}

	@GetMapping("/api/v1/outcomes")
	@Needs(Act.READ_REPORTS)
	@Nullable Page<OutcomeRow> list(Actor actor, @RequestParam(required = false) @Nullable String unit,
			@RequestParam(required = false) @Nullable String assignment,
			@RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable String requirement,
			@RequestParam(required = false) @Nullable String outcome, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		OutcomeKind kind = Asked.word("outcome", outcome, OutcomeKind.values());
		OutcomeFilter filter = new OutcomeFilter(Asked.text(unit), Asked.text(assignment), AskedReport.optional(period),
				Asked.text(requirement), (kind == null) ? null : kind.word());
		return listing(new Titles(this.editions)).answer(request, response,
				(page) -> this.outcomes.list(actor, filter, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "outcomes", Asked.text(unit), Map.of()));
	}

	@GetMapping("/api/v1/overview")
	@Needs(Act.READ_OVERVIEW)
	@Filters("format")
	@Nullable List<Overview.Row> overview(Actor actor, @RequestParam String assignment, @RequestParam String period,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		List<Overview.Row> rows = this.overview.of(actor, assignment, AskedReport.period(period));
		return OVERVIEW.written(request, response, rows,
				() -> this.audit.noteAlone(actor.auditName(), "exported", "overview", null, Map.of())) ? null : rows;
	}

	private static Listing<Overview.Row> counts() {
		return Listing.<Overview.Row>of("overview")
			.column("requirement", Overview.Row::requirement)
			.column("requirement-title", Overview.Row::title)
			.column("chapter", Overview.Row::chapter)
			.column("chapter-title", Overview.Row::chapterTitle)
			.column("met", (row) -> row.units().get(OutcomeKind.MET.word()))
			.column("not-met", (row) -> row.units().get(OutcomeKind.NOT_MET.word()))
			.column("not-assessable", (row) -> row.units().get(OutcomeKind.NOT_ASSESSABLE.word()))
			.column("not-applicable", (row) -> row.units().get(OutcomeKind.NOT_APPLICABLE.word()))
			.column("exempt", (row) -> row.units().get(OutcomeKind.EXEMPT.word()));
	}

}
