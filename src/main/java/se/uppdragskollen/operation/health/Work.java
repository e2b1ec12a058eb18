package se.uppdragskollen.operation.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the service still has to do.
 */
@Repository
class Work {

	private final JdbcClient jdbc;

	private final Clock clock;

	Work(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The evaluations that wait. */
	Waiting waiting() {
		return this.jdbc
			.sql("select count(*) as tasks, count(*) filter (where failures > 0) as failing, min(asked_at) as oldest "
					+ "from evaluation_task")
			.query((row, i) -> new Waiting(row.getLong("tasks"), row.getLong("failing"),
					age((row.getTimestamp("oldest") == null) ? null : row.getTimestamp("oldest").toInstant())))
			.single();
	}

	/** Drafts of reports that are not handed in. */
	long drafts() {
		return this.jdbc.sql("select count(*) from draft").query(Long.class).single();
	}

	/** The mail that waits or was given up. */
	Mail mail() {
		return this.jdbc.sql("""
				select count(*) filter (where state = 'waiting') as waiting,
				count(*) filter (where state = 'waiting' and answer is not null) as failing,
				count(*) filter (where state = 'given-up') as given_up
				from notice where state in ('waiting', 'given-up')
				""")
			.query((row, i) -> new Mail(row.getLong("waiting"), row.getLong("failing"), row.getLong("given_up")))
			.single();
	}

	private Duration age(@Nullable Instant oldest) {
		return (oldest == null) ? Duration.ZERO : Duration.between(oldest, this.clock.instant());
	}

	/**
	 * Evaluations that wait.
	 *
	 * @param tasks how many
	 * @param failing how many of them have failed before
	 * @param oldest how long the oldest has waited
	 */
	record Waiting(long tasks, long failing, Duration oldest) {

	}

	/**
	 * Mail.
	 *
	 * @param waiting how many notices wait
	 * @param failing how many of them could not be sent before
	 * @param givenUp how many were given up, as long as that is kept
	 */
	record Mail(long waiting, long failing, long givenUp) {

	}

}
