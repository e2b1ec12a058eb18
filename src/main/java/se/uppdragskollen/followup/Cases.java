package se.uppdragskollen.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Reach;

/**
 * The cases one by one, with what was said and done.
 */
@Repository
class Cases {

	static final String SELECT = """
			select c.*, u.name as unit_name, p.name as reviewer_name
			from follow_up_case c join unit u on u.id = c.unit left join person p on p.id = c.reviewer
			""";

	/**
	 * The region sees all but its people's own centres; a centre what a reviewer has
	 * confirmed.
	 */
	static final String VISIBLE = """
			 (:all and c.unit <> all(:own)
			  or (c.unit = any(:units) or :all and c.unit = any(:own))
			     and c.confirmed_at is not null and c.state not in ('proposed', 'dismissed'))
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Cases(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A case, if the actor may know of it. */
	Optional<FollowUpCase> find(Actor actor, long id) {
		return visible(actor, SELECT + "where c.id = :id and" + VISIBLE, id);
	}

	/** Those of the cases that the actor may know of. */
	List<FollowUpCase> find(Actor actor, List<Long> ids) {
		return seenBy(actor, this.jdbc.sql(SELECT + "where c.id = any(:ids) and" + VISIBLE))
			.param("ids", ids.toArray(Long[]::new))
			.query(Cases::followUpCase)
			.list();
	}

	/** The same, and nobody else changes it until the transaction ends. */
	Optional<FollowUpCase> lock(Actor actor, long id) {
		return visible(actor, SELECT + "where c.id = :id and" + VISIBLE + "for update of c", id);
	}

	private Optional<FollowUpCase> visible(Actor actor, String sql, long id) {
		return seenBy(actor, this.jdbc.sql(sql)).param("id", id).query(Cases::followUpCase).optional();
	}

	/** Whether the actor sees what the region keeps to itself about a unit. */
	static boolean isInside(Actor actor, String unit) {
		return actor.reach(Act.READ_CASES).all() && !actor.own().contains(unit);
	}

	static JdbcClient.StatementSpec seenBy(Actor actor, JdbcClient.StatementSpec statement) {
		Reach reach = actor.reach(Act.READ_CASES);
		return statement.param("all", reach.all())
			.param("units", reach.unitArray())
			.param("own", actor.own().toArray(String[]::new));
	}

	/**
	 * The other cases of the same requirement that somebody has decided on, the newest
	 * first.
	 */
	List<FollowUpCase> decided(Actor actor, FollowUpCase about, int most) {
		return seenBy(actor, this.jdbc.sql(SELECT + """
				where :all and c.unit <> all(:own) and c.unit <> all(:units)
				and c.assignment = :assignment and c.lineage = :lineage and c.id <> :id
				and (c.confirmed_at is not null or c.state = 'dismissed')
				order by c.id desc limit :most
				""")).param("assignment", about.assignment())
			.param("lineage", about.lineage())
			.param("id", about.id())
			.param("most", most)
			.query(Cases::followUpCase)
			.list();
	}

	/** Whether another case of the same requirement and unit is open. */
	boolean hasOpen(FollowUpCase one) {
		return this.jdbc.sql("""
				select exists (select 1 from follow_up_case where unit = ? and assignment = ? and lineage = ?
				and state not in ('closed', 'dismissed') and id <> ?)
				""").params(one.unit(), one.assignment(), one.lineage(), one.id()).query(Boolean.class).single();
	}

	List<Finding> findings(long id) {
		return this.jdbc.sql("select * from finding where case_id = ? order by period_to, period")
			.param(id)
			.query((row, i) -> Rows.finding(row))
			.list();
	}

	/** How it went with several cases, by case, the oldest period first. */
	Map<Long, List<Finding>> findings(List<Long> cases) {
		Map<Long, List<Finding>> found = new HashMap<>();
		this.jdbc.sql("select * from finding where case_id = any(:cases) order by period_to, period")
			.param("cases", cases.toArray(Long[]::new))
			.query((row) -> {
				found.computeIfAbsent(row.getLong("case_id"), (id) -> new ArrayList<>()).add(Rows.finding(row));
			});
		return found;
	}

	/** The open cases of a unit that it has to do with, the oldest first. */
	List<FollowUpCase> shared(String unit) {
		return this.jdbc
			.sql(SELECT + "where c.unit = :unit and c.confirmed_at is not null and c.state = any(:states) "
					+ "order by c.id")
			.param("unit", unit)
			.param("states", CaseState.SHARED.stream().map(CaseState::word).toArray(String[]::new))
			.query(Cases::followUpCase)
			.list();
	}

	/** What was said and done, the oldest first. */
	List<DoneAct> acts(List<Long> cases) {
		return this.jdbc.sql("""
				select a.*, p.name from case_act a left join person p on p.id = a.by_person
				where a.case_id = any(:cases) order by a.id
				""").param("cases", cases.toArray(Long[]::new)).query((row, i) -> {
			String from = row.getString("from_state");
			Long person = Rows.id(row, "by_person");
			return new DoneAct(row.getLong("id"), row.getLong("case_id"), CaseAct.of(row.getString("act")),
					(from == null) ? null : CaseState.of(from), CaseState.of(row.getString("to_state")),
					row.getString("text"), row.getBoolean("shared"), row.getObject("due", LocalDate.class),
					row.getString("about"), (person == null) ? null : new PersonName(person, row.getString("name")),
					row.getTimestamp("at").toInstant());
		}).list();
	}

	/** Writes what is changed; keys are columns of ours. */
	void change(FollowUpCase one, Map<String, @Nullable Object> columns) {
		String set = columns.keySet()
			.stream()
			.sorted()
			.map((name) -> name + " = :" + name + ", ")
			.collect(Collectors.joining());
		this.jdbc.sql("update follow_up_case set " + set + "version = version + 1 where id = :id")
			.params(columns)
			.param("id", one.id())
			.update();
	}

	/** Notes what somebody said or did. */
	void note(Actor actor, FollowUpCase one, CaseAct act, CaseState to, String text, boolean shared,
			@Nullable LocalDate due, @Nullable String about) {
		this.jdbc.sql("""
				insert into case_act (case_id, act, from_state, to_state, text, shared, due, about, by_person, at)
				values (:case, :act, :from, :to, :text, :shared, :due, :about, :person, :now)
				""")
			.param("case", one.id())
			.param("act", act.word())
			.param("from", one.state().word())
			.param("to", to.word())
			.param("text", text)
			.param("shared", shared)
			.param("due", due)
			.param("about", about)
			.param("person", actor.person())
			.param("now", now())
			.update();
	}

	/** Whether a person is there who may review the unit. */
	boolean isReviewerOf(long person, String unit) {
		return this.jdbc.sql("""
				select exists (select 1 from person p join person_role r on r.person = p.id
				where p.id = :person and p.active and not p.system and r.role = 'reviewer'
				and not exists (select 1 from person_role o where o.person = p.id and o.unit = :unit))
				""").param("person", person).param("unit", unit).query(Boolean.class).single();
	}

	Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	static FollowUpCase followUpCase(ResultSet row, int number) throws SQLException {
		return new FollowUpCase(row.getLong("id"), row.getString("unit"), row.getString("unit_name"),
				row.getString("assignment"), row.getString("edition"), row.getString("lineage"),
				row.getString("requirement"), row.getString("chapter"), Rows.kind(row.getString("kind")),
				Rows.severity(row.getString("severity")), Course.of(row.getString("course")),
				CaseState.of(row.getString("state")), Rows.id(row, "earlier"), row.getString("ladder_step"),
				row.getString("proposed_step"), Rows.id(row, "proposed_by"), Rows.period(row.getString("first_period")),
				Rows.period(row.getString("last_period")), row.getObject("recheck_after", LocalDate.class),
				Rows.id(row, "reviewer"), row.getString("reviewer_name"), row.getObject("due", LocalDate.class),
				row.getTimestamp("opened_at").toInstant(), Rows.instant(row, "confirmed_at"),
				Rows.instant(row, "closed_at"), row.getLong("version"));
	}

}
