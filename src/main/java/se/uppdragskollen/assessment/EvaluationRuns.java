package se.uppdragskollen.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * Evaluates a period or the whole region anew. A run is a set of tasks in the queue, so
 * that it goes on where it was when the service stops, in whatever instance.
 */
@Component
public class EvaluationRuns {

	private static final String SELECT = """
			select r.*, (select count(*) from evaluation_task t where t.run = r.id) as waiting, p.name as asker
			from evaluation_run r join person p on p.id = r.asked_by
			""";

	private final JdbcClient jdbc;

	private final EvaluationQueue queue;

	private final Editions editions;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	EvaluationRuns(JdbcClient jdbc, EvaluationQueue queue, Editions editions, Audit audit, Clock clock,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.queue = queue;
		this.editions = editions;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Starts a run over the reports of periods that end when this one does.
	 * @throws Refusal as the other, or when there can be no report for the period yet or
	 * no edition asks for one
	 */
	@Transactional
	public EvaluationRun start(Actor actor, String assignment, Period period, boolean currentRules) {
		actor.require(Act.RUN_EVALUATION);
		LocalDate today = LocalDate.now(this.clock);
		if (period.from().isAfter(today)) {
			throw Refusal.invalid("/period", "run-in-future", period, today);
		}
		if (this.editions.assignments().contains(assignment)
				&& this.editions.inForceOn(assignment, period.to()).isEmpty()) {
			throw Refusal.invalid("/period", "run-without-edition", period);
		}
		return start(actor, assignment, period.to(), period.to(), currentRules);
	}

	/**
	 * Starts a run.
	 * @param from reports of periods that end on this day or later
	 * @param to and on this day at the latest
	 * @param currentRules by the editions as they stand now
	 * @throws Refusal when the actor may not, there is no such assignment, or the days
	 * are the wrong way round
	 */
	@Transactional
	public EvaluationRun start(Actor actor, String assignment, LocalDate from, LocalDate to, boolean currentRules) {
		actor.require(Act.RUN_EVALUATION);
		if (!this.editions.assignments().contains(assignment)) {
			throw Refusal.invalid("/assignment", "assignment-unknown", assignment, this.editions.assignments());
		}
		if (to.isBefore(from)) {
			throw Refusal.invalid("/to", "ends-before-start", from);
		}
		LocalDate today = LocalDate.now(this.clock);
		if (from.getYear() > today.getYear()) {
			throw Refusal.invalid("/from", "run-in-future", from, today);
		}
		Instant now = this.clock.instant();
		long id = this.jdbc
			.sql("""
					insert into evaluation_run (assignment, from_day, to_day, current_rules, state, total, asked_by, asked_at)
					values (?, ?, ?, ?, 'running', 0, ?, ?) returning id
					""")
			.params(assignment, from, to, currentRules, actor.person(), Timestamp.from(now))
			.query(Long.class)
			.single();
		int total = this.queue.askForUnits(assignment, null, from, to, "run", id);
		this.jdbc.sql("update evaluation_run set total = ? where id = ?").params(total, id).update();
		this.audit.note(actor, "run-evaluation", "run:" + id, null, Map.of("assignment", assignment, "from",
				from.toString(), "to", to.toString(), "current_rules", currentRules, "reports", total));
		this.events.publishEvent(new RunStarted(id));
		return get(id);
	}

	/** Stops a run; what it has done stays. */
	@Transactional
	public EvaluationRun cancel(Actor actor, long id) {
		actor.require(Act.RUN_EVALUATION);
		int stopped = this.jdbc
			.sql("update evaluation_run set state = 'cancelled', ended_at = ? where id = ? and state = 'running'")
			.params(Timestamp.from(this.clock.instant()), id)
			.update();
		if (stopped == 0 && get(id).state().equals("done")) {
			throw Refusal.conflict("run-ended");
		}
		if (stopped == 1) {
			this.jdbc.sql("delete from evaluation_task where run = ? and cause = 'run'").param(id).update();
			this.audit.note(actor, "cancel-run", "run:" + id, null, Map.of());
		}
		return get(id);
	}

	/** A run, with how far it has come. */
	public EvaluationRun find(Actor actor, long id) {
		actor.require(Act.READ_OVERVIEW);
		return get(id);
	}

	/** All runs, the newest first. */
	public Page<EvaluationRun> list(Actor actor, PageRequest page) {
		actor.require(Act.READ_OVERVIEW);
		List<EvaluationRun> rows = this.jdbc
			.sql(SELECT + " where (:after = 0 or r.id < :after) order by r.id desc limit :fetch")
			.param("after", page.afterNumber(0))
			.param("fetch", page.fetch())
			.query((row, i) -> run(row))
			.list();
		return page.page(rows, (run) -> List.of(String.valueOf(run.id())));
	}

	/** Marks the runs of which nothing waits any more. */
	@Transactional
	public void finish() {
		this.jdbc.sql("""
				update evaluation_run r set state = 'done', ended_at = ?
				where state = 'running' and not exists (select 1 from evaluation_task t where t.run = r.id)
				returning id
				""")
			.param(Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.list()
			.forEach((id) -> this.audit.note(Audit.SYSTEM, "end-run", "run:" + id, null, Map.of()));
	}

	private EvaluationRun get(long id) {
		return this.jdbc.sql(SELECT + " where r.id = ?")
			.param(id)
			.query((row, i) -> run(row))
			.optional()
			.orElseThrow(() -> Refusal.notFound("run", id));
	}

	private static EvaluationRun run(ResultSet row) throws SQLException {
		Timestamp ended = row.getTimestamp("ended_at");
		@Nullable Instant endedAt = (ended == null) ? null : ended.toInstant();
		return new EvaluationRun(row.getLong("id"), row.getString("assignment"),
				row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
				row.getBoolean("current_rules"), row.getString("state"), row.getInt("total"), row.getInt("waiting"),
				row.getInt("changed"), row.getLong("asked_by"), row.getString("asker"),
				row.getTimestamp("asked_at").toInstant(), endedAt);
	}

	/**
	 * A run has been asked for; published inside the transaction.
	 */
	record RunStarted(long run) {

	}

}
