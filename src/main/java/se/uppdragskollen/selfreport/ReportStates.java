package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far each self-report has come. Whoever changes anything about one locks it first.
 */
@Repository
class ReportStates {

	private static final String SELECT = """
			select state, latest, handed_in, returned_reason, version from self_report
			where unit = ? and assignment = ? and period = ?
			""";

	private final JdbcClient jdbc;

	ReportStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ReportState> find(ReportKey key) {
		return find(key, SELECT);
	}

	/** The state, which nobody else can change until the transaction ends. */
	Optional<ReportState> lock(ReportKey key) {
		return find(key, SELECT + "for update");
	}

	private Optional<ReportState> find(ReportKey key, String sql) {
		return this.jdbc.sql(sql)
			.params(key.unit(), key.assignment(), key.period().toString())
			.query((row, i) -> state(row))
			.optional();
	}

	/** Begins a report, unless it has begun. */
	void begin(ReportKey key) {
		this.jdbc.sql("""
				insert into self_report (unit, assignment, period, period_from, period_to, state)
				values (?, ?, ?, ?, ?, 'draft') on conflict do nothing
				""")
			.params(key.unit(), key.assignment(), key.period().toString(), key.period().from(), key.period().to())
			.update();
	}

	/** A version was handed in. */
	void submitted(ReportKey key, int number, LocalDate today) {
		this.jdbc.sql("""
				update self_report set state = 'submitted', latest = ?, handed_in = coalesce(handed_in, ?),
				returned_reason = null, version = version + 1 where unit = ? and assignment = ? and period = ?
				""").params(number, today, key.unit(), key.assignment(), key.period().toString()).update();
	}

	/** The newest version was returned for completion. */
	void returned(ReportKey key, String reason) {
		this.jdbc.sql("""
				update self_report set state = 'returned', returned_reason = ?, version = version + 1
				where unit = ? and assignment = ? and period = ?
				""").params(reason, key.unit(), key.assignment(), key.period().toString()).update();
	}

	private static ReportState state(ResultSet row) throws SQLException {
		return new ReportState(row.getString("state"), row.getObject("latest", Integer.class),
				row.getObject("handed_in", LocalDate.class), row.getString("returned_reason"), row.getLong("version"));
	}

}
