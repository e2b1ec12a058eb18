package se.uppdragskollen.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes who did what. What is noted inside a transaction is written as its very last
 * step, so that the chain is held only while the transaction ends, and is never there
 * without the change, nor the change without it.
 */
@Component
public class Audit {

	/** The actor when nobody asked: work that the service does by itself. */
	public static final String SYSTEM = "system";

	/** The actor before a login. */
	public static final String ANONYMOUS = "anonymous";

	/** The key of the request's id in the log's context. */
	public static final String REQUEST = "request";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** All writers of the chain take this lock. */
	private static final long CHAIN = 0x5570_7044_7261_4721L;

	private final JdbcClient jdbc;

	private final Clock clock;

	Audit(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes what somebody does.
	 * @param subject what it is done to, as {@code case:41}
	 * @param unit the unit concerned, null when none
	 * @param details ids, states and fingerprints; never free text of people
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void note(Acting actor, String act, String subject, @Nullable String unit, Map<String, ?> details) {
		note(actor.auditName(), act, subject, unit, details);
	}

	/** Notes what the service, a link's bearer or somebody unknown does. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void note(String actor, String act, String subject, @Nullable String unit, Map<String, ?> details) {
		Pending.current(this)
			.add(new Noted(this.clock.instant().truncatedTo(ChronoUnit.MICROS), actor, act, subject, unit,
					JSON.writeValueAsString(new TreeMap<>(details)), MDC.get(REQUEST)));
	}

	/** Notes something that changed nothing: a login, an export, a denied access. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void noteAlone(String actor, String act, String subject, @Nullable String unit, Map<String, ?> details) {
		note(actor, act, subject, unit, details);
	}

	private void append(List<Noted> events) {
		this.jdbc.sql("select pg_advisory_xact_lock(:chain)").param("chain", CHAIN).query().listOfRows();
		Head head = this.jdbc.sql("select seq, hash from audit_event order by seq desc limit 1")
			.query((row, i) -> new Head(row.getLong(1), row.getString(2)))
			.optional()
			.orElse(new Head(0, AuditEvent.GENESIS));
		for (Noted one : events) {
			long seq = head.seq + 1;
			String hash = AuditEvent.hash(head.hash, seq, one.at, one.actor, one.act, one.subject, one.unit,
					one.details, one.request);
			this.jdbc
				.sql("insert into audit_event (seq, at, actor, act, subject, unit, details, request, previous, hash) "
						+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(Arrays.<@Nullable Object>asList(seq, Timestamp.from(one.at), one.actor, one.act, one.subject,
						one.unit, one.details, one.request, head.hash, hash))
				.update();
			head = new Head(seq, hash);
		}
	}

	private record Head(long seq, String hash) {

	}

	private record Noted(Instant at, String actor, String act, String subject, @Nullable String unit, String details,
			@Nullable String request) {

	}

	/**
	 * What the current transaction has noted so far.
	 */
	private static final class Pending implements TransactionSynchronization {

		private final Audit audit;

		private final List<Noted> events = new ArrayList<>();

		private Pending(Audit audit) {
			this.audit = audit;
		}

		static List<Noted> current(Audit audit) {
			for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
				if (one instanceof Pending pending) {
					return pending.events;
				}
			}
			Pending pending = new Pending(audit);
			TransactionSynchronizationManager.registerSynchronization(pending);
			return pending.events;
		}

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.audit.append(this.events);
		}

	}

}
