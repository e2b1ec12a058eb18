package se.uppdragskollen.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * The region at a glance: for each requirement of a period how many units have which
 * outcome.
 */
@Repository
public class Overview {

	private final JdbcClient jdbc;

	Overview(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The counts of a period, by requirement. */
	public List<Row> of(Actor actor, String assignment, Period period) {
		actor.require(Act.READ_OVERVIEW);
		Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
		Map<String, String> chapters = new LinkedHashMap<>();
		this.jdbc.sql("""
				select requirement, chapter, outcome, count(*) as units from outcome
				where assignment = ? and period = ? and period_to = ? group by requirement, chapter, outcome
				order by length(regexp_replace(requirement, '\\D', '', 'g')), requirement
				""").params(assignment, period.toString(), period.to()).query((row, i) -> {
			String requirement = row.getString("requirement");
			chapters.put(requirement, row.getString("chapter"));
			return counts.computeIfAbsent(requirement, (id) -> none())
				.put(row.getString("outcome"), row.getInt("units"));
		}).list();
		List<Row> rows = new ArrayList<>();
		counts.forEach(
				(requirement, own) -> rows.add(new Row(requirement, String.valueOf(chapters.get(requirement)), own)));
		return rows;
	}

	private static Map<String, Integer> none() {
		Map<String, Integer> none = new LinkedHashMap<>();
		for (OutcomeKind kind : OutcomeKind.values()) {
			none.put(kind.word(), 0);
		}
		return none;
	}

	/**
	 * One requirement.
	 *
	 * @param requirement its id
	 * @param chapter its chapter
	 * @param units how many units by outcome
	 */
	public record Row(String requirement, String chapter, Map<String, Integer> units) {

	}

}
