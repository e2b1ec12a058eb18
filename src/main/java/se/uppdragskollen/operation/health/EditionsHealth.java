package se.uppdragskollen.operation.health;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which revision of each edition new reports are judged by; without any there is nothing
 * to hand in.
 */
@Component("editionsHealthIndicator")
class EditionsHealth extends AbstractHealthIndicator {

	private final JdbcClient jdbc;

	EditionsHealth(JdbcClient jdbc) {
		super("the editions cannot be asked for");
		this.jdbc = jdbc;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Map<String, String> loaded = new LinkedHashMap<>();
		this.jdbc.sql("select assignment, edition, revision from edition_revision where current order by 1, 2")
			.query((row) -> {
				loaded.put(row.getString("assignment") + "/" + row.getString("edition"), row.getString("revision"));
			});
		health.status(loaded.isEmpty() ? "OUT_OF_SERVICE" : "UP").withDetail("loaded", loaded);
	}

}
