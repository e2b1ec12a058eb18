package se.uppdragskollen.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * Reads columns of the database.
 */
final class Rows {

	private Rows() {
	}

	static Finding finding(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		String severity = row.getString("severity");
		return new Finding(period(row.getString("period")), of(row.getString("outcome"), OutcomeKind.values()),
				(kind == null) ? null : kind(kind), (severity == null) ? null : severity(severity),
				row.getLong("result"));
	}

	static Period period(String written) {
		return Period.parse(written).orElseThrow();
	}

	static FindingKind kind(String word) {
		return of(word, FindingKind.values());
	}

	static Severity severity(String word) {
		return of(word, Severity.values());
	}

	static @Nullable Long id(ResultSet row, String column) throws SQLException {
		long id = row.getLong(column);
		return row.wasNull() ? null : id;
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at == null) ? null : at.toInstant();
	}

	private static <T extends Word> T of(String word, T[] words) {
		return Arrays.stream(words).filter((one) -> one.word().equals(word)).findFirst().orElseThrow();
	}

}
