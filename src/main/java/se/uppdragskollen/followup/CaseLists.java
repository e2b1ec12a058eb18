package se.uppdragskollen.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.request.PageRequest;

/**
 * The cases as lists, a part at a time.
 */
@Repository
class CaseLists {

	private static final String ASKED = "where" + Cases.VISIBLE + """
			and (cast(:unit as text) is null or c.unit = :unit)
			and (cast(:assignment as text) is null or c.assignment = :assignment)
			and (:every_requirement or c.lineage = any(:lineages))
			and (cast(:chapter as text) is null or c.chapter = :chapter)
			and (cast(:state as text) is null or c.state = :state)
			and (cast(:open as boolean) is null or (c.closed_at is null) = :open)
			and (cast(:kind as text) is null or c.kind = :kind)
			and (cast(:severity as text) is null or c.severity = :severity)
			and (cast(:course as text) is null or c.course = :course)
			and (cast(:overdue as boolean) is null or (coalesce(c.due, :today) < :today) = :overdue)
			and (cast(:reviewer as bigint) is null or c.reviewer = :reviewer)
			""";

	/**
	 * By when something is to be done, those with no such day last. On the same day the
	 * oldest of the open ones first, then the newest of those that have ended.
	 */
	private static final String DAY = "coalesce(c.due, date '%s')".formatted(PageRequest.NO_DAY);

	private static final String NUMBER = "(case when c.closed_at is null then c.id else %d - c.id end)"
		.formatted(Long.MAX_VALUE);

	private final JdbcClient jdbc;

	CaseLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest first; the sort key is the id. */
	List<FollowUpCase> newest(Actor actor, CaseFilter filter, @Nullable Set<String> lineages, LocalDate today,
			PageRequest page) {
		return asked(Cases.SELECT, "and (:after = 0 or c.id < :after) order by c.id desc limit :fetch", actor, filter,
				lineages, today)
			.param("after", page.afterNumber(0))
			.param("fetch", page.fetch())
			.query(Cases::followUpCase)
			.list();
	}

	/** The first to do something about first; the sort key is {@link #key}. */
	List<FollowUpCase> byDay(Actor actor, CaseFilter filter, @Nullable Set<String> lineages, LocalDate today,
			PageRequest page) {
		return asked(Cases.SELECT,
				"and (:first or (" + DAY + ", " + NUMBER + ") > (:day, :number)) order by " + DAY + ", " + NUMBER
						+ " limit :fetch",
				actor, filter, lineages, today)
			.param("first", page.isFirst())
			.param("day", page.afterDay(0))
			.param("number", page.isFirst() ? 0 : page.afterNumber(1))
			.param("fetch", page.fetch())
			.query(Cases::followUpCase)
			.list();
	}

	/** Where a case stands in the list by day. */
	static List<String> key(FollowUpCase one) {
		LocalDate due = one.due();
		return List.of(((due == null) ? PageRequest.NO_DAY : due).toString(),
				String.valueOf((one.closedAt() == null) ? one.id() : Long.MAX_VALUE - one.id()));
	}

	int count(Actor actor, CaseFilter filter, @Nullable Set<String> lineages, LocalDate today) {
		return asked("select count(*) from follow_up_case c ", "", actor, filter, lineages, today).query(Integer.class)
			.single();
	}

	private JdbcClient.StatementSpec asked(String select, String further, Actor actor, CaseFilter filter,
			@Nullable Set<String> lineages, LocalDate today) {
		return Cases.seenBy(actor, this.jdbc.sql(select + ASKED + further))
			.param("unit", filter.unit())
			.param("assignment", filter.assignment())
			.param("every_requirement", lineages == null)
			.param("lineages", (lineages == null) ? new String[0] : lineages.toArray(String[]::new))
			.param("chapter", filter.chapter())
			.param("state", word(filter.state()))
			.param("open", filter.open())
			.param("kind", word(filter.kind()))
			.param("severity", word(filter.severity()))
			.param("course", word(filter.course()))
			.param("overdue", filter.overdue())
			.param("today", today)
			.param("reviewer", filter.reviewer());
	}

	private static @Nullable String word(@Nullable Word word) {
		return (word == null) ? null : word.word();
	}

}
