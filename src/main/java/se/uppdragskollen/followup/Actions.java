package se.uppdragskollen.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The actions of cases.
 */
@Repository
class Actions {

	private final JdbcClient jdbc;

	Actions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<AgreedAction> of(long followUpCase) {
		return this.jdbc.sql("select * from agreed_action where case_id = ? order by id")
			.param(followUpCase)
			.query((row, i) -> action(row))
			.list();
	}

	/** Those of several cases, by case. */
	Map<Long, List<AgreedAction>> of(List<Long> cases) {
		Map<Long, List<AgreedAction>> found = new HashMap<>();
		this.jdbc.sql("select * from agreed_action where case_id = any(:cases) order by id")
			.param("cases", cases.toArray(Long[]::new))
			.query((row) -> {
				found.computeIfAbsent(row.getLong("case_id"), (id) -> new ArrayList<>()).add(action(row));
			});
		return found;
	}

	private static AgreedAction action(ResultSet row) throws SQLException {
		return new AgreedAction(row.getLong("id"), row.getString("text"), row.getString("owner"),
				row.getObject("due", LocalDate.class), state(row.getString("state")), Rows.instant(row, "done_at"),
				row.getString("note"), row.getLong("version"));
	}

	Optional<AgreedAction> find(long followUpCase, long id) {
		return of(followUpCase).stream().filter((one) -> one.id() == id).findFirst();
	}

	/** Adds an action, and gives its id. */
	long add(long followUpCase, AgreedAction action) {
		return this.jdbc
			.sql("insert into agreed_action (case_id, text, owner, due, state) values (?, ?, ?, ?, ?) returning id")
			.params(followUpCase, action.text(), action.owner(), action.due(), action.state().word())
			.query(Long.class)
			.single();
	}

	/** Writes an action; its version is the new one. */
	void change(AgreedAction action) {
		this.jdbc.sql("""
				update agreed_action set text = :text, owner = :owner, due = :due, state = :state, done_at = :done_at,
				note = :note, version = :version where id = :id
				""")
			.param("text", action.text())
			.param("owner", action.owner())
			.param("due", action.due())
			.param("state", action.state().word())
			.param("done_at", (action.doneAt() == null) ? null : Timestamp.from(action.doneAt()))
			.param("note", action.note())
			.param("version", action.version())
			.param("id", action.id())
			.update();
	}

	/** What the centre has proposed and nobody has dropped is agreed. */
	void agree(long followUpCase) {
		this.jdbc
			.sql("update agreed_action set state = 'agreed', version = version + 1 "
					+ "where case_id = ? and state = 'proposed'")
			.param(followUpCase)
			.update();
	}

	private static AgreedAction.State state(String word) {
		return Arrays.stream(AgreedAction.State.values())
			.filter((one) -> one.word().equals(word))
			.findFirst()
			.orElseThrow();
	}

}
