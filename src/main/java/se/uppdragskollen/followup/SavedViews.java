package se.uppdragskollen.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views of the work list that people have named; each knows their own only.
 */
@Repository
class SavedViews {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	SavedViews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By their names. */
	List<SavedView> of(long person) {
		return this.jdbc
			.sql("select id, name, fields::text, opens from work_view where person = ? order by lower(name)")
			.param(person)
			.query(SavedViews::view)
			.list();
	}

	/** The same, and nobody else changes them until the transaction ends. */
	List<SavedView> lock(long person) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 6))")
			.param("what", "work-views:" + person)
			.query()
			.listOfRows();
		return of(person);
	}

	Optional<SavedView> opening(long person) {
		return this.jdbc.sql("select id, name, fields::text, opens from work_view where person = ? and opens")
			.param(person)
			.query(SavedViews::view)
			.optional();
	}

	long add(long person, String name, Map<String, String> fields) {
		return this.jdbc.sql("insert into work_view (person, name, fields) values (?, ?, ?::jsonb) returning id")
			.params(person, name, JSON.writeValueAsString(fields))
			.query(Long.class)
			.single();
	}

	void rename(long id, String name) {
		this.jdbc.sql("update work_view set name = ? where id = ?").params(name, id).update();
	}

	/** Makes one the one that the list opens with, or none. */
	void open(long person, long id) {
		this.jdbc.sql("update work_view set opens = false where person = ? and opens").param(person).update();
		this.jdbc.sql("update work_view set opens = true where person = ? and id = ?").params(person, id).update();
	}

	void remove(long id) {
		this.jdbc.sql("delete from work_view where id = ?").param(id).update();
	}

	private static SavedView view(ResultSet row, int number) throws SQLException {
		return new SavedView(row.getLong("id"), row.getString("name"), JSON.readValue(row.getString("fields"), FIELDS),
				row.getBoolean("opens"));
	}

}
