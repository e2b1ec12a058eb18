package se.uppdragskollen.assignment;

import java.util.HashSet;
import java.util.Set;

/**
 * What stands in an edition's files but could not be understood. Its own problem is told;
 * that others do not find it, or that it uses nothing, is no problem of its own.
 */
final class Unread {

	private final Set<String> defined = new HashSet<>();

	private final Set<String> used = new HashSet<>();

	private boolean chapterLost;

	private boolean rulesLost;

	/**
	 * A requirement, element or parameter (as {@code G25.lowest_share}) not understood.
	 */
	void defined(String name) {
		this.defined.add(name);
	}

	/** The names in a rule or formula that was not understood. */
	Set<String> used() {
		return this.used;
	}

	/** A whole chapter file cannot be read. */
	void chapterLost() {
		this.chapterLost = true;
	}

	/** A whole rule file cannot be read. */
	void rulesLost() {
		this.rulesLost = true;
	}

	/** Whether a name that is not found may stand in what could not be understood. */
	boolean mayDefine(String name) {
		return this.chapterLost || this.defined.contains(name);
	}

	/** Whether a name that nothing uses may be used in what could not be understood. */
	boolean mayUse(String name) {
		return this.rulesLost || this.chapterLost || this.used.contains(name);
	}

}
