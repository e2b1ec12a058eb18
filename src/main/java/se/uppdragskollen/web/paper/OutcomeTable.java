package se.uppdragskollen.web.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Part;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Judgements;

/**
 * How the requirements of one kind of period have gone, period by period.
 *
 * @param kind the kind of period
 * @param part whether they are basic requirements or questions of how care is given
 * @param periods the columns, the oldest first
 * @param rows in the edition's order
 */
public record OutcomeTable(PeriodKind kind, Part part, List<Period> periods, List<Row> rows) {

	/**
	 * A requirement.
	 *
	 * @param id its id
	 * @param title what it is called
	 * @param chapter its chapter's title
	 * @param firstOfChapter whether the row before is of another chapter
	 * @param outcomes in the order of the periods; null where nothing is told
	 */
	public record Row(String id, String title, String chapter, boolean firstOfChapter,
			List<@Nullable String> outcomes) {

	}

	/** One for each part and kind of period of which there are outcomes. */
	static List<OutcomeTable> of(List<OutcomeRow> outcomes, Edition edition, Say say) {
		List<OutcomeTable> all = new ArrayList<>();
		for (Part part : Part.values()) {
			Predicate<OutcomeRow> own = (one) -> part(one, edition) == part;
			Map<PeriodKind, List<OutcomeRow>> kinds = new TreeMap<>();
			outcomes.stream()
				.filter(own)
				.forEach((one) -> kinds.computeIfAbsent(one.period().kind(), (kind) -> new ArrayList<>()).add(one));
			kinds.forEach((kind, rows) -> all.add(of(kind, part, rows, edition, say)));
		}
		return all;
	}

	/** A question is never told as a breach, not even of a former edition. */
	private static Part part(OutcomeRow one, Edition edition) {
		return edition.chapters()
			.stream()
			.filter((chapter) -> chapter.id().equals(one.chapter()))
			.map((chapter) -> chapter.part())
			.findFirst()
			.orElse("question".equals(one.finding()) ? Part.CARE : Part.BASIC);
	}

	private static OutcomeTable of(PeriodKind kind, Part part, List<OutcomeRow> told, Edition edition, Say say) {
		List<Period> periods = told.stream().map(OutcomeRow::period).distinct().sorted().toList();
		Map<String, Map<Period, String>> byRequirement = new LinkedHashMap<>();
		Map<String, String> chapters = new HashMap<>();
		told.forEach((one) -> {
			byRequirement.computeIfAbsent(one.requirement(), (id) -> new HashMap<>()).put(one.period(), one.outcome());
			chapters.put(one.requirement(), one.chapter());
		});
		Map<String, String> titles = new HashMap<>();
		edition.chapters().forEach((one) -> titles.put(one.id(), say.of(one.title())));
		LinkedHashSet<String> order = new LinkedHashSet<>(edition.requirements().keySet());
		order.addAll(byRequirement.keySet());
		order.retainAll(byRequirement.keySet());
		List<Row> rows = new ArrayList<>();
		String before = "";
		for (String id : order) {
			Requirement requirement = edition.requirements().get(id);
			String chapter = (requirement == null) ? Objects.requireNonNull(chapters.get(id)) : requirement.chapter();
			Map<Period, String> own = Objects.requireNonNull(byRequirement.get(id));
			List<@Nullable String> row = new ArrayList<>();
			periods.forEach((period) -> row.add(told(own.get(period), part, requirement)));
			String title = titles.getOrDefault(chapter, chapter);
			rows.add(new Row(id, (requirement == null) ? say.text("review.former") : say.of(requirement.title()), title,
					!title.equals(before), row));
			before = title;
		}
		return new OutcomeTable(kind, part, periods, rows);
	}

	/** A question has words of its own for what is not as asked. */
	private static @Nullable String told(@Nullable String outcome, Part part, @Nullable Requirement requirement) {
		return (outcome == null || requirement == null || part == Part.CARE) ? outcome
				: Judgements.kind(outcome, requirement);
	}

	/** Whether its requirements are questions, which nobody can break. */
	public boolean asks() {
		return this.part == Part.CARE;
	}

	/** The newest period. */
	public Period newest() {
		return this.periods.get(this.periods.size() - 1);
	}

	/** How many of the newest period's outcomes are of this kind. */
	public int now(String outcome) {
		return (int) this.rows.stream().filter((row) -> outcome.equals(last(row))).count();
	}

	private @Nullable String last(Row row) {
		return row.outcomes().get(this.periods.size() - 1);
	}

}
