package se.uppdragskollen.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Reach;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;

/**
 * Signals, one by one. Rows are never removed or changed, only withdrawn.
 */
@Repository
class StatedSignals {

	private static final String SELECT = """
			select s.*, u.name as unit_name, e.name as enterer, w.name as withdrawer
			from signal s join unit u on u.id = s.unit left join person e on e.id = s.entered_by left join person w on w.id = s.withdrawn_by
			""";

	private final JdbcClient jdbc;

	StatedSignals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a signal.
	 * @param person who noted it, null when it came by a link
	 */
	long add(StatedSignal signal, @Nullable Long person) {
		return this.jdbc.sql("""
				insert into signal (unit, assignment, direction, counterpart, organisation, flag, requirement, text,
				                    on_day, entered_by, link, entered_at)
				values (:unit, :assignment, :direction, :counterpart, :organisation, :flag, :requirement, :text, :day,
				        :person, :link, :at) returning id
				""")
			.param("unit", signal.unit())
			.param("assignment", signal.assignment())
			.param("direction", signal.direction().word())
			.param("counterpart", signal.counterpart().word())
			.param("organisation", signal.organisation())
			.param("flag", signal.flag().word())
			.param("requirement", signal.requirement())
			.param("text", signal.text())
			.param("day", signal.date())
			.param("person", person)
			.param("link", signal.link())
			.param("at", Timestamp.from(signal.enteredAt()))
			.query(Long.class)
			.single();
	}

	/** Withdraws it; tells whether it was not before. */
	boolean withdraw(long id, long person, Instant at, String reason) {
		return this.jdbc.sql("""
				update signal set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?
				where id = ? and withdrawn_at is null
				""").params(Timestamp.from(at), person, reason, id).update() > 0;
	}

	Optional<StatedSignal> find(long id) {
		return this.jdbc.sql(SELECT + "where s.id = ?").param(id).query(StatedSignals::stated).optional();
	}

	/** The latest first. */
	Page<StatedSignal> page(Reach reach, SignalFilter filter, PageRequest page) {
		List<StatedSignal> signals = this.jdbc.sql(SELECT + """
				where (:all or s.unit = any(:reached))
				  and (cast(:unit as text) is null or s.unit = :unit)
				  and (cast(:assignment as text) is null or s.assignment = :assignment)
				  and (cast(:direction as text) is null or s.direction = :direction)
				  and (cast(:counterpart as text) is null or s.counterpart = :counterpart)
				  and (cast(:flag as text) is null or s.flag = :flag)
				  and (:withdrawn or s.withdrawn_at is null)
				  and (not :unmarked or not exists (select 1 from signal_mark m where m.signal = s.id))
				  and (:first or (s.on_day, s.id) < (cast(:day as date), :id))
				order by s.on_day desc, s.id desc limit :fetch
				""")
			.param("all", reach.all())
			.param("reached", reach.unitArray())
			.param("unit", filter.unit())
			.param("assignment", filter.assignment())
			.param("direction", word(filter.direction()))
			.param("counterpart", word(filter.counterpart()))
			.param("flag", word(filter.flag()))
			.param("withdrawn", filter.withdrawn())
			.param("unmarked", filter.unmarked())
			.param("first", page.isFirst())
			.param("day", Cursors.day(page, 0))
			.param("id", page.afterNumber(1))
			.param("fetch", page.fetch())
			.query(StatedSignals::stated)
			.list();
		return page.page(signals, (one) -> List.of(one.date().toString(), String.valueOf(one.id())));
	}

	private static @Nullable String word(@Nullable Word word) {
		return (word == null) ? null : word.word();
	}

	private static StatedSignal stated(ResultSet row, int number) throws SQLException {
		Timestamp withdrawn = row.getTimestamp("withdrawn_at");
		return new StatedSignal(row.getLong("id"), row.getString("unit"), row.getString("unit_name"),
				row.getString("assignment"), Words.of(Direction.class, row.getString("direction")),
				Words.of(Counterpart.class, row.getString("counterpart")), row.getString("organisation"),
				Words.of(Flag.class, row.getString("flag")), row.getString("requirement"), row.getString("text"),
				row.getObject("on_day", LocalDate.class), row.getString("enterer"),
				row.getTimestamp("entered_at").toInstant(), row.getObject("link", Long.class),
				(withdrawn == null) ? null : withdrawn.toInstant(), row.getString("withdrawer"),
				row.getString("withdrawn_reason"));
	}

}
