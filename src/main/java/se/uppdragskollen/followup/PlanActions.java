package se.uppdragskollen.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.followup.AgreedAction.State;
import se.uppdragskollen.request.Refusal;

/**
 * The actions of a case. A centre proposes them, changes what it has proposed, and tells
 * when an agreed one is done; a reviewer adds agreed ones and changes or drops any.
 */
@Component
@Transactional
public class PlanActions {

	/** Actions of one case; more nobody follows up, and papers have to hold them all. */
	static final int MOST = 50;

	private final Cases cases;

	private final CasePermits permits;

	private final Actions actions;

	private final ReadCases read;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	PlanActions(Cases cases, CasePermits permits, Actions actions, ReadCases read, ApplicationEventPublisher events,
			Audit audit, Clock clock) {
		this.cases = cases;
		this.permits = permits;
		this.actions = actions;
		this.read = read;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** Adds an action. */
	public CaseView add(Actor actor, long id, ActionEntry entry) {
		FollowUpCase one = lock(actor, id, CaseAct.ADD_ACTION);
		Written written = new Written();
		State state = decides(actor, one) ? State.AGREED : State.PROPOSED;
		if (entry.state() != null && !entry.state().equals(state.word()) || entry.note() != null) {
			throw Refusal.invalid("/state", "action-state", Objects.requireNonNullElse(entry.state(), ""),
					state.word());
		}
		if (this.actions.of(id).size() >= MOST) {
			throw Refusal.conflict("action-too-many", MOST);
		}
		AgreedAction action = new AgreedAction(0, written.required("text", entry.text(), Written.LONGEST),
				written.required("owner", entry.owner(), Written.LONGEST_NAME),
				written.day("due", entry.due(), LocalDate.now(this.clock).minusDays(1)), state, null, "", 1);
		written.end();
		long added = this.actions.add(id, action);
		note(actor, one, CaseAct.ADD_ACTION, added, state, action.due());
		return this.read.one(actor, id);
	}

	/**
	 * Changes an action.
	 * @param version the action's version that the change rests on
	 */
	public CaseView change(Actor actor, long id, long actionId, long version, ActionEntry entry) {
		FollowUpCase one = lock(actor, id, CaseAct.CHANGE_ACTION);
		AgreedAction before = this.actions.find(id, actionId)
			.orElseThrow(() -> Refusal.notFound("action-not-found", actionId));
		if (before.version() != version) {
			throw Refusal.outdated(before);
		}
		State state = state(actor, one, before, entry);
		boolean words = entry.text() != null || entry.owner() != null || entry.due() != null;
		if (words && !decides(actor, one) && before.state() != State.PROPOSED) {
			throw Refusal.conflict("action-agreed");
		}
		Written written = new Written();
		AgreedAction after = new AgreedAction(actionId,
				(entry.text() == null) ? before.text() : written.required("text", entry.text(), Written.LONGEST),
				(entry.owner() == null) ? before.owner()
						: written.required("owner", entry.owner(), Written.LONGEST_NAME),
				(entry.due() == null) ? before.due()
						: written.day("due", entry.due(), LocalDate.now(this.clock).minusDays(1)),
				state, doneAt(before, state),
				(entry.note() == null) ? before.note() : written.optional("note", entry.note(), Written.LONGEST),
				version + 1);
		written.end();
		this.actions.change(after);
		note(actor, one, CaseAct.CHANGE_ACTION, actionId, state, after.due());
		return this.read.one(actor, id);
	}

	private FollowUpCase lock(Actor actor, long id, CaseAct act) {
		actor.require(Act.READ_CASES);
		FollowUpCase one = this.cases.lock(actor, id).orElseThrow(() -> Refusal.notFound("case-not-found", id));
		CasePermits.require(actor, one, act);
		this.permits.requireNow(actor, one, act);
		return one;
	}

	private static boolean decides(Actor actor, FollowUpCase one) {
		return actor.may(Act.DECIDE_CASE, one.unit());
	}

	private @Nullable Instant doneAt(AgreedAction before, State state) {
		if (state != State.DONE) {
			return null;
		}
		return (before.doneAt() != null) ? before.doneAt() : this.clock.instant();
	}

	/** A centre drops what it has proposed, and tells that an agreed action is done. */
	private static State state(Actor actor, FollowUpCase one, AgreedAction before, ActionEntry entry) {
		String typed = entry.state();
		String wanted = (typed == null) ? before.state().word() : typed;
		List<State> allowed = Arrays.stream(State.values())
			.filter((state) -> state == before.state()
					|| (decides(actor, one) ? state != State.PROPOSED : byCentre(before.state(), state)))
			.toList();
		return allowed.stream()
			.filter((state) -> state.word().equals(wanted))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid("/state", "action-state", wanted,
					allowed.stream().map(State::word).collect(Collectors.joining(", "))));
	}

	private static boolean byCentre(State before, State after) {
		return before == State.PROPOSED && after == State.DROPPED || before == State.AGREED && after == State.DONE
				|| before == State.DONE && after == State.AGREED;
	}

	private void note(Actor actor, FollowUpCase one, CaseAct act, long action, State state, LocalDate due) {
		this.cases.note(actor, one, act, one.state(), "", true, due, "action:" + action + " " + state.word());
		this.audit.note(actor, "case-" + act.word(), "case:" + one.id(), one.unit(),
				Map.of("action", action, "state", state.word(), "due", due.toString()));
		this.events.publishEvent(new CaseMoved(one.id(), one.unit(), act, null, one.reviewer(), actor.person()));
	}

}
