package se.uppdragskollen.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proves that the log of who did what is whole: no event changed, left out, put in or cut
 * off at the end. The end is only proven as far as checkpoints tell that were kept
 * elsewhere.
 */
@Component
public class AuditChain {

	private static final int FETCHED_AT_ONCE = 5000;

	/** More than that nobody reads. */
	private static final int MOST_FAULTS = 20;

	private final JdbcClient jdbc;

	public AuditChain(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Goes through the whole chain.
	 * @param checkpoints that must be met, in any order
	 */
	public Proof verify(List<Checkpoint> checkpoints) {
		Walk walk = new Walk(checkpoints);
		List<AuditEvent> some = after(Long.MIN_VALUE);
		while (!some.isEmpty()) {
			some.forEach(walk::take);
			some = after(some.get(some.size() - 1).seq());
		}
		return walk.end();
	}

	private List<AuditEvent> after(long seq) {
		return this.jdbc.sql("select * from audit_event where seq > ? order by seq limit ?")
			.params(seq, FETCHED_AT_ONCE)
			.query((row, i) -> event(row))
			.list();
	}

	/** Where the chain ends now, nothing while it is empty. */
	public Optional<Checkpoint> head() {
		return this.jdbc.sql("select seq, hash from audit_event order by seq desc limit 1")
			.query((row, i) -> new Checkpoint(row.getLong(1), row.getString(2)))
			.optional();
	}

	static AuditEvent event(ResultSet row) throws SQLException {
		return new AuditEvent(row.getLong("seq"), row.getTimestamp("at").toInstant(), row.getString("actor"),
				row.getString("act"), row.getString("subject"), row.getString("unit"), row.getString("details"),
				row.getString("request"), row.getString("previous"), row.getString("hash"));
	}

	/**
	 * The chain's end at some time, kept where nobody who can write to the database can.
	 *
	 * @param seq the last event's place
	 * @param hash its hash
	 */
	public record Checkpoint(long seq, String hash) {

		/** Written on a line: {@code 41 sha256:…}. */
		@Override
		public String toString() {
			return this.seq + " " + this.hash;
		}

		/** The checkpoint on a line, or nothing when there is none. */
		public static Optional<Checkpoint> parse(String line) {
			String[] words = line.strip().split("\\s+");
			boolean ours = words.length >= 2 && words[0].matches("\\d{1,18}")
					&& words[1].matches("sha256:[0-9a-f]{64}");
			return ours ? Optional.of(new Checkpoint(Long.parseLong(words[0]), words[1])) : Optional.empty();
		}

	}

	/**
	 * What the walk found.
	 *
	 * @param events how many events
	 * @param head where the chain ends, null while it is empty
	 * @param faults what is wrong, the first of them
	 */
	public record Proof(long events, @Nullable Checkpoint head, List<Fault> faults) {

		public boolean holds() {
			return this.faults.isEmpty();
		}

	}

	/**
	 * Something that is wrong.
	 *
	 * @param seq at which event
	 * @param kind {@code changed}, {@code gap}, {@code broken}, {@code checkpoint} or
	 * {@code cut}
	 */
	public record Fault(long seq, String kind) {

	}

	private static final class Walk {

		private final List<Checkpoint> open;

		private final List<Fault> faults = new ArrayList<>();

		private long count;

		private Checkpoint last = new Checkpoint(0, AuditEvent.GENESIS);

		Walk(List<Checkpoint> checkpoints) {
			this.open = new ArrayList<>(checkpoints);
		}

		void take(AuditEvent event) {
			this.count++;
			if (event.seq() != this.last.seq() + 1) {
				fault(this.last.seq() + 1, "gap");
			}
			if (!event.previous().equals(this.last.hash())) {
				fault(event.seq(), "broken");
			}
			if (!event.isIntact()) {
				fault(event.seq(), "changed");
			}
			this.open.removeIf((checkpoint) -> {
				if (checkpoint.seq() == event.seq() && !checkpoint.hash().equals(event.hash())) {
					fault(event.seq(), "checkpoint");
				}
				return checkpoint.seq() == event.seq();
			});
			this.last = new Checkpoint(event.seq(), event.hash());
		}

		Proof end() {
			this.open.forEach((checkpoint) -> fault(checkpoint.seq(), "cut"));
			return new Proof(this.count, (this.count == 0) ? null : this.last, List.copyOf(this.faults));
		}

		private void fault(long seq, String kind) {
			if (this.faults.size() < MOST_FAULTS) {
				this.faults.add(new Fault(seq, kind));
			}
		}

	}

}
