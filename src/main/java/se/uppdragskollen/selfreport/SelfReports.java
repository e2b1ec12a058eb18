package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Period;

/**
 * The self-reports that were handed in, each in its newest version. A report that was
 * returned for completion counts as it was handed in until a new version comes.
 */
@Repository
public class SelfReports {

	private static final String NEWEST = """
			select v.* from self_report s join report_version v on v.unit = s.unit and v.assignment = s.assignment
			and v.period = s.period and v.number = s.latest
			""";

	private static final int FETCHED_AT_ONCE = 500;

	private final JdbcClient jdbc;

	SelfReports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a unit has handed in for a period. */
	public Optional<SubmittedReport> latest(String unit, String assignment, Period period) {
		return this.jdbc.sql(NEWEST + "where s.unit = ? and s.assignment = ? and s.period = ?")
			.params(unit, assignment, period.toString())
			.query((row, i) -> submitted(row))
			.optional();
	}

	/** What all units have handed in for a period, by unit. */
	public List<SubmittedReport> latestOfPeriod(String assignment, Period period) {
		return this.jdbc.sql(NEWEST + "where s.assignment = ? and s.period = ? order by s.unit")
			.params(assignment, period.toString())
			.query((row, i) -> submitted(row))
			.list();
	}

	/** What a unit has handed in for all periods, the oldest first. */
	public List<SubmittedReport> latestOfUnit(String unit, String assignment) {
		return this.jdbc.sql(NEWEST + "where s.unit = ? and s.assignment = ? order by s.period_to, s.period")
			.params(unit, assignment)
			.query((row, i) -> submitted(row))
			.list();
	}

	/** The units whose report for a period waits for completion. */
	public Set<String> returned(String assignment, Period period) {
		return new TreeSet<>(
				this.jdbc.sql("select unit from self_report where assignment = ? and period = ? and state = 'returned'")
					.params(assignment, period.toString())
					.query(String.class)
					.list());
	}

	/**
	 * What all units have handed in for periods that end within some time, by the
	 * periods' last day, then by unit; read little by little.
	 * @param from the first day on which a period may end
	 * @param to the last
	 */
	@Transactional(readOnly = true)
	public void forEachLatest(String assignment, LocalDate from, LocalDate to, Consumer<SubmittedReport> each) {
		this.jdbc.sql(NEWEST + """
				where s.assignment = ? and s.period_to between ? and ?
				order by s.period_to, s.unit, s.period
				""")
			.withFetchSize(FETCHED_AT_ONCE)
			.params(assignment, from, to)
			.query((ResultSet row) -> each.accept(submitted(row)));
	}

	private static SubmittedReport submitted(ResultSet row) throws SQLException {
		return new SubmittedReport(row.getString("unit"), row.getString("assignment"),
				Period.parse(row.getString("period")).orElseThrow(), row.getInt("number"), row.getString("edition"),
				row.getString("revision"), row.getString("content"), row.getString("fingerprint"),
				row.getTimestamp("signed_at").toInstant());
	}

}
