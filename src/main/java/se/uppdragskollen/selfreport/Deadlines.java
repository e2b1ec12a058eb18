package se.uppdragskollen.selfreport;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The deadlines that were moved, every move kept.
 */
@Repository
class Deadlines {

	private final JdbcClient jdbc;

	Deadlines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The moves of a report's deadline, the oldest first: the newest one counts. */
	List<DeadlineMove> moves(ReportKey key) {
		return this.jdbc.sql("""
				select d.due, d.reason, p.name, d.moved_at from deadline_move d join person p on p.id = d.moved_by
				where d.unit = ? and d.assignment = ? and d.period = ? order by d.id
				""")
			.params(key.unit(), key.assignment(), key.period().toString())
			.query((row, i) -> new DeadlineMove(row.getObject("due", LocalDate.class), row.getString("reason"),
					row.getString("name"), row.getTimestamp("moved_at").toInstant()))
			.list();
	}

	/** The last day to hand in, with the moves. */
	LocalDate due(ReportKey key, LocalDate usual) {
		List<DeadlineMove> moves = moves(key);
		return OwedReports.due(usual, moves.isEmpty() ? null : moves.get(moves.size() - 1).due());
	}

	void insert(ReportKey key, LocalDate due, String reason, long person, Instant now) {
		this.jdbc.sql("""
				insert into deadline_move (unit, assignment, period, due, reason, moved_by, moved_at)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(key.unit(), key.assignment(), key.period().toString(), due, reason, person, Timestamp.from(now))
			.update();
	}

}
