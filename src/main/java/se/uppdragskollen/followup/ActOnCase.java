package se.uppdragskollen.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.request.Refusal;

/**
 * Does something with a case: all that {@link CaseAct} lists but notes and actions.
 */
@Component
@Transactional
public class ActOnCase {

	private final Cases cases;

	private final CasePermits permits;

	private final Actions actions;

	private final CaseDeadlines deadlines;

	private final ReadCases read;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	ActOnCase(Cases cases, CasePermits permits, Actions actions, CaseDeadlines deadlines, ReadCases read,
			ApplicationEventPublisher events, Audit audit) {
		this.cases = cases;
		this.permits = permits;
		this.actions = actions;
		this.deadlines = deadlines;
		this.read = read;
		this.events = events;
		this.audit = audit;
	}

	/**
	 * Does it.
	 * @param version the version that it rests on
	 * @return the case as it is then
	 * @throws Refusal when the actor may not, somebody else was first, the case's state
	 * does not allow it, or something is wrong with the entry
	 */
	public CaseView act(Actor actor, long id, long version, CaseActEntry entry) {
		actor.require(Act.READ_CASES);
		FollowUpCase one = this.cases.lock(actor, id).orElseThrow(() -> Refusal.notFound("case-not-found", id));
		CaseAct act = CaseAct.named(entry.act())
			.orElseThrow(() -> Refusal.invalid("/act", "case-act-unknown", Objects.requireNonNullElse(entry.act(), ""),
					Arrays.stream(CaseAct.values())
						.filter(CaseAct::isAsked)
						.map(CaseAct::word)
						.collect(Collectors.joining(", "))));
		CasePermits.require(actor, one, act);
		if (one.version() != version) {
			throw Refusal.outdated(this.read.view(actor, one));
		}
		this.permits.requireNow(actor, one, act);
		Written written = new Written();
		requireItsOwn(act, entry, written);
		String text = act.needsWords() ? written.required("text", entry.text(), Written.LONGEST)
				: written.optional("text", entry.text(), Written.LONGEST);
		perform(actor, one, act, text, columns(actor, one, act, entry, written), written);
		return this.read.one(actor, id);
	}

	/** What an act does not take is refused: it would be lost unseen. */
	private static void requireItsOwn(CaseAct act, CaseActEntry entry, Written written) {
		if (entry.due() != null && act != CaseAct.EXTEND) {
			written.at("due").say("case-due-only-extend");
		}
		if (entry.reviewer() != null && act != CaseAct.ASSIGN) {
			written.at("reviewer").say("case-reviewer-only-assign");
		}
	}

	/** Confirms a case that is locked and can be confirmed. */
	void confirm(Actor actor, FollowUpCase one, String text) {
		Written written = new Written();
		perform(actor, one, CaseAct.CONFIRM, text,
				columns(actor, one, CaseAct.CONFIRM, new CaseActEntry(null, null, null, null), written), written);
	}

	private void perform(Actor actor, FollowUpCase one, CaseAct act, String text, Map<String, @Nullable Object> columns,
			Written written) {
		written.end();
		CaseState to = act.from(one.state());
		columns.put("state", to.word());
		if (to.ended()) {
			columns.put("closed_at", this.cases.now());
			columns.put("due", null);
			columns.put("proposed_step", null);
			columns.put("proposed_by", null);
		}
		else {
			columns.put("closed_at", null);
		}
		this.cases.change(one, columns);
		LocalDate due = (columns.get("due") instanceof LocalDate day) ? day : null;
		this.cases.note(actor, one, act, to, text, act.shared(), due, about(one, act, columns));
		Map<String, Object> details = new HashMap<>();
		details.put("from", one.state().word());
		details.put("to", to.word());
		details.put("requirement", one.requirement());
		details.put("version", one.version() + 1);
		if (due != null) {
			details.put("due", due.toString());
		}
		if (about(one, act, columns) != null) {
			details.put("about", Objects.requireNonNull(about(one, act, columns)));
		}
		this.audit.note(actor, "case-" + act.word(), "case:" + one.id(), one.unit(), details);
		Long reviewer = (columns.get("reviewer") instanceof Long other) ? other : one.reviewer();
		this.events.publishEvent(new CaseMoved(one.id(), one.unit(), act, due, reviewer, actor.person()));
	}

	private static @Nullable String about(FollowUpCase one, CaseAct act, Map<String, @Nullable Object> columns) {
		return switch (act) {
			case PROPOSE_ESCALATION -> String.valueOf(columns.get("proposed_step"));
			case DECLINE_ESCALATION -> one.proposedStep();
			case ESCALATE -> String.valueOf(columns.get("ladder_step"));
			case ASSIGN -> "person:" + columns.get("reviewer");
			default -> null;
		};
	}

	/** What the act changes besides the state. */
	private Map<String, @Nullable Object> columns(Actor actor, FollowUpCase one, CaseAct act, CaseActEntry entry,
			Written written) {
		Map<String, @Nullable Object> columns = new HashMap<>();
		switch (act) {
			case CONFIRM -> {
				columns.put("confirmed_at", this.cases.now());
				columns.put("due", this.deadlines.answer(one));
				columns.put("reviewer", (one.reviewer() == null) ? Long.valueOf(actor.person()) : one.reviewer());
			}
			case ANSWER -> columns.put("due", null);
			case OPEN_DIALOGUE -> columns.put("due", this.deadlines.actionPlan(one));
			case REOPEN -> {
				columns.put("due", this.deadlines.actionPlan(one));
				columns.put("recheck_after", null);
			}
			case AGREE -> {
				this.actions.agree(one.id());
				columns.put("due", lastAction(one));
			}
			case START_RE_CHECK -> {
				columns.put("due", this.deadlines.recheck(one));
				columns.put("recheck_after", one.lastPeriod().to());
			}
			case PROPOSE_ESCALATION -> {
				columns.put("proposed_step", next(one).id());
				columns.put("proposed_by", actor.person());
			}
			case DECLINE_ESCALATION -> clearProposal(columns);
			case ESCALATE -> {
				FollowUpSettings.Step next = next(one);
				clearProposal(columns);
				columns.put("ladder_step", next.id());
				columns.put("due", this.deadlines.inWorkingDays(next.within()));
			}
			case RAISE_TO_DEVIATION -> {
				columns.put("kind", FindingKind.DEVIATION.word());
				columns.put("raised", true);
			}
			case EXTEND -> columns.put("due",
					written.day("due", entry.due(), later(this.deadlines.today(), Objects.requireNonNull(one.due()))));
			case ASSIGN -> columns.put("reviewer", reviewer(actor, one, entry));
			default -> {
			}
		}
		return columns;
	}

	private static void clearProposal(Map<String, @Nullable Object> columns) {
		columns.put("proposed_step", null);
		columns.put("proposed_by", null);
	}

	private FollowUpSettings.Step next(FollowUpCase one) {
		return this.permits.next(one).orElseThrow();
	}

	private LocalDate lastAction(FollowUpCase one) {
		return this.actions.of(one.id())
			.stream()
			.filter(CasePermits::isToBeDone)
			.map(AgreedAction::due)
			.max(LocalDate::compareTo)
			.orElseThrow();
	}

	private long reviewer(Actor actor, FollowUpCase one, CaseActEntry entry) {
		long reviewer = Objects.requireNonNullElse(entry.reviewer(), actor.person());
		if (!this.cases.isReviewerOf(reviewer, one.unit())) {
			throw Refusal.invalid("/reviewer", "case-no-reviewer", reviewer);
		}
		return reviewer;
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

}
