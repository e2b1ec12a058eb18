package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.evaluation.Memory;
import se.uppdragskollen.evaluation.PeerGroups;
import se.uppdragskollen.evaluation.Trace;
import se.uppdragskollen.selfreport.ReportKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * What reports leave behind for later reports and for peers.
 */
@Repository
class Traces {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The longest trend, and the report's own period. */
	private static final int REMEMBERED = Memory.LONGEST_TREND + 1;

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	Traces(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/**
	 * The units' own values and those of registers, of periods up to that day; of a
	 * series that has all of the last months no older ones, which nothing reads.
	 */
	Map<String, List<Trace>> ofUnits(String assignment, Collection<String> units, LocalDate until) {
		Map<String, List<Trace>> traces = new HashMap<>();
		this.jdbc
			.sql("""
					with filled as materialized (
					select unit, use, datum, source from trace where assignment = :assignment and unit = any(:units)
					and use <> 'peers' and period_to <= :until and period_to > :recent and substr(period, 6, 1) in ('0', '1')
					group by unit, use, datum, source having count(*) >= :remembered)
					select t.* from trace t left join filled f on f.unit = t.unit and f.use = t.use and f.datum = t.datum
					and f.source = t.source and substr(t.period, 6, 1) in ('0', '1')
					where t.assignment = :assignment and t.unit = any(:units) and t.use <> 'peers' and t.period_to <= :until
					and (f.unit is null or t.period_to > :recent)
					""")
			.param("recent", until.minusMonths(REMEMBERED).with(TemporalAdjusters.lastDayOfMonth()))
			.param("remembered", REMEMBERED)
			.param("assignment", assignment)
			.param("units", units.toArray(String[]::new))
			.param("until", until)
			.query((row, i) -> traces.computeIfAbsent(row.getString("unit"), (unit) -> new ArrayList<>())
				.add(trace(row)))
			.list();
		return traces;
	}

	/** Notes how all units stand in these periods. */
	void notePeers(String assignment, Collection<Period> periods, PeerGroups groups) {
		this.jdbc.sql("""
				select * from trace where assignment = :assignment and use = 'peers' and period = any(:periods)
				""")
			.param("assignment", assignment)
			.param("periods", periods.stream().map(Period::toString).toArray(String[]::new))
			.query((row, i) -> {
				Trace trace = trace(row);
				groups.note(row.getString("unit"), trace.period(), trace.datum(), trace.value());
				return trace;
			})
			.list();
	}

	/** Puts these in the place of what the reports left behind before. */
	void replace(String assignment, Map<ReportKey, List<Trace>> traces) {
		List<Object[]> keys = new ArrayList<>();
		List<Object[]> rows = new ArrayList<>();
		traces.forEach((key, left) -> {
			keys.add(new Object[] { key.unit(), assignment, key.period().toString() });
			left.forEach(
					(trace) -> rows.add(Arrays
						.<@Nullable Object>asList(key.unit(), assignment, key.period().toString(),
								Date.valueOf(key.period().to()), trace.use().word(), trace.datum(),
								(trace.source() == null) ? "" : trace.source(),
								(trace.asOf() == null) ? null : Date.valueOf(trace.asOf()), written(trace.value()))
						.toArray()));
		});
		this.batch.batchUpdate("delete from trace where unit = ? and assignment = ? and period = ?", keys);
		this.batch
			.batchUpdate("insert into trace (unit, assignment, period, period_to, use, datum, source, as_of, value) "
					+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
	}

	private static Trace trace(ResultSet row) throws SQLException {
		String source = row.getString("source");
		return new Trace(use(row.getString("use")), row.getString("datum"),
				Period.parse(row.getString("period")).orElseThrow(), read(row.getString("value")),
				source.isEmpty() ? null : source, row.getObject("as_of", LocalDate.class));
	}

	private static Trace.Use use(String word) {
		return Arrays.stream(Trace.Use.values()).filter((use) -> use.word().equals(word)).findFirst().orElseThrow();
	}

	private static String written(Object value) {
		if (value instanceof BigDecimal number) {
			return "n" + number.toPlainString();
		}
		if (value instanceof Boolean) {
			return "b" + value;
		}
		if (value instanceof LocalDate) {
			return "d" + value;
		}
		if (value instanceof LocalTime) {
			return "t" + value;
		}
		return (value instanceof Collection<?>) ? "l" + JSON.writeValueAsString(value) : "s" + value;
	}

	private static Object read(String written) {
		String text = written.substring(1);
		return switch (written.charAt(0)) {
			case 'n' -> new BigDecimal(text);
			case 'b' -> Boolean.valueOf(text);
			case 'd' -> LocalDate.parse(text);
			case 't' -> LocalTime.parse(text);
			case 'l' -> List.of(JSON.readValue(text, String[].class));
			default -> text;
		};
	}

}
