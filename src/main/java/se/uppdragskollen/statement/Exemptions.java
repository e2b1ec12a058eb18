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
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;

/**
 * Exemptions, from the proposal on.
 */
@Repository
class Exemptions {

	private static final String SELECT = """
			select x.*, u.name as unit_name, p.name as proposer, d.name as decider, e.name as ender
			from exemption x join unit u on u.id = x.unit join person p on p.id = x.proposed_by
			left join person d on d.id = x.decided_by left join person e on e.id = x.ended_by
			""";

	private final JdbcClient jdbc;

	Exemptions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An exemption, and who proposed it. */
	record Held(StatedExemption exemption, long proposer) {

	}

	long add(StatedExemption exemption, long person) {
		return this.jdbc.sql("""
				insert into exemption (unit, assignment, requirement, from_day, to_day, reason, state, proposed_by,
				                       proposed_at)
				values (?, ?, ?, ?, ?, ?, 'proposed', ?, ?) returning id
				""")
			.params(exemption.unit(), exemption.assignment(), exemption.requirement(), exemption.from(), exemption.to(),
					exemption.reason(), person, Timestamp.from(exemption.proposedAt()))
			.query(Long.class)
			.single();
	}

	Optional<StatedExemption> find(long id) {
		return this.jdbc.sql(SELECT + "where x.id = ?").param(id).query(Exemptions::stated).optional();
	}

	/** Whether somebody proposed it. */
	boolean isProposedBy(long id, long person) {
		return this.jdbc.sql("select exists (select 1 from exemption where id = ? and proposed_by = ?)")
			.params(id, person)
			.query(Boolean.class)
			.single();
	}

	/** The exemption; nobody else changes it until the transaction ends. */
	Optional<Held> forChange(long id) {
		return this.jdbc.sql(SELECT + "where x.id = ? for update of x")
			.param(id)
			.query((row, number) -> new Held(stated(row, number), row.getLong("proposed_by")))
			.optional();
	}

	/**
	 * Another one that counts on some of the same days.
	 * @param proposed also one that waits for its decision
	 */
	Optional<StatedExemption> overlapping(StatedExemption exemption, boolean proposed) {
		return this.jdbc.sql(SELECT + """
				where x.unit = :unit and x.assignment = :assignment and x.requirement = :requirement and x.id <> :id
				  and (x.state in ('approved', 'ended') or :proposed and x.state = 'proposed') and x.from_day <= :to
				  and least(x.to_day, x.ended_on) >= greatest(:from, x.from_day)
				order by x.from_day limit 1
				""")
			.param("unit", exemption.unit())
			.param("assignment", exemption.assignment())
			.param("requirement", exemption.requirement())
			.param("proposed", proposed)
			.param("id", exemption.id())
			.param("from", exemption.from())
			.param("to", exemption.to())
			.query(Exemptions::stated)
			.optional();
	}

	void decide(long id, boolean approved, long person, String name, Instant at, @Nullable String reason) {
		this.jdbc.sql("""
				update exemption set state = :state, decided_by = :person, decided_at = :at, decision_reason = :reason,
				       approver = :approver, version = version + 1
				where id = :id
				""")
			.param("state", (approved ? ExemptionState.APPROVED : ExemptionState.REFUSED).word())
			.param("person", person)
			.param("at", Timestamp.from(at))
			.param("reason", reason)
			.param("approver", approved ? name : null)
			.param("id", id)
			.update();
	}

	void end(long id, LocalDate day, long person, Instant at, String reason) {
		this.jdbc.sql("""
				update exemption set state = 'ended', ended_on = ?, ended_by = ?, ended_at = ?, end_reason = ?,
				       version = version + 1
				where id = ?
				""").params(day, person, Timestamp.from(at), reason, id).update();
	}

	void withdraw(long id, Instant at) {
		this.jdbc.sql("""
				update exemption set state = 'withdrawn', withdrawn_at = ?, version = version + 1 where id = ?
				""").params(Timestamp.from(at), id).update();
	}

	/** How many wait for a decision, by whether this person may take it. */
	WaitingExemptions waiting(Reach reach, Reach decides, long person) {
		return this.jdbc.sql("""
				select count(*) as every, count(*) filter (where x.proposed_by <> :person
				  and (:decides or x.unit = any(:deciding)) and x.unit <> all(:except)) as mine
				from exemption x where x.state = 'proposed' and (:all or x.unit = any(:reached))
				""")
			.param("person", person)
			.param("decides", decides.all())
			.param("deciding", decides.unitArray())
			.param("except", decides.exceptArray())
			.param("all", reach.all())
			.param("reached", reach.unitArray())
			.query((row, number) -> new WaitingExemptions(row.getInt("mine"), row.getInt("every") - row.getInt("mine")))
			.single();
	}

	/** The latest first. */
	Page<StatedExemption> page(Reach reach, ExemptionFilter filter, PageRequest page) {
		List<StatedExemption> exemptions = this.jdbc.sql(SELECT + """
				where (:all or x.unit = any(:reached))
				  and (cast(:unit as text) is null or x.unit = :unit)
				  and (cast(:assignment as text) is null or x.assignment = :assignment)
				  and (cast(:requirement as text) is null or x.requirement = :requirement)
				  and (cast(:state as text) is null or x.state = :state)
				  and (:first or x.id < :id)
				order by x.id desc limit :fetch
				""")
			.param("all", reach.all())
			.param("reached", reach.unitArray())
			.param("unit", filter.unit())
			.param("assignment", filter.assignment())
			.param("requirement", filter.requirement())
			.param("state", (filter.state() == null) ? null : filter.state().word())
			.param("first", page.isFirst())
			.param("id", page.afterNumber(0))
			.param("fetch", page.fetch())
			.query(Exemptions::stated)
			.list();
		return page.page(exemptions, (one) -> List.of(String.valueOf(one.id())));
	}

	private static StatedExemption stated(ResultSet row, int number) throws SQLException {
		return new StatedExemption(row.getLong("id"), row.getString("unit"), row.getString("unit_name"),
				row.getString("assignment"), row.getString("requirement"), row.getObject("from_day", LocalDate.class),
				row.getObject("to_day", LocalDate.class), row.getString("reason"),
				Words.of(ExemptionState.class, row.getString("state")), row.getString("proposer"),
				row.getTimestamp("proposed_at").toInstant(), row.getString("decider"), at(row, "decided_at"),
				row.getString("decision_reason"), row.getObject("ended_on", LocalDate.class), row.getString("ender"),
				at(row, "ended_at"), row.getString("end_reason"), at(row, "withdrawn_at"), row.getLong("version"));
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at == null) ? null : at.toInstant();
	}

}
