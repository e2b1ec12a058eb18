package se.uppdragskollen.followup;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;

/**
 * Counts the cases that somebody may know of, the same ones that {@link ReadCases} lists.
 */
@Component
@Transactional(readOnly = true)
public class CountCases {

	private final JdbcClient jdbc;

	private final CaseDeadlines deadlines;

	CountCases(JdbcClient jdbc, CaseDeadlines deadlines) {
		this.jdbc = jdbc;
		this.deadlines = deadlines;
	}

	/** All of them. */
	public CaseCounts all(Actor actor) {
		actor.require(Act.READ_CASES);
		Map<CaseState, Integer> states = new EnumMap<>(CaseState.class);
		int[] sums = new int[2];
		LocalDate today = this.deadlines.today();
		Cases.seenBy(actor, this.jdbc.sql("""
				select c.state, count(*) as every, count(*) filter (where c.due < :today) as overdue,
				count(*) filter (where c.reviewer = :person and c.closed_at is null) as mine
				from follow_up_case c where""" + Cases.VISIBLE + "group by c.state"))
			.param("today", today)
			.param("person", actor.person())
			.query((ResultSet row) -> {
				states.put(CaseState.of(row.getString("state")), row.getInt("every"));
				sums[0] += row.getInt("overdue");
				sums[1] += row.getInt("mine");
			});
		return new CaseCounts(states, sums[0], sums[1]);
	}

	/** Those of units, for each that has any open. */
	public Map<String, UnitCases> byUnit(Actor actor, Collection<String> units) {
		actor.require(Act.READ_CASES);
		Map<String, UnitCases> found = new HashMap<>();
		Cases.seenBy(actor, this.jdbc.sql("""
				select c.unit, count(*) as open, count(*) filter (where c.state = 'proposed') as proposed,
				count(*) filter (where c.due < :today) as overdue
				from follow_up_case c where""" + Cases.VISIBLE + """
				and c.closed_at is null and c.unit = any(:asked) group by c.unit
				"""))
			.param("today", this.deadlines.today())
			.param("asked", units.toArray(String[]::new))
			.query((ResultSet row) -> {
				found.put(row.getString("unit"),
						new UnitCases(row.getInt("open"), row.getInt("proposed"), row.getInt("overdue")));
			});
		return found;
	}

}
