package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

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
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.statement.DecideExemption;
import se.uppdragskollen.statement.ExemptionFilter;
import se.uppdragskollen.statement.ExemptionState;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.ProposeExemption;
import se.uppdragskollen.statement.StatedExemption;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Versions;

/**
 * Relief from requirements, proposed by one person and decided by another.
 */
@RestController
@RequestMapping("/api/v1/exemptions")
class ExemptionController {

	private final FindStatements find;

	private final ProposeExemption propose;

	private final DecideExemption decide;

	private final Editions editions;

	private final Audit audit;

	ExemptionController(FindStatements find, ProposeExemption propose, DecideExemption decide, Editions editions,
			Audit audit) {
		this.find = find;
		this.propose = propose;
		this.decide = decide;
		this.editions = editions;
		this.audit = audit;
	}

	private static Listing<StatedExemption> listing(Titles titles) {
		return Listing.<StatedExemption>of("exemptions", 1)
			.column("number", StatedExemption::id)
			.column("unit", StatedExemption::unit)
			.column("name", StatedExemption::unitName)
			.column("assignment", StatedExemption::assignment)
			.column("requirement", StatedExemption::requirement)
			.column("requirement-title", (one) -> titles.requirement(one.assignment(), one.from(), one.requirement()))
			.column("from", StatedExemption::from)
			.column("to", StatedExemption::to)
			.words("state", "exemption-state", StatedExemption::state)
			.column("reason", StatedExemption::reason)
			.column("proposed-by", StatedExemption::proposedBy)
			.column("proposed-at", StatedExemption::proposedAt)
			.column("decided-by", StatedExemption::decidedBy)
			.column("decided-at", StatedExemption::decidedAt)
			.column("decision-reason", StatedExemption::decisionReason)
			.column("ended-on", StatedExemption::endedOn)
			.column("ended-by", StatedExemption::endedBy)
			.column("end-reason", StatedExemption::endReason)
			.column("withdrawn-at", StatedExemption::withdrawnAt);
	}

	@GetMapping
	@Needs(Act.READ_REPORTS)
	@Filters({ "unit", "assignment", "requirement", "state" })
	@Nullable Page<StatedExemption> list(Actor actor, @RequestParam Map<String, String> asked, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		ExemptionFilter filter = new ExemptionFilter(Asked.text(asked.get("unit")), Asked.text(asked.get("assignment")),
				Asked.text(asked.get("requirement")), Asked.word("state", asked.get("state"), ExemptionState.values()));
		return listing(new Titles(this.editions)).answer(request, response,
				(page) -> this.find.exemptions(actor, filter, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "exemptions", filter.unit(), Map.of()));
	}

	@PostMapping
	@Needs(Act.PROPOSE_EXEMPTION)
	ResponseEntity<StatedExemption> propose(Actor actor, @RequestBody ProposeExemption.Entry entry) {
		StatedExemption exemption = this.propose.propose(actor, entry);
		return ResponseEntity.created(URI.create("/api/v1/exemptions/" + exemption.id()))
			.eTag(Versions.tag(exemption.version()))
			.body(exemption);
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_REPORTS)
	ResponseEntity<StatedExemption> one(Actor actor, @PathVariable long id) {
		return tagged(this.find.exemption(actor, id));
	}

	@PostMapping("/{id}/decision")
	@Needs(Act.DECIDE_EXEMPTION)
	ResponseEntity<StatedExemption> decide(Actor actor, @PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody Decision body) {
		return tagged(this.decide.decide(actor, id, Versions.required(version), body.decision(), body.reason()));
	}

	@PostMapping("/{id}/withdrawal")
	@Needs(Act.PROPOSE_EXEMPTION)
	ResponseEntity<StatedExemption> withdraw(Actor actor, @PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
		return tagged(this.propose.withdraw(actor, id, Versions.required(version)));
	}

	@PostMapping("/{id}/end")
	@Needs(Act.DECIDE_EXEMPTION)
	ResponseEntity<StatedExemption> end(Actor actor, @PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody End body) {
		return tagged(this.decide.end(actor, id, Versions.required(version), body.endedOn(), body.reason()));
	}

	private static ResponseEntity<StatedExemption> tagged(StatedExemption exemption) {
		return Versions.tagged(exemption, exemption.version());
	}

	/**
	 * A decision.
	 *
	 * @param decision {@code approved} or {@code refused}
	 * @param reason needed to refuse
	 */
	record Decision(@Nullable String decision, @Nullable String reason) {

	}

	/**
	 * An end.
	 *
	 * @param endedOn the last day that counts
	 * @param reason why
	 */
	record End(@Nullable String endedOn, @Nullable String reason) {

	}

}
