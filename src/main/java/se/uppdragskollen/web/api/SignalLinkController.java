package se.uppdragskollen.web.api;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.statement.AnswerSignalLink;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.InviteSignal;
import se.uppdragskollen.statement.SignalLink;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Open;

/**
 * Links by which counterparts say once, without a login, how the work with a unit goes.
 */
@RestController
@RequestMapping("/api/v1/signal-links")
class SignalLinkController {

	private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

	private final FindStatements find;

	private final InviteSignal invite;

	private final AnswerSignalLink answer;

	private final Editions editions;

	private final Audit audit;

	SignalLinkController(FindStatements find, InviteSignal invite, AnswerSignalLink answer, Editions editions,
			Audit audit) {
		this.find = find;
		this.invite = invite;
		this.answer = answer;
		this.editions = editions;
		this.audit = audit;
	}

	private static Listing<SignalLink> listing(Titles titles) {
		return Listing.<SignalLink>of("signal-links", 1)
			.column("number", SignalLink::id)
			.column("unit", SignalLink::unit)
			.column("name", SignalLink::unitName)
			.column("assignment", SignalLink::assignment)
			.words("counterpart", "counterpart", SignalLink::counterpart)
			.column("organisation", SignalLink::organisation)
			.column("requirement", SignalLink::requirement)
			.column("requirement-title",
					(one) -> titles.requirement(one.assignment(), LocalDate.ofInstant(one.madeAt(), SWEDEN),
							one.requirement()))
			.words("state", "link-state", SignalLink::state)
			.column("expires-at", SignalLink::expiresAt)
			.column("made-by", SignalLink::madeBy)
			.column("made-at", SignalLink::madeAt)
			.column("used-at", SignalLink::usedAt)
			.column("revoked-at", SignalLink::revokedAt);
	}

	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	@Nullable Page<SignalLink> list(Actor actor, @RequestParam(required = false) @Nullable String unit,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		String of = Asked.text(unit);
		return listing(new Titles(this.editions)).answer(request, response, (page) -> this.find.links(actor, of, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "signal-links", of, Map.of()));
	}

	@PostMapping
	@Needs(Act.NOTE_SIGNAL)
	ResponseEntity<InviteSignal.Invitation> invite(Actor actor, @RequestBody InviteSignal.Entry entry) {
		return ResponseEntity.status(HttpStatus.CREATED)
			.cacheControl(CacheControl.noStore())
			.body(this.invite.invite(actor, entry));
	}

	@PostMapping("/{id}/revocation")
	@Needs(Act.NOTE_SIGNAL)
	SignalLink revoke(Actor actor, @PathVariable long id) {
		return this.invite.revoke(actor, id);
	}

	@GetMapping("/{token}/form")
	@Open
	ResponseEntity<AnswerSignalLink.Form> form(@PathVariable String token) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.answer.form(token));
	}

	@PostMapping("/{token}/answer")
	@Open
	ResponseEntity<AnswerSignalLink.Answered> answer(@PathVariable String token, @RequestBody Said body) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(this.answer.answer(token, body.flag(), body.text()));
	}

	/**
	 * An answer.
	 *
	 * @param flag {@code green}, {@code yellow} or {@code red}
	 * @param text in words, if one wants to tell
	 */
	record Said(@Nullable String flag, @Nullable String text) {

	}

}
