package se.uppdragskollen.followup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;

/**
 * The findings of a period that reviewer and centre have not finished with: nobody has
 * looked at them, or the centre still has time to answer and has not done so.
 */
@Repository
public class UnsettledFindings {

	private final JdbcClient jdbc;

	UnsettledFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The requirements that they are about, by unit.
	 * @param today the last day that an answer may still come on
	 */
	public Map<String, Set<String>> of(String assignment, Period period, LocalDate today) {
		Map<String, Set<String>> found = new HashMap<>();
		this.jdbc.sql("""
				select c.unit, c.requirement, c.lineage from follow_up_case c join finding f on f.case_id = c.id
				where c.assignment = :assignment and f.period = :period and f.kind is not null
				and (c.state = 'proposed' or c.state = 'confirmed' and c.due >= :today)
				""")
			.param("assignment", assignment)
			.param("period", period.toString())
			.param("today", today)
			.query((row, i) -> found.computeIfAbsent(row.getString("unit"), (unit) -> new HashSet<>())
				.addAll(java.util.List.of(row.getString("requirement"), row.getString("lineage"))))
			.list();
		return found;
	}

}
