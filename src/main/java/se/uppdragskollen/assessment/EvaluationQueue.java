package se.uppdragskollen.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.selfreport.ReportKey;

/**
 * What is to be evaluated. A task stands until its result is stored, in the same
 * transaction: none is lost, and none is done half.
 */
@Repository
class EvaluationQueue {

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	EvaluationQueue(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Asks for a report to be evaluated. */
	void ask(ReportKey key, String cause) {
		this.jdbc.sql("""
				insert into evaluation_task (unit, assignment, period, period_to, cause, asked_at, not_before)
				values (:unit, :assignment, :period, :to, :cause, :now, :now)
				on conflict (unit, assignment, period) do update set not_before = excluded.not_before
				""")
			.param("unit", key.unit())
			.param("assignment", key.assignment())
			.param("period", key.period().toString())
			.param("to", key.period().to())
			.param("cause", cause)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Asks for the unit's reports of periods that end within these days. */
	int askForUnits(String assignment, @Nullable Collection<String> units, LocalDate from, LocalDate to, String cause,
			@Nullable Long run) {
		return this.jdbc.sql("""
				insert into evaluation_task (unit, assignment, period, period_to, cause, run, asked_at, not_before)
				select unit, assignment, period, period_to, :cause, :run, :now, :now from self_report
				where assignment = :assignment and (:everywhere or unit = any(:units)) and latest is not null
				and period_to between :from and :to
				order by unit, period
				on conflict (unit, assignment, period)
				do update set run = coalesce(excluded.run, evaluation_task.run), not_before = excluded.not_before
				""")
			.param("cause", cause)
			.param("run", run)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("assignment", assignment)
			.param("everywhere", units == null)
			.param("units", (units == null) ? new String[0] : units.toArray(String[]::new))
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** The assignments that have tasks to be done now. */
	List<String> waiting() {
		return this.jdbc.sql("select distinct assignment from evaluation_task where not_before <= ? order by 1")
			.param(Timestamp.from(this.clock.instant()))
			.query(String.class)
			.list();
	}

	/**
	 * Takes the tasks of the earliest day on which a period ends that has any: later
	 * reports rest on them. They are locked until the transaction ends.
	 */
	List<EvaluationTask> take(String assignment, int most) {
		return this.jdbc.sql("""
				select t.*, coalesce(r.current_rules, false) as current_rules
				from evaluation_task t left join evaluation_run r on r.id = t.run
				where t.assignment = :assignment and t.not_before <= :now and t.period_to = (
				select min(period_to) from evaluation_task where assignment = :assignment and not_before <= :now)
				order by t.period_to, t.period, t.unit limit :most for update of t skip locked
				""")
			.param("assignment", assignment)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("most", most)
			.query((row, i) -> {
				long run = row.getLong("run");
				return new EvaluationTask(
						new ReportKey(row.getString("unit"), assignment,
								Period.parse(row.getString("period")).orElseThrow()),
						row.getString("cause"), row.wasNull() ? null : run, row.getBoolean("current_rules"),
						row.getInt("failures"));
			})
			.list();
	}

	void done(ReportKey key) {
		this.jdbc.sql("delete from evaluation_task where unit = ? and assignment = ? and period = ?")
			.params(key.unit(), key.assignment(), key.period().toString())
			.update();
	}

	/** Tries again later, ever more seldom. */
	void failed(EvaluationTask task) {
		Duration pause = Duration.ofSeconds(5L << Math.min(task.failures(), 12));
		this.jdbc.sql("""
				update evaluation_task set failures = failures + 1, not_before = ?
				where unit = ? and assignment = ? and period = ?
				""")
			.params(Timestamp
				.from(this.clock.instant().plus((pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause)),
					task.key().unit(), task.key().assignment(), task.key().period().toString())
			.update();
	}

}
