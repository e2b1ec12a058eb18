package se.uppdragskollen.web.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.audit.AuditChain;
import se.uppdragskollen.audit.AuditEvent;
import se.uppdragskollen.audit.AuditEvents;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;

/**
 * The log of who did what.
 */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

	private static final Listing<AuditEvent> LIST = Listing.<AuditEvent>of("audit", 1)
		.column("seq", AuditEvent::seq)
		.column("at", AuditEvent::at)
		.column("actor", AuditEvent::actor)
		.column("act", AuditEvent::act)
		.column("subject", AuditEvent::subject)
		.column("unit", AuditEvent::unit)
		.column("details", AuditEvent::details)
		.column("request", AuditEvent::request)
		.column("hash", AuditEvent::hash);

	private final AuditEvents events;

	private final AuditChain chain;

	private final Audit audit;

	AuditController(AuditEvents events, AuditChain chain, Audit audit) {
		this.events = events;
		this.chain = chain;
		this.audit = audit;
	}

	@GetMapping("/events")
	@Needs(Act.READ_AUDIT)
	@Nullable Page<AuditEvent> list(Actor actor, @RequestParam(name = "actor", required = false) @Nullable String who,
			@RequestParam(required = false) @Nullable String act, @RequestParam(required = false) @Nullable String unit,
			@RequestParam(required = false) @Nullable String subject, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		return LIST.answer(
				request, response, (page) -> this.events.list(Asked.text(who), Asked.text(act), Asked.text(unit),
						Asked.text(subject), page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "audit", null, Map.of()));
	}

	/**
	 * Goes through the whole chain and tells where it ends: a checkpoint to be kept
	 * elsewhere.
	 */
	@GetMapping("/proof")
	@Needs(Act.READ_AUDIT)
	AuditChain.Proof proof() {
		return this.chain.verify(List.of());
	}

}
