package se.uppdragskollen.web.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.followup.ActOnCase;
import se.uppdragskollen.followup.CaseActEntry;
import se.uppdragskollen.followup.CaseFilter;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.followup.CaseState;
import se.uppdragskollen.followup.CaseView;
import se.uppdragskollen.followup.ConfirmCases;
import se.uppdragskollen.followup.Course;
import se.uppdragskollen.followup.ReadCases;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Versions;

/**
 * Follow-up cases: looked up, decided on, answered.
 */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

	private final ReadCases read;

	private final ActOnCase act;

	private final ConfirmCases confirm;

	private final Editions editions;

	private final Audit audit;

	CaseController(ReadCases read, ActOnCase act, ConfirmCases confirm, Editions editions, Audit audit) {
		this.read = read;
		this.act = act;
		this.confirm = confirm;
		this.editions = editions;
		this.audit = audit;
	}

	private static Listing<CaseRow> listing(Titles titles) {
		return Listing.<CaseRow>of("cases", 1)
			.column("case", CaseRow::id)
			.column("unit", CaseRow::unit)
			.column("name", CaseRow::unitName)
			.column("requirement", CaseRow::requirement)
			.column("title", CaseRow::title)
			.column("chapter", CaseRow::chapter)
			.column("chapter-title", (row) -> titles.chapter(row.assignment(), row.lastPeriod().to(), row.chapter()))
			.words("finding", "finding", CaseRow::kind)
			.words("severity", "severity", CaseRow::severity)
			.words("course", "course", CaseRow::course)
			.words("state", "case-state", CaseRow::state)
			.column("ladder-step", CaseRow::ladderStep)
			.column("first-period", (row) -> row.firstPeriod().toString())
			.column("last-period", (row) -> row.lastPeriod().toString())
			.column("reviewer", (row) -> (row.reviewer() == null) ? null : row.reviewer().name())
			.column("due", CaseRow::due)
			.column("overdue", CaseRow::overdue)
			.column("edition", CaseRow::edition)
			.column("edition-title", (row) -> titles.edition(row.assignment(), row.edition()))
			.column("opened-at", CaseRow::openedAt)
			.column("confirmed-at", CaseRow::confirmedAt)
			.column("closed-at", CaseRow::closedAt);
	}

	@GetMapping
	@Needs(Act.READ_CASES)
	@Filters({ "unit", "assignment", "requirement", "chapter", "state", "open", "kind", "severity", "course", "overdue",
			"reviewer" })
	@Nullable Page<CaseRow> list(Actor actor, @RequestParam Map<String, String> asked, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		CaseFilter filter = new CaseFilter(Asked.text(asked.get("unit")), Asked.text(asked.get("assignment")),
				Asked.text(asked.get("requirement")), Asked.text(asked.get("chapter")),
				Asked.word("state", asked.get("state"), CaseState.values()), Asked.flag("open", asked.get("open")),
				Asked.word("kind", asked.get("kind"), FindingKind.values()),
				Asked.word("severity", asked.get("severity"), Severity.values()),
				Asked.word("course", asked.get("course"), Course.values()), Asked.flag("overdue", asked.get("overdue")),
				Asked.number("reviewer", asked.get("reviewer")));
		return listing(new Titles(this.editions)).answer(request, response,
				(page) -> this.read.list(actor, filter, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "cases", null, Map.of()));
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_CASES)
	ResponseEntity<CaseView> one(Actor actor, @PathVariable long id) {
		return tagged(this.read.one(actor, id));
	}

	@GetMapping("/{id}/precedents")
	@Needs(Act.READ_CASES)
	@Filters("format")
	@Nullable Precedents precedents(Actor actor, @PathVariable long id, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		List<CaseView.Precedent> found = this.read.precedents(actor, id);
		return Decision.listing(new Titles(this.editions))
			.written(request, response, Decision.of(found),
					() -> this.audit.noteAlone(actor.auditName(), "exported", "precedents", null, Map.of("case", id)))
							? null : new Precedents(found);
	}

	@PostMapping("/{id}/acts")
	@Needs({ Act.DECIDE_CASE, Act.ANSWER_CASE, Act.APPROVE_ESCALATION })
	ResponseEntity<CaseView> act(Actor actor, @PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody CaseActEntry entry) {
		return tagged(this.act.act(actor, id, Versions.required(version), entry));
	}

	@PostMapping("/confirmations")
	@Needs(Act.DECIDE_CASE)
	Confirmed confirm(Actor actor, @RequestBody Confirmations body) {
		return new Confirmed(this.confirm.confirm(actor, body.cases(), body.reason()));
	}

	static ResponseEntity<CaseView> tagged(CaseView view) {
		return Versions.tagged(view, view.row().version());
	}

	/**
	 * Cases to be confirmed together.
	 *
	 * @param cases which
	 * @param reason why
	 */
	record Confirmations(@Nullable List<ConfirmCases.@Nullable Versioned> cases, @Nullable String reason) {

	}

	/**
	 * The cases that were confirmed.
	 *
	 * @param items in the order asked
	 */
	record Confirmed(List<CaseRow> items) {

	}

	/**
	 * Decisions on the same requirement.
	 *
	 * @param items the newest case first
	 */
	record Precedents(List<CaseView.Precedent> items) {

	}

}
