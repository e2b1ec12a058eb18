package se.uppdragskollen.access;

import java.util.Arrays;
import java.util.Optional;

import se.uppdragskollen.document.Word;

/**
 * What somebody is there for.
 */
public enum Role implements Word {

	/** Commissioning staff: the assignment, units, register values, exemptions. */
	COMMISSIONER("commissioner"),

	/** Makes findings and leads the dialogue; never for a unit of the reviewer's own. */
	REVIEWER("reviewer"),

	/** Fills in a centre's self-report. */
	REPORTER("reporter"),

	/** Heads a centre: signs its self-reports and answers for it. */
	MANAGER("manager"),

	/** Reads all, changes nothing. */
	AUDITOR("auditor"),

	/** People and their roles. */
	ADMINISTRATOR("administrator");

	private final String word;

	Role(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** The role with this word. */
	public static Optional<Role> named(String word) {
		return Arrays.stream(values()).filter((role) -> role.word.equals(word)).findFirst();
	}

	/**
	 * Whether a system may have the role: the others are there to sign, to decide about
	 * units, or to say who may.
	 */
	public boolean bySystem() {
		return this == REPORTER || this == COMMISSIONER || this == AUDITOR;
	}

	/** Whether the role is held for one centre. */
	public boolean ofCentre() {
		return this == REPORTER || this == MANAGER;
	}

}
