package se.uppdragskollen.selfreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;

/**
 * The questions that centres find unclear, as the reports say that they have handed in; a
 * draft is theirs alone. What a centre took back in a newer version is no longer unclear.
 */
@Repository
@Transactional(readOnly = true)
public class ReadUnclear {

	/** Marks of a question that are read. */
	public static final int MOST = 20;

	private final JdbcClient jdbc;

	ReadUnclear(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Every question that is marked, the one that most centres mark first; of each centre
	 * the newest mark.
	 * @param since in reports of periods that ended on this day or later
	 */
	public List<UnclearElement> since(Actor actor, LocalDate since) {
		actor.require(Act.READ_OVERVIEW);
		Map<List<String>, UnclearElement> elements = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					with doubted as materialized (
					select unit, assignment, period, number, edition, entries from report_version
					where jsonb_path_exists(entries, '$.*.unclear')),
					marked as (
					select distinct on (v.assignment, e.key, v.unit) v.assignment, v.edition, v.unit, v.period, s.period_to, e.key as element,
					e.value ->> 'unclear' as words from doubted v
					join self_report s on s.unit = v.unit and s.assignment = v.assignment and s.period = v.period
					and s.latest = v.number and s.period_to >= :since
					cross join lateral jsonb_each(v.entries) as e
					where e.value -> 'unclear' is not null
					order by v.assignment, e.key, v.unit, s.period_to desc, v.period),
					placed as (
					select marked.*, count(*) over (partition by assignment, element) as centres,
					row_number() over (partition by assignment, element order by period_to desc, period, unit) as place
					from marked)
					select p.*, u.name from placed p join unit u on u.id = p.unit where place <= :most
					order by centres desc, assignment, element, place
					""")
			.param("since", since)
			.param("most", MOST)
			.query((row, i) -> {
				List<String> key = List.of(String.valueOf(row.getString("assignment")),
						String.valueOf(row.getString("element")));
				UnclearElement element = elements.get(key);
				if (element == null) {
					element = new UnclearElement(key.get(0), String.valueOf(row.getString("edition")), key.get(1),
							row.getInt("centres"), new ArrayList<>());
					elements.put(key, element);
				}
				return element.marks()
					.add(new UnclearElement.Mark(row.getString("unit"), row.getString("name"),
							Period.parse(String.valueOf(row.getString("period"))).orElseThrow(),
							row.getString("words")));
			})
			.list();
		return new ArrayList<>(elements.values());
	}

}
