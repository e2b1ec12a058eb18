package se.uppdragskollen.followup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Notes before dialogues. Those that are taken away are kept, unread.
 */
@Repository
class DialogueNotes {

	/** More nobody reads before a dialogue. */
	static final int MOST = 100;

	private final JdbcClient jdbc;

	DialogueNotes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a person may read about a unit, the newest first. */
	List<DialogueNote> of(String unit, long person) {
		return this.jdbc.sql("""
				select n.*, p.name from dialogue_note n join person p on p.id = n.written_by
				where n.unit = :unit and n.removed_at is null and (n.shared or n.written_by = :person)
				order by n.id desc limit :most
				""")
			.param("unit", unit)
			.param("person", person)
			.param("most", MOST)
			.query((row, i) -> new DialogueNote(row.getLong("id"), row.getString("text"), row.getBoolean("shared"),
					row.getString("name"), row.getTimestamp("written_at").toInstant(),
					row.getLong("written_by") == person))
			.list();
	}

	long add(String unit, String text, boolean shared, long person, Instant at) {
		return this.jdbc.sql("""
				insert into dialogue_note (unit, text, shared, written_by, written_at) values (?, ?, ?, ?, ?)
				returning id
				""").params(unit, text, shared, person, Timestamp.from(at)).query(Long.class).single();
	}

	/** Takes a person's own note away; tells whether there was one. */
	boolean remove(String unit, long id, long person, Instant at) {
		return this.jdbc.sql("""
				update dialogue_note set removed_at = ?
				where id = ? and unit = ? and written_by = ? and removed_at is null
				""").params(Timestamp.from(at), id, unit, person).update() > 0;
	}

}
