package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportWriter;

/**
 * The versions that were handed in; none is ever changed.
 */
@Repository
class ReportVersions {

	private static final String SUMMARY = """
			select v.number, v.edition, v.revision, v.fingerprint, v.reason, p.name as signer, v.signed_at
			from report_version v join person p on p.id = v.signed_by
			where v.unit = ? and v.assignment = ? and v.period = ?
			""";

	private final JdbcClient jdbc;

	ReportVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The periods of which a unit has handed a report in. */
	Set<Period> periods(String unit, String assignment) {
		return new HashSet<>(
				this.jdbc.sql("select distinct period from report_version where unit = ? and assignment = ?")
					.params(unit, assignment)
					.query((row, i) -> Period.parse(Objects.requireNonNull(row.getString("period"))).orElseThrow())
					.list());
	}

	/** All of a report, the oldest first. */
	List<VersionSummary> all(ReportKey key) {
		return this.jdbc.sql(SUMMARY + "order by v.number")
			.params(key.unit(), key.assignment(), key.period().toString())
			.query((row, i) -> summary(row))
			.list();
	}

	Optional<VersionSummary> find(ReportKey key, int number) {
		return this.jdbc.sql(SUMMARY + "and v.number = ?")
			.params(key.unit(), key.assignment(), key.period().toString(), number)
			.query((row, i) -> summary(row))
			.optional();
	}

	/** What a version says, in the form of a draft. */
	Optional<DraftContent> typed(ReportKey key, int number) {
		return this.jdbc.sql("""
				select entries, comment from report_version
				where unit = ? and assignment = ? and period = ? and number = ?
				""")
			.params(key.unit(), key.assignment(), key.period().toString(), number)
			.query((row, i) -> DraftContent.kept(row.getString("entries"), row.getString("comment")))
			.optional();
	}

	/** What a version says, in the report format. */
	String content(ReportKey key, int number) {
		return this.jdbc.sql("""
				select content from report_version where unit = ? and assignment = ? and period = ? and number = ?
				""").params(key.unit(), key.assignment(), key.period().toString(), number).query(String.class).single();
	}

	/** Who signed a version. */
	long signer(ReportKey key, int number) {
		return this.jdbc.sql("""
				select signed_by from report_version where unit = ? and assignment = ? and period = ? and number = ?
				""").params(key.unit(), key.assignment(), key.period().toString(), number).query(Long.class).single();
	}

	/** The newest version of the newest earlier period of the same kind, if any. */
	Optional<LastReport> before(ReportKey key) {
		return this.jdbc.sql("""
				select s.period, v.entries, v.comment from self_report s
				join report_version v on v.unit = s.unit and v.assignment = s.assignment and v.period = s.period
				and v.number = s.latest
				where s.unit = ? and s.assignment = ? and s.period_to < ?
				and s.period_to - s.period_from between ? and ?
				order by s.period_to desc limit 1
				""")
			.params(key.unit(), key.assignment(), key.period().from(), key.period().kind().months() * 30 - 4,
					key.period().kind().months() * 31)
			.query((row, i) -> new LastReport(Period.parse(row.getString("period")).orElseThrow(),
					DraftContent.kept(row.getString("entries"), row.getString("comment"))))
			.optional();
	}

	/** Keeps a version, with the evidence that is there. */
	void insert(ReportKey key, int number, Edition edition, Report report, DraftContent typed, String reason,
			long person, Instant now) {
		this.jdbc.sql("""
				insert into report_version (unit, assignment, period, number, edition, revision, content, fingerprint,
				entries, comment, reason, signed_by, signed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)
				""")
			.params(key.unit(), key.assignment(), key.period().toString(), number, edition.id(), edition.revision(),
					ReportWriter.json(report), report.fingerprint(), typed.entriesJson(), typed.comment(), reason,
					person, Timestamp.from(now))
			.update();
		this.jdbc.sql("""
				insert into version_evidence (unit, assignment, period, number, evidence)
				select unit, assignment, period, ?, id from evidence
				where unit = ? and assignment = ? and period = ? and withdrawn_at is null
				""").params(number, key.unit(), key.assignment(), key.period().toString()).update();
	}

	private static VersionSummary summary(ResultSet row) throws SQLException {
		return new VersionSummary(row.getInt("number"), row.getString("edition"), row.getString("revision"),
				row.getString("fingerprint"), row.getString("reason"), row.getString("signer"),
				row.getTimestamp("signed_at").toInstant());
	}

}
