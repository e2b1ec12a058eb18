package se.uppdragskollen.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.language.Bilingual;

/**
 * The region at a glance: for each requirement of a period how many units have which
 * outcome.
 */
@Repository
public class Overview {

	private final JdbcClient jdbc;

	private final Editions editions;

	Overview(JdbcClient jdbc, Editions editions) {
		this.jdbc = jdbc;
		this.editions = editions;
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
		Optional<Edition> edition = this.editions.inForceOn(assignment, period.to());
		List<Row> rows = new ArrayList<>();
		counts.forEach((requirement, own) -> {
			String chapter = String.valueOf(chapters.get(requirement));
			rows.add(new Row(requirement,
					edition.map((one) -> one.requirements().get(requirement)).map(Requirement::title).orElse(null),
					chapter, edition.map((one) -> title(one, chapter)).orElse(null), own));
		});
		return rows;
	}

	private static @Nullable Bilingual title(Edition edition, String chapter) {
		return edition.chapters()
			.stream()
			.filter((one) -> one.id().equals(chapter))
			.map(Chapter::title)
			.findFirst()
			.orElse(null);
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
	 * @param title its title in the edition in force, null when that does not have it
	 * @param chapter its chapter
	 * @param chapterTitle the chapter's title, as the requirement's
	 * @param units how many units by outcome
	 */
	public record Row(String requirement, @Nullable Bilingual title, String chapter, @Nullable Bilingual chapterTitle,
			Map<String, Integer> units) {

	}

}
