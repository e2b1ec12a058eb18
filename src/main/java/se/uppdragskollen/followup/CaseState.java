package se.uppdragskollen.followup;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import se.uppdragskollen.document.Word;

/**
 * Where a case stands.
 */
public enum CaseState implements Word {

	/** The engine has found something; nobody has looked at it. */
	PROPOSED("proposed"),

	/** A reviewer says that it is so; the centre sees it and is to answer. */
	CONFIRMED("confirmed"),

	/** A reviewer says that it is not so. */
	DISMISSED("dismissed"),

	/** The centre has answered. */
	ANSWERED("answered"),

	/** Reviewer and centre talk it over and plan what to do. */
	IN_DIALOGUE("in-dialogue"),

	/** Actions are agreed and under way. */
	ACTION_PLAN("action-plan"),

	/** A later report is to show whether the actions helped. */
	RE_CHECK("re-check"),

	/** Done. */
	CLOSED("closed"),

	/** On a step of the ladder. */
	ESCALATED("escalated");

	/** The states in which somebody still has to do something. */
	static final Set<CaseState> OPEN = EnumSet.complementOf(EnumSet.of(DISMISSED, CLOSED));

	/** The states of a case that the centre has to do with. */
	static final Set<CaseState> SHARED = EnumSet.complementOf(EnumSet.of(PROPOSED, DISMISSED, CLOSED));

	private final String word;

	CaseState(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** Whether nothing more is to be done. */
	public boolean ended() {
		return !OPEN.contains(this);
	}

	static CaseState of(String word) {
		return Arrays.stream(values()).filter((state) -> state.word.equals(word)).findFirst().orElseThrow();
	}

}
