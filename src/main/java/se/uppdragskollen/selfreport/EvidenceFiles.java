package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;

/**
 * The evidence, each file stored whole.
 */
@Repository
class EvidenceFiles {

	private static final String SELECT = """
			select e.id, e.unit, e.assignment, e.period, e.name, e.media_type, e.size, e.sha256, e.requirement, p.name as adder, e.added_at,
			e.withdrawn_at is not null as withdrawn,
			exists (select from version_evidence v where v.evidence = e.id) as submitted
			from evidence e join person p on p.id = e.added_by
			""";

	private final JdbcClient jdbc;

	EvidenceFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All of a report, the oldest first. */
	List<Evidence> all(ReportKey key) {
		return this.jdbc
			.sql(SELECT + "where e.unit = ? and e.assignment = ? and e.period = ? order by e.added_at, e.id")
			.params(key.unit(), key.assignment(), key.period().toString())
			.query((row, i) -> evidence(row))
			.list();
	}

	/**
	 * The newest of a unit.
	 * @param drafts whether those too on which no version rests that was handed in
	 */
	List<FiledEvidence> ofUnit(String unit, boolean drafts, int most) {
		return this.jdbc.sql(SELECT + """
				where e.unit = :unit
				and (:drafts or exists (select from version_evidence v where v.evidence = e.id))
				order by e.added_at desc, e.id limit :most
				""")
			.param("unit", unit)
			.param("drafts", drafts)
			.param("most", most)
			.query((row,
					i) -> new FiledEvidence(new ReportKey(row.getString("unit"), row.getString("assignment"),
							Period.parse(row.getString("period")).orElseThrow()), evidence(row)))
			.list();
	}

	/** What a version rests on. */
	List<Evidence> ofVersion(ReportKey key, int number) {
		return this.jdbc.sql(SELECT + """
				join version_evidence w on w.evidence = e.id
				where w.unit = ? and w.assignment = ? and w.period = ? and w.number = ? order by e.added_at, e.id
				""")
			.params(key.unit(), key.assignment(), key.period().toString(), number)
			.query((row, i) -> evidence(row))
			.list();
	}

	Optional<Evidence> find(ReportKey key, String id) {
		return this.jdbc
			.sql(SELECT + "where e.unit = ? and e.assignment = ? and e.period = ? and cast(e.id as text) = ?")
			.params(key.unit(), key.assignment(), key.period().toString(), id)
			.query((row, i) -> evidence(row))
			.optional();
	}

	byte[] content(String id) {
		return this.jdbc.sql("select content from evidence where id = cast(? as uuid)")
			.param(id)
			.query(byte[].class)
			.single();
	}

	String insert(ReportKey key, EvidenceKind kind, String name, byte[] content, String sha256,
			@Nullable String requirement, long person, Instant now) {
		return this.jdbc.sql("""
				insert into evidence (unit, assignment, period, requirement, name, media_type, size, sha256, content,
				added_by, added_at) values (:unit, :assignment, :period, :requirement, :name, :type, :size, :sha256,
				:content, :person, :now) returning cast(id as text)
				""")
			.param("unit", key.unit())
			.param("assignment", key.assignment())
			.param("period", key.period().toString())
			.param("requirement", requirement)
			.param("name", name)
			.param("type", kind.mediaType())
			.param("size", content.length)
			.param("sha256", sha256)
			.param("content", content)
			.param("person", person)
			.param("now", Timestamp.from(now))
			.query(String.class)
			.single();
	}

	void withdraw(String id, Instant now) {
		this.jdbc.sql("update evidence set withdrawn_at = ? where id = cast(? as uuid)")
			.params(Timestamp.from(now), id)
			.update();
	}

	private static Evidence evidence(ResultSet row) throws SQLException {
		return new Evidence(row.getString("id"), row.getString("name"), row.getString("media_type"), row.getInt("size"),
				row.getString("sha256"), row.getString("requirement"), row.getString("adder"),
				row.getTimestamp("added_at").toInstant(), row.getBoolean("withdrawn"), row.getBoolean("submitted"));
	}

}
