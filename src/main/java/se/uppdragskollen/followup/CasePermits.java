package se.uppdragskollen.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Refusal;

/**
 * Whether something can be done with a case now, by whom: the table of {@link CaseAct}
 * and what it cannot say.
 */
@Component
class CasePermits {

	private final CaseDeadlines deadlines;

	private final Cases cases;

	private final Actions actions;

	CasePermits(CaseDeadlines deadlines, Cases cases, Actions actions) {
		this.deadlines = deadlines;
		this.cases = cases;
		this.actions = actions;
	}

	/** The acts that somebody can do now. */
	List<CaseAct> open(Actor actor, FollowUpCase one) {
		return Arrays.stream(CaseAct.values())
			.filter((act) -> may(actor, one, act) && refusal(actor, one, act).isEmpty())
			.toList();
	}

	/** Whether somebody's role does such things with the unit's cases. */
	static boolean may(Actor actor, FollowUpCase one, CaseAct act) {
		return switch (act.by()) {
			case SYSTEM -> false;
			case REVIEWER -> actor.may(Act.DECIDE_CASE, one.unit());
			case SECOND -> actor.may(Act.APPROVE_ESCALATION, one.unit());
			case CENTRE -> actor.may(Act.ANSWER_CASE, one.unit());
			case EITHER -> actor.may(Act.DECIDE_CASE, one.unit()) || actor.may(Act.ANSWER_CASE, one.unit());
		};
	}

	/**
	 * Goes on only when somebody's role does such things with the unit's cases.
	 * @throws Refusal when not
	 */
	static void require(Actor actor, FollowUpCase one, CaseAct act) {
		if (!may(actor, one, act)) {
			actor.require(switch (act.by()) {
				case SECOND -> Act.APPROVE_ESCALATION;
				case CENTRE -> Act.ANSWER_CASE;
				default -> Act.DECIDE_CASE;
			}, one.unit());
		}
	}

	/**
	 * Goes on only when it can be done as things stand.
	 * @throws Refusal when not
	 */
	void requireNow(Actor actor, FollowUpCase one, CaseAct act) {
		refusal(actor, one, act).ifPresent((refusal) -> {
			throw refusal;
		});
	}

	private Optional<Refusal> refusal(Actor actor, FollowUpCase one, CaseAct act) {
		if (!act.isPossibleIn(one.state())) {
			return Optional.of(Refusal.conflict("case-state", Messages.both("case-act." + act.word()),
					Messages.both("case-state." + one.state().word())));
		}
		return switch (act) {
			case REOPEN, PROPOSE_AGAIN -> reopening(one);
			case CLOSE -> (one.state() == CaseState.RE_CHECK && !one.recheckReady())
					? Optional.of(Refusal.conflict("case-recheck-waits", one.lastPeriod())) : Optional.empty();
			case AGREE -> this.actions.of(one.id()).stream().noneMatch(CasePermits::isToBeDone)
					? Optional.of(Refusal.conflict("case-no-action")) : Optional.empty();
			case RAISE_TO_DEVIATION -> (one.kind() == FindingKind.DEVIATION)
					? Optional.of(Refusal.conflict("case-is-deviation")) : Optional.empty();
			case EXTEND -> (one.due() == null) ? Optional.of(Refusal.conflict("case-without-due")) : Optional.empty();
			case PROPOSE_ESCALATION -> proposing(one);
			case DECLINE_ESCALATION -> (one.proposedStep() == null)
					? Optional.of(Refusal.conflict("case-nothing-proposed")) : Optional.empty();
			case ESCALATE -> escalating(actor, one);
			default -> Optional.empty();
		};
	}

	static boolean isToBeDone(AgreedAction action) {
		return action.state() == AgreedAction.State.PROPOSED || action.state() == AgreedAction.State.AGREED;
	}

	private Optional<Refusal> reopening(FollowUpCase one) {
		if (one.withdrawn()) {
			return Optional.of(Refusal.conflict("case-withdrawn"));
		}
		return (one.state().ended() && this.cases.hasOpen(one)) ? Optional.of(Refusal.conflict("case-another-open"))
				: Optional.empty();
	}

	private Optional<Refusal> proposing(FollowUpCase one) {
		if (one.proposedStep() != null) {
			return Optional.of(Refusal.conflict("case-step-proposed"));
		}
		return ladder(one);
	}

	/** A question has no ladder, and a ladder ends. */
	private Optional<Refusal> ladder(FollowUpCase one) {
		if (one.kind() == FindingKind.QUESTION) {
			return Optional.of(Refusal.conflict("case-question-no-ladder"));
		}
		return next(one).isEmpty() ? Optional.of(Refusal.conflict("case-ladder-ended")) : Optional.empty();
	}

	/**
	 * The first step is a reviewer's to take; each further one has been proposed by
	 * another person.
	 */
	private Optional<Refusal> escalating(Actor actor, FollowUpCase one) {
		Optional<Refusal> ladder = ladder(one);
		if (ladder.isPresent()) {
			return ladder;
		}
		boolean first = one.ladderStep() == null && actor.may(Act.DECIDE_CASE, one.unit());
		if (!first && one.proposedStep() == null) {
			return Optional.of(Refusal.conflict("case-step-not-proposed"));
		}
		return (!first && Objects.equals(one.proposedBy(), actor.person()))
				? Optional.of(Refusal.forbidden("case-four-eyes")) : Optional.empty();
	}

	/** The next step of the ladder, none after the last. */
	Optional<FollowUpSettings.Step> next(FollowUpCase one) {
		FollowUpSettings settings = this.deadlines.settings(one);
		String step = one.ladderStep();
		return (step == null) ? Optional.of(settings.escalation().get(0)) : settings.stepAfter(step);
	}

}
