package se.uppdragskollen.followup;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;

import static se.uppdragskollen.followup.CaseState.ACTION_PLAN;
import static se.uppdragskollen.followup.CaseState.ANSWERED;
import static se.uppdragskollen.followup.CaseState.CLOSED;
import static se.uppdragskollen.followup.CaseState.CONFIRMED;
import static se.uppdragskollen.followup.CaseState.DISMISSED;
import static se.uppdragskollen.followup.CaseState.ESCALATED;
import static se.uppdragskollen.followup.CaseState.IN_DIALOGUE;
import static se.uppdragskollen.followup.CaseState.PROPOSED;
import static se.uppdragskollen.followup.CaseState.RE_CHECK;

/**
 * What can be done with a case: from which states, by whom, whether words are needed,
 * whether the centre reads them, and to which state it leads. The one table of states and
 * transitions.
 */
public enum CaseAct implements Word {

	/** A report fails and no case is open. */
	OPENED("opened", By.SYSTEM, Words.NONE, EnumSet.noneOf(CaseState.class), PROPOSED),

	/** No report of the case fails any more, before anybody looked at it. */
	WITHDRAWN("withdrawn", By.SYSTEM, Words.NONE, EnumSet.of(PROPOSED), CLOSED),

	/** A report of a withdrawn case fails after all. */
	PROPOSED_AGAIN("proposed-again", By.SYSTEM, Words.NONE, EnumSet.of(CLOSED), PROPOSED),

	/** It is so; the centre is to answer. */
	CONFIRM("confirm", By.REVIEWER, Words.SHARED, EnumSet.of(PROPOSED), CONFIRMED),

	/** It is not so, or not worth a case. */
	DISMISS("dismiss", By.REVIEWER, Words.REASON_INSIDE, EnumSet.of(PROPOSED), DISMISSED),

	/** It was dismissed by mistake. */
	PROPOSE_AGAIN("propose-again", By.REVIEWER, Words.REASON_INSIDE, EnumSet.of(DISMISSED), PROPOSED),

	/** The centre answers; on a step of the ladder the case stays there. */
	ANSWER("answer", By.CENTRE, Words.REASON, EnumSet.of(CONFIRMED, ESCALATED), ANSWERED),

	/** Talk it over. */
	OPEN_DIALOGUE("open-dialogue", By.REVIEWER, Words.SHARED, EnumSet.of(CONFIRMED, ANSWERED, ESCALATED), IN_DIALOGUE),

	/** Agree on the actions. */
	AGREE("agree", By.REVIEWER, Words.SHARED, EnumSet.of(IN_DIALOGUE, ESCALATED), ACTION_PLAN),

	/** Wait for a later report. */
	START_RE_CHECK("re-check", By.REVIEWER, Words.SHARED, EnumSet.of(ACTION_PLAN), RE_CHECK),

	/** Done, for this reason. */
	CLOSE("close", By.REVIEWER, Words.REASON,
			EnumSet.of(CONFIRMED, ANSWERED, IN_DIALOGUE, ACTION_PLAN, RE_CHECK, ESCALATED), CLOSED),

	/** Not done after all. */
	REOPEN("reopen", By.REVIEWER, Words.REASON, EnumSet.of(RE_CHECK, CLOSED), IN_DIALOGUE),

	/** Ask a second pair of eyes for the next step of the ladder. */
	PROPOSE_ESCALATION("propose-escalation", By.REVIEWER, Words.REASON_INSIDE, CaseState.SHARED, null),

	/** No next step, for this reason. */
	DECLINE_ESCALATION("decline-escalation", By.SECOND, Words.REASON_INSIDE, CaseState.SHARED, null),

	/** The next step of the ladder. */
	ESCALATE("escalate", By.SECOND, Words.REASON, CaseState.SHARED, ESCALATED),

	/** The question is a deviation, for this reason. */
	RAISE_TO_DEVIATION("raise-to-deviation", By.REVIEWER, Words.REASON, CaseState.SHARED, null),

	/** More time. */
	EXTEND("extend", By.REVIEWER, Words.REASON, CaseState.SHARED, null),

	/** Who sees to it. */
	ASSIGN("assign", By.REVIEWER, Words.INSIDE, CaseState.OPEN, null),

	/** Words, for the other side or for one's own. */
	NOTE("note", By.EITHER, Words.REASON, EnumSet.allOf(CaseState.class), null),

	/** An action: proposed by the centre, agreed when a reviewer adds it. */
	ADD_ACTION("add-action", By.EITHER, Words.NONE,
			EnumSet.of(CONFIRMED, ANSWERED, IN_DIALOGUE, ACTION_PLAN, ESCALATED), null),

	/** An action is changed, done or dropped. */
	CHANGE_ACTION("change-action", By.EITHER, Words.NONE, CaseState.SHARED, null);

	private final String word;

	private final By by;

	private final Words words;

	private final Set<CaseState> from;

	private final @Nullable CaseState to;

	CaseAct(String word, By by, Words words, Set<CaseState> from, @Nullable CaseState to) {
		this.word = word;
		this.by = by;
		this.words = words;
		this.from = from;
		this.to = to;
	}

	@Override
	public String word() {
		return this.word;
	}

	By by() {
		return this.by;
	}

	/** Whether it cannot be done without saying why. */
	public boolean needsWords() {
		return this.words == Words.REASON || this.words == Words.REASON_INSIDE;
	}

	/** Whether the centre reads it. */
	public boolean shared() {
		return this.words != Words.INSIDE && this.words != Words.REASON_INSIDE;
	}

	public boolean isPossibleIn(CaseState state) {
		return this.from.contains(state);
	}

	/** The state after it. */
	CaseState from(CaseState state) {
		boolean stays = this.to == null || this == ANSWER && state == ESCALATED;
		return stays ? state : Objects.requireNonNull(this.to);
	}

	/** The act with this word that somebody can do at a case's address. */
	static Optional<CaseAct> named(@Nullable String word) {
		return Arrays.stream(values()).filter((act) -> act.isAsked() && act.word.equals(word)).findFirst();
	}

	/** Whether it is asked for by its word, not at an address of its own. */
	public boolean isAsked() {
		return this.by != By.SYSTEM && this.by != By.EITHER;
	}

	static CaseAct of(String word) {
		return Arrays.stream(values()).filter((act) -> act.word.equals(word)).findFirst().orElseThrow();
	}

	/** Who does it. */
	enum By {

		/** The service itself. */
		SYSTEM,

		/** A reviewer of another unit. */
		REVIEWER,

		/** The centre. */
		CENTRE,

		/** A reviewer or the commissioner. */
		SECOND,

		/** A reviewer or the centre. */
		EITHER

	}

	private enum Words {

		/** Needs none. */
		NONE,

		/** May have words that the centre reads. */
		SHARED,

		/** May have words that the centre does not read. */
		INSIDE,

		/** Needs words, which the centre reads. */
		REASON,

		/** Needs words, which the centre does not read. */
		REASON_INSIDE

	}

}
