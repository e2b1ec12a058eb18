package se.uppdragskollen.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the queue of evaluations stands.
 */
@Component
public class EvaluationQueueState {

	private final JdbcClient jdbc;

	EvaluationQueueState(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether any report waits that has not failed. */
	public boolean waits() {
		return this.jdbc.sql("select exists (select 1 from evaluation_task where failures = 0)")
			.query(Boolean.class)
			.single();
	}

}
