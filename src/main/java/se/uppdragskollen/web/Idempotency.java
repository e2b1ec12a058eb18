package se.uppdragskollen.web;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.request.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what must not be done twice once, however often it is asked: who does not get the
 * answer asks again with the same {@code Idempotency-Key} and gets it. The key is kept in
 * the same transaction as what was done.
 */
@Component
public class Idempotency {

	private static final String REPLAYED = "Idempotent-Replayed";

	private static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Idempotency(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Does it, or gives the answer that was given before.
	 * @param key the header, null when there is none
	 * @param request what is asked, whole: address and body
	 * @param act does it; a refusal leaves the key free
	 * @throws Refusal when the key is missing, or was used for something else
	 */
	@Transactional
	public ResponseEntity<String> once(Actor actor, @Nullable String key, String request,
			Supplier<? extends ResponseEntity<?>> act) {
		if (key == null || !key.matches("[\\x21-\\x7e]{8,200}")) {
			throw Refusal.invalid("Idempotency-Key", "idempotency-key");
		}
		String fingerprint = Fingerprint.of(request);
		int first = this.jdbc.sql("""
				insert into idempotent_answer (person, key, request, status, body, answered_at)
				values (?, ?, ?, 0, '', ?) on conflict do nothing
				""").params(actor.person(), key, fingerprint, Timestamp.from(this.clock.instant())).update();
		if (first == 0) {
			return replayed(actor, key, fingerprint);
		}
		ResponseEntity<?> answer = act.get();
		String body = (answer.getBody() == null) ? "" : this.json.writeValueAsString(answer.getBody());
		URI location = answer.getHeaders().getLocation();
		this.jdbc.sql("""
				update idempotent_answer set status = :status, location = :location, etag = :etag, body = :body
				where person = :person and key = :key
				""")
			.param("status", answer.getStatusCode().value())
			.param("location", (location == null) ? null : location.toString())
			.param("etag", answer.getHeaders().getETag())
			.param("body", body)
			.param("person", actor.person())
			.param("key", key)
			.update();
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body);
	}

	/** Nobody asks again after a month. */
	@Scheduled(fixedDelay = 24, initialDelay = 1, timeUnit = TimeUnit.HOURS)
	@Transactional
	public void forget() {
		this.jdbc.sql("delete from idempotent_answer where answered_at < ?")
			.param(Timestamp.from(this.clock.instant().minus(KEPT)))
			.update();
	}

	private ResponseEntity<String> replayed(Actor actor, String key, String fingerprint) {
		return this.jdbc.sql("select * from idempotent_answer where person = ? and key = ?")
			.params(actor.person(), key)
			.query((row, i) -> {
				if (!row.getString("request").equals(fingerprint)) {
					throw Refusal.invalid("Idempotency-Key", "idempotency-key-reused");
				}
				HttpHeaders headers = new HttpHeaders();
				if (row.getString("location") != null) {
					headers.setLocation(URI.create(row.getString("location")));
				}
				if (row.getString("etag") != null) {
					headers.setETag(row.getString("etag"));
				}
				headers.set(REPLAYED, "true");
				return ResponseEntity.status(row.getInt("status"))
					.headers(headers)
					.contentType(MediaType.APPLICATION_JSON)
					.body(row.getString("body"));
			})
			.single();
	}

}
