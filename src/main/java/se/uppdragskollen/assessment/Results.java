package se.uppdragskollen.assessment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Reach;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * The results that were stored, the newest of each report the current one.
 */
@Repository
public class Results {

	private static final String COLUMNS = """
			select r.id, r.unit, u.name as unit_name, r.assignment, r.period, r.edition, r.revision, r.engine, r.fingerprint,
			r.report_version, r.cause, r.supersedes, r.stored_at, c.result is not null as current
			""";

	private static final String SELECT = COLUMNS + " from result r join unit u on u.id = r.unit "
			+ "left join current_result c on c.result = r.id ";

	private static final String SELECT_CURRENT = COLUMNS + " from current_result c join result r on r.id = c.result "
			+ "join unit u on u.id = r.unit ";

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final Clock clock;

	Results(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.clock = clock;
	}

	public Optional<StoredResult> find(long id) {
		return this.jdbc.sql(SELECT + " where r.id = ?").param(id).query((row, i) -> stored(row)).optional();
	}

	/** The one that counts. */
	public Optional<StoredResult> current(ReportKey key) {
		return this.jdbc.sql(SELECT + " where c.unit = ? and c.assignment = ? and c.period = ?")
			.params(key.unit(), key.assignment(), key.period().toString())
			.query((row, i) -> stored(row))
			.optional();
	}

	/** All of a report, the newest first. */
	public List<StoredResult> ofReport(ReportKey key) {
		return this.jdbc.sql(SELECT + " where r.unit = ? and r.assignment = ? and r.period = ? order by r.id desc")
			.params(key.unit(), key.assignment(), key.period().toString())
			.query((row, i) -> stored(row))
			.list();
	}

	/** The result as JSON. */
	public String document(long id) {
		return this.jdbc.sql("select document from result where id = ?").param(id).query(String.class).single();
	}

	/** The report that was judged, as JSON. */
	public String input(long id) {
		return this.jdbc.sql("select input from result where id = ?").param(id).query(String.class).single();
	}

	/**
	 * The current results that somebody may see, the newest first.
	 * @param unit of this unit only, null for all
	 * @param assignment of this assignment only, null for all
	 * @param period of this period only, null for all
	 */
	public Page<StoredResult> list(Reach reach, @Nullable String unit, @Nullable String assignment,
			@Nullable Period period, PageRequest page) {
		List<StoredResult> rows = this.jdbc.sql(SELECT_CURRENT + """
				where (:all or c.unit = any(:units)) and c.unit <> all(:except)
				and (cast(:unit as text) is null or c.unit = :unit)
				and (cast(:assignment as text) is null or c.assignment = :assignment)
				and (cast(:period as text) is null or c.period = :period)
				and (:after = 0 or c.result < :after)
				order by c.result desc limit :fetch
				""")
			.param("all", reach.all())
			.param("units", reach.unitArray())
			.param("except", reach.exceptArray())
			.param("unit", unit)
			.param("assignment", assignment)
			.param("period", (period == null) ? null : period.toString())
			.param("after", page.afterNumber(0))
			.param("fetch", page.fetch())
			.query((row, i) -> stored(row))
			.list();
		return page.page(rows, (row) -> List.of(String.valueOf(row.id())));
	}

	/** What counts now for each of these reports. */
	Map<ReportKey, StoredResult> currentOf(String assignment, Collection<ReportKey> keys) {
		Map<ReportKey, StoredResult> found = new HashMap<>();
		this.jdbc.sql(SELECT_CURRENT + """
				where c.assignment = :assignment and c.unit = any(:units) and c.period = any(:periods)
				""")
			.param("assignment", assignment)
			.param("units", keys.stream().map(ReportKey::unit).distinct().toArray(String[]::new))
			.param("periods", keys.stream().map((key) -> key.period().toString()).distinct().toArray(String[]::new))
			.query((row, i) -> stored(row))
			.list()
			.forEach((one) -> found.put(new ReportKey(one.unit(), one.assignment(), one.period()), one));
		return found;
	}

	/** Ids for that many results to come, in order. */
	List<Long> reserve(int count) {
		return this.jdbc
			.sql("select nextval(pg_get_serial_sequence('result', 'id')) from generate_series(1, ?) order by 1")
			.param(count)
			.query(Long.class)
			.list();
	}

	/** Stores results and makes them the current ones. */
	void store(List<NewResult> results) {
		Timestamp now = Timestamp.from(this.clock.instant());
		List<Object[]> rows = new ArrayList<>();
		List<Object[]> current = new ArrayList<>();
		List<Object[]> old = new ArrayList<>();
		List<Object[]> outcomes = new ArrayList<>();
		for (NewResult one : results) {
			EvaluationResult result = one.result();
			String unit = result.report().unit();
			String assignment = result.report().assignment();
			String period = result.report().period().toString();
			Date to = Date.valueOf(result.report().period().to());
			rows.add(Arrays.<@Nullable Object>asList(one.id(), unit, assignment, period, to, result.edition().id(),
					result.edition().revision(), EvaluationResult.ENGINE, one.input(), result.report().fingerprint(),
					one.document(), one.reportVersion(), one.cause(), one.supersedes(), now)
				.toArray());
			current.add(new Object[] { unit, assignment, period, one.id(), one.figures() });
			old.add(new Object[] { unit, assignment, period });
			for (Outcome outcome : result.outcomes()) {
				outcomes.add(
						Arrays
							.<@Nullable Object>asList(unit, assignment, period, to, outcome.requirement().id(),
									outcome.requirement().chapter(), outcome.kind().word(), word(outcome.finding()),
									word(outcome.severity()), one.id())
							.toArray());
			}
		}
		this.batch
			.batchUpdate("insert into result (id, unit, assignment, period, period_to, edition, revision, engine, "
					+ "input, fingerprint, document, report_version, cause, supersedes, stored_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
		this.batch.batchUpdate("insert into current_result (unit, assignment, period, result, figures) "
				+ "values (?, ?, ?, ?, cast(? as jsonb)) on conflict (unit, assignment, period) "
				+ "do update set result = excluded.result, figures = excluded.figures", current);
		this.batch.batchUpdate("delete from outcome where unit = ? and assignment = ? and period = ?", old);
		this.batch
			.batchUpdate("insert into outcome (unit, assignment, period, period_to, requirement, chapter, outcome, "
					+ "finding, severity, result) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", outcomes);
	}

	private static @Nullable String word(@Nullable Word word) {
		return (word == null) ? null : word.word();
	}

	/** What results say of a requirement, under any of its ids, by the result's id. */
	List<Explained> explained(Reach reach, Collection<Long> ids, Collection<String> requirements) {
		return this.jdbc
			.sql(COLUMNS
					+ """
							, o.told from result r join unit u on u.id = r.unit
							left join current_result c on c.result = r.id cross join lateral jsonb_array_elements(cast(r.document as jsonb) -> 'outcomes') as o (told)
							where r.id = any(:ids) and o.told ->> 'requirement' = any(:requirements)
							and (:all or r.unit = any(:units)) and r.unit <> all(:except)
							""")
			.param("ids", ids.toArray(Long[]::new))
			.param("requirements", requirements.toArray(String[]::new))
			.param("all", reach.all())
			.param("units", reach.unitArray())
			.param("except", reach.exceptArray())
			.query((row, i) -> new Explained(stored(row), String.valueOf(row.getString("told"))))
			.list();
	}

	private static StoredResult stored(ResultSet row) throws SQLException {
		long supersedes = row.getLong("supersedes");
		Long before = row.wasNull() ? null : supersedes;
		return new StoredResult(row.getLong("id"), row.getString("unit"), row.getString("unit_name"),
				row.getString("assignment"), Period.parse(row.getString("period")).orElseThrow(),
				row.getString("edition"), row.getString("revision"), row.getString("engine"),
				row.getString("fingerprint"), row.getInt("report_version"), row.getString("cause"), before,
				row.getTimestamp("stored_at").toInstant(), row.getBoolean("current"));
	}

}
