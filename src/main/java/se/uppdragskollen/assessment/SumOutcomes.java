package se.uppdragskollen.assessment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * Sums the outcomes of the whole region: by requirement, over periods, and by what kind
 * of units they are. A unit's size and care need are those counted nearest to the day
 * that is asked for; care need is the share of listed persons with complex needs (RUB 4
 * and 5), the known ones in three parts of the same size.
 */
@Repository
@Transactional(readOnly = true)
public class SumOutcomes {

	private static final String UNITS = """
			counted as (
			select u.id, u.operator, c.listed, 100.0 * (coalesce(c.rub_4, 0) + coalesce(c.rub_5, 0))
			 / nullif(case when c.rub_4 is null and c.rub_5 is null then null else c.listed end, 0) as share
			from unit u left join lateral (select * from unit_count n where n.unit = u.id
			 order by abs(n.on_day - cast(:day as date)), n.on_day limit 1) c on true
			where u.kind = 'health-centre'),
			grouped as (
			select id, operator, share,
			case when listed is null then 'unknown' when listed < :middle then 'small'
			 when listed < :large then 'middle' else 'large' end as size,
			case when share is null then 'unknown' else (array['low', 'middle', 'high'])[
			 ntile(3) over (partition by share is null order by share, id)] end as need
			from counted),
			told as (
			select o.unit, o.requirement, o.chapter, o.outcome, o.period, o.period_to
			from unnest(:periods, :ends) as p (period, period_to)
			join outcome o on o.period_to = p.period_to and o.period = p.period and o.assignment = :assignment)
			""";

	private static final String KINDS = """
			count(*) filter (where outcome = 'met') as met,
			count(*) filter (where outcome = 'not-met') as not_met,
			count(*) filter (where outcome = 'not-assessable') as not_assessable,
			count(*) filter (where outcome = 'not-applicable') as not_applicable,
			count(*) filter (where outcome = 'exempt') as exempt
			""";

	private final JdbcClient jdbc;

	SumOutcomes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * By requirement, in the order of their numbers.
	 * @param group of these units only
	 */
	public List<RequirementSum> byRequirement(Actor actor, String assignment, Collection<Period> periods, LocalDate day,
			UnitGroup group) {
		actor.require(Act.READ_OVERVIEW);
		return asked("with " + UNITS + "select requirement, chapter, period, " + KINDS + """
				from told join grouped g on g.id = told.unit
				where (cast(:operator as text) is null or g.operator = :operator)
				and (cast(:size as text) is null or g.size = :size)
				and (cast(:need as text) is null or g.need = :need)
				group by requirement, chapter, period
				order by left(requirement, 1), length(requirement), requirement
				""", assignment, periods, day).param("operator", group.operator())
			.param("size", group.size())
			.param("need", group.need())
			.query(SumOutcomes::sum)
			.list();
	}

	/**
	 * By what kind of units they are, each unit in one group.
	 * @param recommended by period the requirements that are only recommended: what of
	 * them is not met is counted apart, as {@code to-discuss}
	 */
	public List<GroupSum> byGroup(Actor actor, String assignment, Collection<Period> periods, LocalDate day,
			Map<Period, Set<String>> recommended) {
		actor.require(Act.READ_OVERVIEW);
		return asked("with " + UNITS + "select g.operator, g.size, g.need, count(distinct told.unit) as units, " + KINDS
				+ """
						, count(*) filter (where outcome = 'not-met'
						 and told.period || ' ' || told.requirement = any(:recommended)) as to_discuss
						, round(min(g.share), 1) as least, round(max(g.share), 1) as most
						from told join grouped g on g.id = told.unit group by g.operator, g.size, g.need
						order by g.operator, g.size, g.need
						""", assignment, periods, day)
			.param("recommended",
					recommended.entrySet()
						.stream()
						.flatMap((one) -> one.getValue().stream().map((id) -> one.getKey() + " " + id))
						.toArray(String[]::new))
			.query((row, i) -> new GroupSum(
					new UnitGroup(row.getString("operator"), row.getString("size"), row.getString("need")),
					row.getInt("units"), apart(counts(row), row.getInt("to_discuss")), row.getBigDecimal("least"),
					row.getBigDecimal("most")))
			.list();
	}

	/**
	 * A requirement over its newest periods, the newest first.
	 * @param requirements its ids in the editions
	 * @param most how many periods
	 */
	public List<RequirementSum> overPeriods(Actor actor, String assignment, Collection<String> requirements, int most) {
		actor.require(Act.READ_OVERVIEW);
		return this.jdbc.sql("select requirement, min(chapter) as chapter, period, " + KINDS + """
					from outcome where requirement = any(:requirements) and assignment = :assignment
				group by requirement, period, period_to order by period_to desc, period limit :most
				""")
			.param("requirements", requirements.toArray(String[]::new))
			.param("assignment", assignment)
			.param("most", most)
			.query(SumOutcomes::sum)
			.list();
	}

	private JdbcClient.StatementSpec asked(String sql, String assignment, Collection<Period> periods, LocalDate day) {
		List<Period> all = new ArrayList<>(periods);
		return this.jdbc.sql(sql)
			.param("assignment", assignment)
			.param("periods", all.stream().map(Period::toString).toArray(String[]::new))
			.param("ends", all.stream().map((one) -> Date.valueOf(one.to())).toArray(Date[]::new))
			.param("day", day)
			.param("middle", UnitGroup.MIDDLE_FROM)
			.param("large", UnitGroup.LARGE_FROM);
	}

	private static RequirementSum sum(ResultSet row, int number) throws SQLException {
		return new RequirementSum(row.getString("requirement"), row.getString("chapter"),
				Period.parse(Objects.requireNonNull(row.getString("period"))).orElseThrow(), counts(row));
	}

	private static Map<String, Integer> apart(Map<String, Integer> counts, int toDiscuss) {
		counts.merge(OutcomeKind.NOT_MET.word(), -toDiscuss, Integer::sum);
		counts.put("to-discuss", toDiscuss);
		return counts;
	}

	private static Map<String, Integer> counts(ResultSet row) throws SQLException {
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (OutcomeKind kind : OutcomeKind.values()) {
			counts.put(kind.word(), row.getInt(kind.word().replace('-', '_')));
		}
		return counts;
	}

}
