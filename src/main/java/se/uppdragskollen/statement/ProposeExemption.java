package se.uppdragskollen.statement;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * Asks for relief from a requirement for some time. It counts when somebody else has
 * approved it; until then whoever asked may take it back.
 */
@Component
@Transactional
public class ProposeExemption {

	/** Years that an exemption may last. */
	static final int LONGEST = 3;

	private final Subjects subjects;

	private final Exemptions exemptions;

	private final Audit audit;

	ProposeExemption(Subjects subjects, Exemptions exemptions, Audit audit) {
		this.subjects = subjects;
		this.exemptions = exemptions;
		this.audit = audit;
	}

	/**
	 * An exemption as it was sent.
	 *
	 * @param assignment may be left out where there is only one
	 * @param unit whom it relieves
	 * @param requirement from which requirement of the edition in force on the first day
	 * @param from the first day
	 * @param to the last day
	 * @param reason why
	 */
	public record Entry(@Nullable String assignment, @Nullable String unit, @Nullable String requirement,
			@Nullable String from, @Nullable String to, @Nullable String reason) {

	}

	/**
	 * Proposes.
	 * @throws Refusal when anything is wrong with it, with all that is; or another one is
	 * proposed or counts on some of the days
	 */
	public StatedExemption propose(Actor actor, Entry entry) {
		actor.require(Act.PROPOSE_EXEMPTION);
		Checks checks = this.subjects.checks();
		String assignment = this.subjects.assignment(checks, entry.assignment());
		String unit = this.subjects.unit(checks, entry.unit());
		LocalDate from = checks.date("from", entry.from());
		LocalDate to = checks.date("to", entry.to());
		String reason = checks.text("reason", entry.reason(), Checks.LONGEST);
		String requirement = checks.required("requirement", entry.requirement());
		if (!requirement.isEmpty()) {
			this.subjects.requirement(checks, requirement, assignment, from);
		}
		if (to.isBefore(from)) {
			checks.at("to").found(to.toString()).say("ends-before-start", from);
		}
		else if (to.isAfter(from.plusYears(LONGEST))) {
			checks.at("to").found(to.toString()).say("exemption-too-long", LONGEST);
		}
		checks.end();
		actor.require(Act.PROPOSE_EXEMPTION, unit);
		StatedExemption proposed = new StatedExemption(0, unit, this.subjects.unitName(unit), assignment, requirement,
				from, to, reason, ExemptionState.PROPOSED, actor.name(), this.subjects.clock().instant(), null, null,
				null, null, null, null, null, null, 1);
		this.subjects.lock("exemptions", unit);
		this.exemptions.overlapping(proposed, true).ifPresent((other) -> {
			throw DecideExemption.overlaps(other);
		});
		long id = this.exemptions.add(proposed, actor.person());
		return noted(actor, "exemption-proposed", id);
	}

	/**
	 * Takes a proposal back that nobody has decided on.
	 * @param version of the exemption that the actor has seen
	 * @throws Refusal when somebody else proposed it, or it is decided or taken back
	 * already
	 */
	public StatedExemption withdraw(Actor actor, long id, long version) {
		actor.require(Act.PROPOSE_EXEMPTION);
		Exemptions.Held held = this.exemptions.forChange(id)
			.orElseThrow(() -> Refusal.notFound("exemption-not-found", id));
		StatedExemption exemption = held.exemption();
		actor.require(Act.PROPOSE_EXEMPTION, exemption.unit());
		if (held.proposer() != actor.person()) {
			throw Refusal.conflict("exemption-others");
		}
		if (exemption.version() != version) {
			throw Refusal.outdated(exemption);
		}
		if (exemption.state() != ExemptionState.PROPOSED) {
			throw DecideExemption.decided(exemption);
		}
		this.exemptions.withdraw(id, this.subjects.clock().instant());
		return noted(actor, "exemption-withdrawn", id);
	}

	private StatedExemption noted(Actor actor, String act, long id) {
		StatedExemption now = this.exemptions.find(id).orElseThrow();
		this.audit.note(actor, act, "exemption:" + id, now.unit(), Map.of("assignment", now.assignment(), "requirement",
				now.requirement(), "from", now.from().toString(), "to", now.to().toString()));
		return now;
	}

}
