package se.uppdragskollen.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * Approves, refuses and ends exemptions: another person than the one who proposed it, and
 * nobody for a unit of their own. Of one requirement no two count on the same day.
 */
@Component
@Transactional
public class DecideExemption {

	private final Subjects subjects;

	private final Exemptions exemptions;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	DecideExemption(Subjects subjects, Exemptions exemptions, Audit audit, ApplicationEventPublisher events) {
		this.subjects = subjects;
		this.exemptions = exemptions;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Approves or refuses.
	 * @param version of the exemption that the decision rests on
	 * @param sentDecision {@code approved} or {@code refused}
	 * @param sentReason needed to refuse
	 * @throws Refusal when it is decided already, by the one who proposed it, or another
	 * one counts on some of the days
	 */
	public StatedExemption decide(Actor actor, long id, long version, @Nullable String sentDecision,
			@Nullable String sentReason) {
		StatedExemption exemption = held(actor, id, version);
		if (exemption.state() != ExemptionState.PROPOSED) {
			throw decided(exemption);
		}
		Checks checks = this.subjects.checks();
		ExemptionState decision = checks.word("decision", sentDecision, ExemptionState.class,
				List.of(ExemptionState.APPROVED, ExemptionState.REFUSED));
		boolean approved = decision == ExemptionState.APPROVED;
		String reason = (decision == ExemptionState.REFUSED) ? checks.text("reason", sentReason, Checks.LONGEST)
				: checks.optionalText("reason", sentReason, Checks.LONGEST);
		checks.end();
		if (approved) {
			this.subjects.lock("exemptions", exemption.unit());
			this.exemptions.overlapping(exemption, false).ifPresent((other) -> {
				throw overlaps(other);
			});
		}
		Instant now = this.subjects.clock().instant();
		this.exemptions.decide(id, approved, actor.person(), actor.name(), now, reason);
		note(actor, exemption, "exemption-" + decision.word());
		if (approved) {
			tell(exemption);
		}
		return find(id);
	}

	/**
	 * Ends an approved one early.
	 * @param version of the exemption that the decision rests on
	 * @param sentDay the last day that counts; the day before the first, and it never
	 * does
	 * @param sentReason why
	 * @throws Refusal when it does not count, or would not end earlier
	 */
	public StatedExemption end(Actor actor, long id, long version, @Nullable String sentDay,
			@Nullable String sentReason) {
		StatedExemption exemption = held(actor, id, version);
		if (exemption.state() != ExemptionState.APPROVED) {
			throw Refusal.conflict("exemption-not-approved");
		}
		Checks checks = this.subjects.checks();
		LocalDate day = checks.date("ended_on", sentDay);
		LocalDate first = exemption.from().minusDays(1);
		if (checks.problems().isEmpty() && (day.isBefore(first) || !day.isBefore(exemption.to()))) {
			checks.at("ended_on")
				.found(day.toString())
				.allowed(first + " – " + exemption.to().minusDays(1))
				.say("exemption-end-outside");
		}
		String reason = checks.text("reason", sentReason, Checks.LONGEST);
		checks.end();
		this.exemptions.end(id, day, actor.person(), this.subjects.clock().instant(), reason);
		note(actor, exemption, "exemption-ended");
		tell(exemption);
		return find(id);
	}

	private StatedExemption held(Actor actor, long id, long version) {
		actor.require(Act.DECIDE_EXEMPTION);
		Exemptions.Held held = this.exemptions.forChange(id)
			.orElseThrow(() -> Refusal.notFound("exemption-not-found", id));
		StatedExemption exemption = held.exemption();
		actor.require(Act.DECIDE_EXEMPTION, exemption.unit());
		if (held.proposer() == actor.person()) {
			throw Refusal.forbidden("four-eyes");
		}
		if (exemption.version() != version) {
			throw Refusal.outdated(exemption);
		}
		return exemption;
	}

	/** There is nothing left to decide. */
	static Refusal decided(StatedExemption exemption) {
		return Refusal
			.conflict((exemption.state() == ExemptionState.WITHDRAWN) ? "exemption-withdrawn" : "exemption-decided");
	}

	/** There is another one on some of the same days. */
	static Refusal overlaps(StatedExemption other) {
		return Refusal.conflict(
				(other.state() == ExemptionState.PROPOSED) ? "exemption-proposed-already" : "exemption-overlaps",
				other.id(), other.from(), (other.endedOn() == null) ? other.to() : other.endedOn());
	}

	private StatedExemption find(long id) {
		return this.exemptions.find(id).orElseThrow();
	}

	private void note(Actor actor, StatedExemption exemption, String act) {
		StatedExemption now = find(exemption.id());
		LocalDate to = (now.endedOn() == null) ? now.to() : now.endedOn();
		this.audit.note(actor, act, "exemption:" + now.id(), now.unit(), Map.of("assignment", now.assignment(),
				"requirement", now.requirement(), "from", now.from().toString(), "to", to.toString()));
	}

	private void tell(StatedExemption exemption) {
		this.events.publishEvent(
				StatementChanged.between(exemption.unit(), exemption.assignment(), exemption.from(), exemption.to()));
	}

}
