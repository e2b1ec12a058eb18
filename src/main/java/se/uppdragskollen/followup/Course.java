package se.uppdragskollen.followup;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;

/**
 * How a case has gone from report to report, by the newest that could be assessed.
 */
public enum Course implements Word {

	/** The first failing report. */
	NEW("new"),

	/** The report before failed too. */
	RECURRING("recurring"),

	/** It had been put right, in this case or in an earlier one that was closed. */
	REGRESSED("regressed"),

	/** The newest report is met, exempt or not applicable. */
	RESOLVED("resolved");

	private final String word;

	Course(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	static Course of(String word) {
		return Arrays.stream(values()).filter((course) -> course.word.equals(word)).findFirst().orElseThrow();
	}

	/**
	 * The course after one more report.
	 * @param before the course until then, null when nothing had failed
	 * @param finding the report's outcome; one that is not assessable changes nothing
	 * @param again whether an earlier case of the requirement was closed
	 */
	static @Nullable Course after(@Nullable Course before, Finding finding, boolean again) {
		if (finding.passes()) {
			return (before == null) ? null : RESOLVED;
		}
		if (!finding.fails()) {
			return before;
		}
		if (before == null) {
			return again ? REGRESSED : NEW;
		}
		return (before == RESOLVED) ? REGRESSED : RECURRING;
	}

}
