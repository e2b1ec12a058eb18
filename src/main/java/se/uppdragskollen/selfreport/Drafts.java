package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;

/**
 * The drafts.
 */
@Repository
class Drafts {

	private static final String SELECT = """
			select d.*, p.name as editor from draft d join person p on p.id = d.edited_by
			where d.unit = ? and d.assignment = ? and d.period = ?
			""";

	private final JdbcClient jdbc;

	Drafts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Draft> find(ReportKey key) {
		return find(key, SELECT);
	}

	/** The draft, which nobody else can change until the transaction ends. */
	Optional<Draft> lock(ReportKey key) {
		return find(key, SELECT + "for update of d");
	}

	private Optional<Draft> find(ReportKey key, String sql) {
		return this.jdbc.sql(sql)
			.params(key.unit(), key.assignment(), key.period().toString())
			.query((row, i) -> draft(row))
			.optional();
	}

	/** Makes a draft unless there is one; false when there is. */
	boolean insert(ReportKey key, DraftContent content, long person, Instant now) {
		return this.jdbc.sql("""
				insert into draft (unit, assignment, period, entries, comment, edited_by, edited_at)
				values (?, ?, ?, cast(? as jsonb), ?, ?, ?) on conflict do nothing
				""")
			.params(key.unit(), key.assignment(), key.period().toString(), content.entriesJson(), content.comment(),
					person, Timestamp.from(now))
			.update() > 0;
	}

	/** Saves over the version that was locked. */
	void update(ReportKey key, DraftContent content, long person, Instant now) {
		this.jdbc.sql("""
				update draft set entries = cast(? as jsonb), comment = ?, edited_by = ?, edited_at = ?,
				version = version + 1 where unit = ? and assignment = ? and period = ?
				""")
			.params(content.entriesJson(), content.comment(), person, Timestamp.from(now), key.unit(), key.assignment(),
					key.period().toString())
			.update();
	}

	void delete(ReportKey key) {
		this.jdbc.sql("delete from draft where unit = ? and assignment = ? and period = ?")
			.params(key.unit(), key.assignment(), key.period().toString())
			.update();
	}

	private static Draft draft(ResultSet row) throws SQLException {
		DraftContent content = DraftContent.kept(row.getString("entries"), row.getString("comment"));
		return new Draft(row.getString("unit"), row.getString("assignment"),
				Period.parse(row.getString("period")).orElseThrow(), content.entries(), content.comment(),
				row.getString("editor"), row.getTimestamp("edited_at").toInstant(), row.getLong("version"));
	}

}
