package se.uppdragskollen.operation.health;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers and can be written to, and which tables it has.
 */
@Component("databaseHealthIndicator")
class DatabaseHealth extends AbstractHealthIndicator {

	private final JdbcClient jdbc;

	DatabaseHealth(JdbcClient jdbc) {
		super("the database does not answer");
		this.jdbc = jdbc;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		this.jdbc.sql("""
				select current_setting('server_version') as version, pg_is_in_recovery() as standby,
					(select version from flyway_schema_history
						where success and version is not null order by installed_rank desc limit 1) as tables
				""").query((row) -> {
			health.status(row.getBoolean("standby") ? "OUT_OF_SERVICE" : "UP")
				.withDetail("server", row.getString("version"))
				.withDetail("tables", row.getString("tables"));
		});
	}

}
