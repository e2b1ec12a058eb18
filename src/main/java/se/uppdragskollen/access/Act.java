package se.uppdragskollen.access;

import java.util.EnumSet;
import java.util.Set;

import se.uppdragskollen.document.Word;

import static se.uppdragskollen.access.Role.ADMINISTRATOR;
import static se.uppdragskollen.access.Role.AUDITOR;
import static se.uppdragskollen.access.Role.COMMISSIONER;
import static se.uppdragskollen.access.Role.MANAGER;
import static se.uppdragskollen.access.Role.REPORTER;
import static se.uppdragskollen.access.Role.REVIEWER;

/**
 * What can be done, and by which roles. A centre's roles may do it for their own centre
 * only, the others for every unit; whoever decides about a unit, or changes what it is
 * judged by, may not belong to it.
 */
public enum Act implements Word {

	/** Editions, requirements, parameters, templates, evaluation without storing. */
	READ_EDITIONS("read-editions", Kind.READ, EnumSet.allOf(Role.class)),

	/** The registry of units, which is public: who runs which, where, since when. */
	READ_UNITS("read-units", Kind.READ_ALL, EnumSet.allOf(Role.class)),

	/** The registry of units, which says what a unit owes and whom it is counted with. */
	EDIT_UNITS("edit-units", Kind.SHAPE, EnumSet.of(COMMISSIONER, ADMINISTRATOR)),

	/** Who has which roles. */
	READ_PEOPLE("read-people", Kind.READ, EnumSet.of(ADMINISTRATOR, AUDITOR)),

	/** Give and take roles. */
	EDIT_PEOPLE("edit-people", Kind.DECIDE, EnumSet.of(ADMINISTRATOR)),

	/** Self-reports, what is due, evidence, statements, results, outcomes. */
	READ_REPORTS("read-reports", Kind.READ, EnumSet.of(COMMISSIONER, REVIEWER, REPORTER, MANAGER, AUDITOR)),

	/** Type into a draft, add evidence, upload a template. */
	EDIT_DRAFT("edit-draft", Kind.WRITE, EnumSet.of(REPORTER, MANAGER)),

	/** Sign a self-report and hand it in. */
	SUBMIT_REPORT("submit-report", Kind.SIGN, EnumSet.of(MANAGER)),

	/** Send a self-report back for completion. */
	RETURN_REPORT("return-report", Kind.DECIDE, EnumSet.of(REVIEWER)),

	/** Give a centre more time. */
	MOVE_DEADLINE("move-deadline", Kind.DECIDE, EnumSet.of(REVIEWER, COMMISSIONER)),

	/** Register values. */
	EDIT_REGISTER_VALUES("edit-register-values", Kind.SHAPE, EnumSet.of(COMMISSIONER)),

	/** Ask for an exemption. */
	PROPOSE_EXEMPTION("propose-exemption", Kind.SHAPE, EnumSet.of(COMMISSIONER, REVIEWER)),

	/** Approve, refuse or end an exemption: another person than the one who asked. */
	DECIDE_EXEMPTION("decide-exemption", Kind.DECIDE, EnumSet.of(COMMISSIONER)),

	/** Note what a counterpart says of a unit, invite counterparts to say it. */
	NOTE_SIGNAL("note-signal", Kind.SHAPE, EnumSet.of(COMMISSIONER, REVIEWER)),

	/** Say how the work with a counterpart goes, seen from the centre. */
	GIVE_SIGNAL("give-signal", Kind.WRITE, EnumSet.of(REPORTER, MANAGER)),

	/** Evaluate a period or the region anew. */
	RUN_EVALUATION("run-evaluation", Kind.WRITE, EnumSet.of(COMMISSIONER, REVIEWER)),

	/** The region at a glance. */
	READ_OVERVIEW("read-overview", Kind.READ, EnumSet.of(COMMISSIONER, REVIEWER, AUDITOR)),

	/** Follow-up cases; a centre sees those that a reviewer has confirmed. */
	READ_CASES("read-cases", Kind.READ, EnumSet.of(COMMISSIONER, REVIEWER, REPORTER, MANAGER, AUDITOR)),

	/** Confirm, dismiss, hold the dialogue, agree, re-check, close, escalate. */
	DECIDE_CASE("decide-case", Kind.DECIDE, EnumSet.of(REVIEWER)),

	/** Take a further step of the ladder that a reviewer has proposed: another person. */
	APPROVE_ESCALATION("approve-escalation", Kind.DECIDE, EnumSet.of(REVIEWER, COMMISSIONER)),

	/** Answer a finding, propose actions, tell that one is done. */
	ANSWER_CASE("answer-case", Kind.WRITE, EnumSet.of(REPORTER, MANAGER)),

	/** Show residents the figures of a period, and take them back. */
	PUBLISH("publish", Kind.DECIDE, EnumSet.of(REVIEWER)),

	/** The log of who did what. */
	READ_AUDIT("read-audit", Kind.READ, EnumSet.of(AUDITOR, ADMINISTRATOR)),

	/** What of the mail to people was sent, waits or failed. */
	READ_MAIL("read-mail", Kind.READ, EnumSet.of(AUDITOR, ADMINISTRATOR)),

	/** Send a test message, try what failed again. */
	RUN_MAIL("run-mail", Kind.WRITE, EnumSet.of(ADMINISTRATOR));

	private final String word;

	private final Kind kind;

	private final Set<Role> roles;

	Act(String word, Kind kind, Set<Role> roles) {
		this.word = word;
		this.kind = kind;
		this.roles = roles;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** The roles that may do it. */
	public Set<Role> roles() {
		return this.roles;
	}

	/** Whether a centre's roles reach beyond their centre. */
	boolean reachesAll() {
		return this.kind == Kind.READ_ALL;
	}

	/** Whether it decides something about a unit or what it is judged by. */
	boolean notForOwn() {
		return this.kind == Kind.DECIDE || this.kind == Kind.SHAPE;
	}

	/** Whether a system may do it: signing and deciding takes a person. */
	boolean bySystem() {
		return this.kind != Kind.DECIDE && this.kind != Kind.SIGN;
	}

	/** Whether it takes a login of the assurance level that the region demands. */
	boolean needsAssurance() {
		return this.kind == Kind.DECIDE || this.kind == Kind.SIGN;
	}

	private enum Kind {

		/** Reads. */
		READ,

		/** Reads what all may know of all. */
		READ_ALL,

		/** Changes something. */
		WRITE,

		/** Changes what others are judged by. */
		SHAPE,

		/** Answers for something with one's name. */
		SIGN,

		/** Decides about others. */
		DECIDE

	}

}
