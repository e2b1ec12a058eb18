package se.uppdragskollen.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Reach;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;

/**
 * The outcomes of the current results, requirement by requirement.
 */
@Repository
public class Outcomes {

	private final JdbcClient jdbc;

	Outcomes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The outcomes that somebody may see, by period, the newest first. */
	public Page<OutcomeRow> list(Actor actor, OutcomeFilter filter, PageRequest page) {
		Reach reach = actor.reach(Act.READ_REPORTS);
		List<OutcomeRow> rows = this.jdbc.sql("""
				select o.*, u.name from outcome o join unit u on u.id = o.unit
				where (:all or o.unit = any(:units)) and o.unit <> all(:except)
				and (cast(:unit as text) is null or o.unit = :unit)
				and (cast(:assignment as text) is null or o.assignment = :assignment)
				and (cast(:period as text) is null or o.period = :period and o.period_to = cast(:period_to as date))
				and (cast(:requirement as text) is null or o.requirement = :requirement)
				and (cast(:outcome as text) is null or o.outcome = :outcome)
				and (:first or (o.period_to, o.period, o.unit, o.requirement)
				< (cast(:after_day as date), :after_period, :after_unit, :after_requirement))
				order by o.period_to desc, o.period desc, o.unit desc, o.requirement desc limit :fetch
				""")
			.param("all", reach.all())
			.param("units", reach.unitArray())
			.param("except", reach.exceptArray())
			.param("unit", filter.unit())
			.param("assignment", filter.assignment())
			.param("period", (filter.period() == null) ? null : filter.period().toString())
			.param("period_to", (filter.period() == null) ? null : filter.period().to().toString())
			.param("requirement", filter.requirement())
			.param("outcome", filter.outcome())
			.param("first", page.isFirst())
			.param("after_day", page.isFirst() ? LocalDate.EPOCH.toString() : day(page.after(0)))
			.param("after_period", page.after(0))
			.param("after_unit", page.after(1))
			.param("after_requirement", page.after(2))
			.param("fetch", page.fetch())
			.query((row, i) -> outcome(row))
			.list();
		return page.page(rows, (row) -> List.of(row.period().toString(), row.unit(), row.requirement()));
	}

	/**
	 * The outcomes of a unit's newest periods of each kind, the newest first.
	 * @param most how many periods of a kind
	 */
	public List<OutcomeRow> recent(Actor actor, String unit, String assignment, int most) {
		actor.require(Act.READ_REPORTS, unit);
		return this.jdbc
			.sql("""
					with told as (select distinct period, period_to from outcome
					 where unit = :unit and assignment = :assignment),
					newest as (select period, period_to, row_number() over (
					 partition by translate(substr(period, 5), '0123456789', '') order by period_to desc) as place from told)
					select o.*, u.name from outcome o join unit u on u.id = o.unit
					join newest n on n.period = o.period and n.period_to = o.period_to and n.place <= :most
					where o.unit = :unit and o.assignment = :assignment
					order by o.period_to desc, o.period desc, o.requirement
					""")
			.param("unit", unit)
			.param("assignment", assignment)
			.param("most", most)
			.query((row, i) -> outcome(row))
			.list();
	}

	/**
	 * A unit's outcomes of periods that end from one day to another, the oldest first.
	 */
	public List<OutcomeRow> between(Actor actor, String unit, String assignment, LocalDate from, LocalDate to) {
		actor.require(Act.READ_REPORTS, unit);
		return this.jdbc.sql("""
				select o.*, u.name from outcome o join unit u on u.id = o.unit
				where o.unit = :unit and o.assignment = :assignment and o.period_to between :from and :to
				order by o.period_to, o.period, o.requirement
				""")
			.param("unit", unit)
			.param("assignment", assignment)
			.param("from", from)
			.param("to", to)
			.query((row, i) -> outcome(row))
			.list();
	}

	private static OutcomeRow outcome(ResultSet row) throws SQLException {
		return new OutcomeRow(row.getString("unit"), row.getString("name"), row.getString("assignment"),
				Period.parse(row.getString("period")).orElseThrow(), row.getString("requirement"),
				row.getString("chapter"), row.getString("outcome"), row.getString("finding"), row.getString("severity"),
				row.getLong("result"));
	}

	private static String day(String period) {
		return Period.parse(period)
			.orElseThrow(() -> se.uppdragskollen.request.Refusal.invalid("cursor", "page-cursor"))
			.to()
			.toString();
	}

}
