package se.uppdragskollen.selfreport;

import java.time.Instant;
import java.util.SortedMap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import se.uppdragskollen.assignment.Period;

/**
 * A self-report that is being typed.
 *
 * @param unit the unit's id
 * @param assignment the assignment's id
 * @param period the period reported
 * @param entries what is typed, by element
 * @param comment to the reviewer about the whole
 * @param editedBy who saved it last, by name
 * @param editedAt when
 * @param version counted from 1
 */
public record Draft(String unit, String assignment, Period period, SortedMap<String, DraftEntry> entries,
		String comment, String editedBy, Instant editedAt, long version) {

	@JsonIgnore
	public ReportKey key() {
		return new ReportKey(this.unit, this.assignment, this.period);
	}

	@JsonIgnore
	public DraftContent content() {
		return new DraftContent(this.entries, this.comment);
	}

}
