package se.uppdragskollen.notice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.document.Word;

import static se.uppdragskollen.access.Role.ADMINISTRATOR;
import static se.uppdragskollen.access.Role.COMMISSIONER;
import static se.uppdragskollen.access.Role.MANAGER;
import static se.uppdragskollen.access.Role.REPORTER;
import static se.uppdragskollen.access.Role.REVIEWER;

/**
 * What a notice tells, and to which roles. Each can be declined, but the test of an
 * administrator, who has just asked for it.
 */
public enum NoticeKind implements Word {

	/** A self-report is due before long. */
	REPORT_SOON("report-soon", EnumSet.of(REPORTER, MANAGER)),

	/** A self-report has not come in time. */
	REPORT_LATE("report-late", EnumSet.of(REPORTER, MANAGER)),

	/** A self-report is given back to be completed. */
	REPORT_RETURNED("report-returned", EnumSet.of(REPORTER, MANAGER)),

	/** A finding is confirmed, and the centre is to answer. */
	TO_ANSWER("to-answer", EnumSet.of(REPORTER, MANAGER)),

	/** The answer is due before long, or late. */
	ANSWER_DUE("answer-due", EnumSet.of(REPORTER, MANAGER)),

	/** A dialogue is opened, something is written in it, actions are agreed. */
	DIALOGUE("dialogue", EnumSet.of(REPORTER, MANAGER)),

	/** Something is decided in a case. */
	DECIDED("decided", EnumSet.of(REPORTER, MANAGER)),

	/** A centre has answered or written in a case. */
	ANSWERED("answered", EnumSet.of(REVIEWER)),

	/** A step of the ladder waits for a second pair of eyes. */
	SECOND_EYES("second-eyes", EnumSet.of(REVIEWER, COMMISSIONER)),

	/** A counterpart has answered an invitation. */
	SIGNAL_ANSWERED("signal-answered", EnumSet.of(REVIEWER, COMMISSIONER)),

	/** Whether mail arrives. */
	TEST("test", EnumSet.of(ADMINISTRATOR));

	private final String word;

	private final Set<Role> roles;

	NoticeKind(String word, Set<Role> roles) {
		this.word = word;
		this.roles = roles;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** Whether it is about what centres do, and goes to a centre's own people. */
	boolean toCentre() {
		return this.roles.contains(MANAGER);
	}

	/** The kinds that somebody gets unless they decline. */
	static List<NoticeKind> of(Actor actor) {
		return Arrays.stream(values())
			.filter((kind) -> kind != TEST && kind.roles.stream().anyMatch(actor::has))
			.toList();
	}

	static NoticeKind named(String word) {
		return Arrays.stream(values()).filter((kind) -> kind.word.equals(word)).findFirst().orElseThrow();
	}

}
