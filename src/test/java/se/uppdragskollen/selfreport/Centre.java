package se.uppdragskollen.selfreport;

import java.util.concurrent.atomic.AtomicInteger;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A health centre of a test's own, with its people and what they do most.
 */
public record Centre(RunningService service, String unit, Client reporter, Client manager) {

	static final String MONTH = "2025-06";

	private static final AtomicInteger KEYS = new AtomicInteger();

	public static Centre of(RunningService service) {
		String unit = service.unit();
		return new Centre(service, unit, service.person(Role.REPORTER, unit), service.person(Role.MANAGER, unit));
	}

	public String path(String period) {
		return "/api/v1/units/" + this.unit + "/reports/kalmar-halsoval/" + period;
	}

	public Answer open(String period) {
		return this.reporter.post(path(period) + "/draft", "");
	}

	public Answer save(String period, long version, String entries) {
		return this.reporter.put(path(period) + "/draft", "{\"entries\": " + entries + "}", "If-Match",
				"\"" + version + "\"");
	}

	public Answer submit(String period, long version, String body) {
		return this.manager.post(path(period) + "/submissions", body, "If-Match", "\"" + version + "\"",
				"Idempotency-Key", key());
	}

	public static String key() {
		return "key-0000" + KEYS.incrementAndGet();
	}

	/** Hands in a report of its own. */
	public Answer handIn(String period, String entries) {
		Answer opened = open(period);
		assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
		Answer saved = save(period, 1, entries);
		assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
		Answer submitted = submit(period, 2, "{\"confirm\": true}");
		assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
		return submitted;
	}

	public Answer report(String period) {
		return this.manager.get(path(period));
	}

	public String status(String period) {
		return report(period).json().path("report").path("status").asString();
	}

}
