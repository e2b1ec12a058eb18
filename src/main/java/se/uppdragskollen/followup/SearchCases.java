package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;

/**
 * Finds cases by what they are about: their number, their unit or their requirement. What
 * people have written in them is not searched.
 */
@Component
@Transactional(readOnly = true)
public class SearchCases {

	/** How many parts the list's sort key has. */
	public static final int KEYS = 2;

	private final JdbcClient jdbc;

	private final Lineages lineages;

	private final ReadCases read;

	SearchCases(JdbcClient jdbc, Lineages lineages, ReadCases read) {
		this.jdbc = jdbc;
		this.lineages = lineages;
		this.read = read;
	}

	/**
	 * What one word may mean; a case has to be about one of these.
	 *
	 * @param number a case's number, null when it is none
	 * @param units units
	 * @param requirements requirements by assignment, by any id that they have had
	 */
	public record Meaning(@Nullable Long number, Set<String> units, Map<String, Set<String>> requirements) {

		private boolean isNothing() {
			return this.number == null && this.units.isEmpty()
					&& this.requirements.values().stream().allMatch(Set::isEmpty);
		}

	}

	/**
	 * Those that the actor may know of and that are about every word: the open ones
	 * first, the newest first.
	 */
	public Page<CaseRow> find(Actor actor, List<Meaning> words, PageRequest page) {
		actor.require(Act.READ_CASES);
		if (words.isEmpty() || words.stream().anyMatch(Meaning::isNothing)) {
			return new Page<>(List.of(), null);
		}
		Map<String, Object> params = new HashMap<>();
		List<String> conditions = new ArrayList<>();
		words.forEach((word) -> conditions.add(condition(word, conditions.size(), params)));
		List<Found> found = Cases
			.seenBy(actor,
					this.jdbc.sql("select c.id, c.closed_at is null as open from follow_up_case c where" + Cases.VISIBLE
							+ " and " + String.join(" and ", conditions)
							+ " and (:first or (c.closed_at is null, c.id) < (:open, :id))"
							+ " order by (c.closed_at is null) desc, c.id desc limit :fetch"))
			.params(params)
			.param("first", page.isFirst())
			.param("open", page.after(0).equals("open"))
			.param("id", page.afterNumber(1))
			.param("fetch", page.fetch())
			.query((row, i) -> new Found(row.getLong("id"), row.getBoolean("open")))
			.list();
		Page<Found> rows = page.page(found, (one) -> List.of(one.open() ? "open" : "", String.valueOf(one.id())));
		return new Page<>(this.read.rows(actor, rows.items().stream().map(Found::id).toList()), rows.next());
	}

	private String condition(Meaning word, int place, Map<String, Object> params) {
		List<String> any = new ArrayList<>();
		if (word.number() != null) {
			any.add("c.id = :number" + place);
			params.put("number" + place, word.number());
		}
		if (!word.units().isEmpty()) {
			any.add("c.unit = any(:units" + place + ")");
			params.put("units" + place, word.units().toArray(String[]::new));
		}
		word.requirements().forEach((assignment, ids) -> {
			Set<String> first = new TreeSet<>();
			Lineage lineage = this.lineages.of(assignment);
			ids.forEach((id) -> first.addAll(lineage.firstIdsOf(id)));
			if (!first.isEmpty()) {
				String name = place + "x" + any.size();
				any.add("c.assignment = :assignment" + name + " and c.lineage = any(:lineages" + name + ")");
				params.put("assignment" + name, assignment);
				params.put("lineages" + name, first.toArray(String[]::new));
			}
		});
		return any.isEmpty() ? "false" : "(" + String.join(" or ", any) + ")";
	}

	private record Found(long id, boolean open) {

	}

}
