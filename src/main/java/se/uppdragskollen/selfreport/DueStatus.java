package se.uppdragskollen.selfreport;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Word;

/**
 * How it stands with a report that a unit owes.
 */
public enum DueStatus implements Word {

	/** The period is not over. */
	NOT_DUE("not-due"),

	/** The period is over, the deadline has not passed, nothing is typed. */
	DUE("due"),

	/** The deadline has passed and nothing was ever handed in. */
	LATE("late"),

	/** Being typed for the first time, before the deadline. */
	DRAFT("draft"),

	/** Handed in, in time. */
	SUBMITTED("submitted"),

	/** Handed in, and sent back to be completed. */
	RETURNED("returned"),

	/** Handed in, the first time after the deadline. */
	SUBMITTED_LATE("submitted-late");

	private final String word;

	DueStatus(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	/**
	 * The status of a report.
	 * @param state how far it has come, null when it has not begun
	 * @param typed whether a draft is open
	 * @param due the last day to hand in
	 */
	static DueStatus of(Period period, @Nullable ReportState state, boolean typed, LocalDate due, LocalDate today) {
		LocalDate handedIn = (state == null) ? null : state.handedIn();
		if (state != null && handedIn != null) {
			boolean late = handedIn.isAfter(due);
			return state.is(ReportState.RETURNED) ? RETURNED : late ? SUBMITTED_LATE : SUBMITTED;
		}
		if (today.isAfter(due)) {
			return LATE;
		}
		return typed ? DRAFT : today.isAfter(period.to()) ? DUE : NOT_DUE;
	}

}
