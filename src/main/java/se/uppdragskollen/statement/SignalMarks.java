package se.uppdragskollen.statement;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was done about signals. Rows are never removed or changed.
 */
@Repository
class SignalMarks {

	private final JdbcClient jdbc;

	SignalMarks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By signal, the first told first. */
	Map<Long, List<SignalMark>> of(Collection<Long> signals) {
		Map<Long, List<SignalMark>> found = new HashMap<>();
		this.jdbc.sql("""
				select m.signal, m.text, m.marked_at, p.name from signal_mark m join person p on p.id = m.marked_by
				where m.signal = any(:signals) order by m.id
				""").param("signals", signals.toArray(Long[]::new)).query((row) -> {
			SignalMark mark = new SignalMark(row.getLong("signal"), row.getString("text"), row.getString("name"),
					row.getTimestamp("marked_at").toInstant());
			found.computeIfAbsent(mark.signal(), (id) -> new ArrayList<>()).add(mark);
		});
		return found;
	}

	void add(long signal, String text, long person, Instant at) {
		this.jdbc.sql("insert into signal_mark (signal, text, marked_by, marked_at) values (?, ?, ?, ?)")
			.params(signal, text, person, Timestamp.from(at))
			.update();
	}

}
