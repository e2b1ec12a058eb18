package se.uppdragskollen.assessment;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.Evaluator;

/**
 * The reports behind the results, for those who go on with their figures.
 */
@Repository
public class JudgedReports {

	private final JdbcClient jdbc;

	private final Editions editions;

	private final ReportInputs inputs;

	JudgedReports(JdbcClient jdbc, Editions editions, ReportInputs inputs) {
		this.jdbc = jdbc;
		this.editions = editions;
		this.inputs = inputs;
	}

	/** Those of a period as they count now, by unit. */
	public List<JudgedReport> of(String assignment, Period period) {
		return judged(this.jdbc.sql("""
				select r.id, r.revision, r.input from current_result c join result r on r.id = c.result
				where c.assignment = ? and c.period = ? order by c.unit
				""").params(assignment, period.toString()));
	}

	/** Those behind these results, also when they count no more. */
	public List<JudgedReport> of(Collection<Long> results) {
		return judged(this.jdbc.sql("select id, revision, input from result where id = any(?) order by unit, id")
			.param(results.toArray(Long[]::new)));
	}

	private List<JudgedReport> judged(JdbcClient.StatementSpec query) {
		List<Stored> stored = query
			.query((row, i) -> new Stored(row.getLong("id"), row.getString("revision"), row.getString("input")))
			.list();
		return stored.stream().map((one) -> {
			Evaluator evaluator = this.editions.evaluator(one.revision());
			return new JudgedReport(one.result(), this.inputs.report(one.input(), evaluator.edition()), evaluator);
		}).toList();
	}

	/** How many there are of a period. */
	public int count(String assignment, Period period) {
		return this.jdbc.sql("select count(*) from current_result where assignment = ? and period = ?")
			.params(assignment, period.toString())
			.query(Integer.class)
			.single();
	}

	/** The periods for which there are any, the newest first. */
	public List<ReportedPeriod> periods() {
		return this.jdbc
			.sql("select assignment, period, count(*) as reports from current_result group by assignment, period")
			.query((row, i) -> new ReportedPeriod(row.getString("assignment"),
					Period.parse(row.getString("period")).orElseThrow(), row.getInt("reports")))
			.list()
			.stream()
			.sorted(java.util.Comparator.comparing(ReportedPeriod::period)
				.reversed()
				.thenComparing(ReportedPeriod::assignment))
			.toList();
	}

	/**
	 * A period that units have reported.
	 *
	 * @param assignment the assignment
	 * @param period the period
	 * @param reports how many units
	 */
	public record ReportedPeriod(String assignment, Period period, int reports) {

	}

	private record Stored(long result, String revision, String input) {

	}

}
