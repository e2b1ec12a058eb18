package se.uppdragskollen.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.request.Refusal;

/**
 * Makes and revokes the links by which counterparts say, without a login, how the work
 * with a unit goes.
 */
@Component
@Transactional
public class InviteSignal {

	/** Days that a link works at most. */
	static final int LONGEST = 60;

	/** Days that a link works unless told. */
	public static final int USUAL = 30;

	/** 256 bits: nobody guesses one. */
	private static final BytesKeyGenerator SECRETS = KeyGenerators.secureRandom(32);

	private final Subjects subjects;

	private final SignalLinks links;

	private final Audit audit;

	InviteSignal(Subjects subjects, SignalLinks links, Audit audit) {
		this.subjects = subjects;
		this.links = links;
		this.audit = audit;
	}

	/**
	 * A link as it was asked for.
	 *
	 * @param assignment may be left out where there is only one
	 * @param unit the unit
	 * @param counterpart who is asked
	 * @param organisation which one
	 * @param requirement what is asked about, null for the work together in general
	 * @param expiresOn the last day on which it works, at most 60 days from now; null for
	 * 30
	 */
	public record Entry(@Nullable String assignment, @Nullable String unit, @Nullable String counterpart,
			@Nullable String organisation, @Nullable String requirement, @Nullable String expiresOn) {

	}

	/**
	 * A new link.
	 *
	 * @param link the link
	 * @param token its secret, which is shown this once
	 */
	public record Invitation(SignalLink link, String token) {

	}

	/**
	 * Makes a link.
	 * @throws Refusal when anything is wrong with it, with all that is
	 */
	public Invitation invite(Actor actor, Entry entry) {
		actor.require(Act.NOTE_SIGNAL);
		Checks checks = this.subjects.checks();
		String unit = this.subjects.unit(checks, entry.unit());
		String assignment = this.subjects.assignment(checks, entry.assignment());
		Counterpart counterpart = checks.word("counterpart", entry.counterpart(), Counterpart.class,
				NoteSignal.COUNTERPARTS);
		String organisation = checks.text("organisation", entry.organisation(), Checks.LONGEST_NAME);
		String requirement = this.subjects.requirement(checks, entry.requirement(), assignment, checks.today());
		LocalDate lastDay = lastDay(checks, entry.expiresOn());
		checks.end();
		actor.require(Act.NOTE_SIGNAL, unit);
		Clock clock = this.subjects.clock();
		Instant expires = lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(SECRETS.generateKey());
		long id = this.links.add(
				new SignalLink(0, unit, this.subjects.unitName(unit), assignment, counterpart, organisation,
						requirement, LinkState.OPEN, expires, actor.name(), clock.instant(), null, null),
				hash(token), actor.person());
		this.audit.note(actor, "signal-link-made", "signal-link:" + id, unit,
				Map.of("assignment", assignment, "counterpart", counterpart.word(), "expires", lastDay.toString()));
		return new Invitation(find(id), token);
	}

	private static LocalDate lastDay(Checks checks, @Nullable String sent) {
		if (sent == null || sent.isBlank()) {
			return checks.today().plusDays(USUAL);
		}
		LocalDate day = checks.date("expires_on", sent);
		LocalDate latest = checks.today().plusDays(LONGEST);
		if (day.isBefore(checks.today()) || day.isAfter(latest)) {
			checks.at("expires_on")
				.found(day.toString())
				.allowed(checks.today() + " – " + latest)
				.say("link-expiry", LONGEST);
		}
		return day;
	}

	/**
	 * Revokes a link, so that it can no longer be used.
	 * @throws Refusal when there is no such link, or it has been used or revoked
	 */
	public SignalLink revoke(Actor actor, long id) {
		actor.require(Act.NOTE_SIGNAL);
		SignalLink link = find(id);
		actor.require(Act.NOTE_SIGNAL, link.unit());
		if (!this.links.revoke(id, actor.person())) {
			throw Refusal.conflict("signal-link-over");
		}
		this.audit.note(actor, "signal-link-revoked", "signal-link:" + id, link.unit(),
				Map.of("assignment", link.assignment(), "counterpart", link.counterpart().word()));
		return find(id);
	}

	private SignalLink find(long id) {
		return this.links.find(id).orElseThrow(() -> Refusal.notFound("signal-link-not-found"));
	}

	/** What is kept of a secret. */
	static String hash(String token) {
		return Fingerprint.of(token);
	}

}
