package se.uppdragskollen.selfreport;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How far a self-report has come.
 *
 * @param state {@code draft}, {@code submitted} or {@code returned}
 * @param latest the number of the newest version handed in, null before the first
 * @param handedIn the day on which the first came, null before it
 * @param returnedReason why it was returned, null when it is not
 * @param version counted from 1
 */
record ReportState(String state, @Nullable Integer latest, @Nullable LocalDate handedIn,
		@Nullable String returnedReason, long version) {

	static final String DRAFT = "draft";

	static final String SUBMITTED = "submitted";

	static final String RETURNED = "returned";

	boolean is(String word) {
		return this.state.equals(word);
	}

}
