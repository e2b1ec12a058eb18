package se.uppdragskollen.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.edition.Editions;

/**
 * Finds the cases in which a centre is to answer before long, or should have answered of
 * late.
 */
@Repository
public class AnswersNearDue {

	/** No edition reminds earlier: days. */
	private static final int EARLIEST = 60;

	private final JdbcClient jdbc;

	private final CaseDeadlines deadlines;

	private final Editions editions;

	AnswersNearDue(JdbcClient jdbc, CaseDeadlines deadlines, Editions editions) {
		this.jdbc = jdbc;
		this.deadlines = deadlines;
		this.editions = editions;
	}

	/**
	 * An answer that is waited for.
	 *
	 * @param id the case
	 * @param unit whose answer
	 * @param due the last day
	 */
	public record Waited(long id, String unit, LocalDate due) {

	}

	/**
	 * Those of which the edition says that it is time to remind, and those whose last day
	 * has passed no more than so many days ago.
	 */
	@Transactional(readOnly = true)
	public List<Waited> find(int daysLate) {
		LocalDate today = this.deadlines.today();
		return this.jdbc.sql("""
				select id, unit, assignment, edition, due from follow_up_case
				where state in ('confirmed', 'escalated') and due between :first and :last
				order by unit, due, id
				""")
			.param("first", today.minusDays(daysLate))
			.param("last", today.plusDays(EARLIEST))
			.query((row, i) -> new Found(
					new Waited(row.getLong("id"), row.getString("unit"),
							Objects.requireNonNull(row.getObject("due", LocalDate.class))),
					settings(row.getString("assignment"), row.getString("edition"))))
			.list()
			.stream()
			.filter((one) -> !Objects.requireNonNull(this.deadlines.remindOn(one.waited().due(), one.settings()))
				.isAfter(today))
			.map(Found::waited)
			.toList();
	}

	private FollowUpSettings settings(String assignment, String edition) {
		return this.editions.current(assignment, edition)
			.map(Edition::followUpSettings)
			.orElseGet(FollowUpSettings::defaults);
	}

	private record Found(Waited waited, FollowUpSettings settings) {

	}

}
