package se.uppdragskollen.web.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.followup.CaseRow;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Judgements;

/**
 * How a centre's requirements of one kind of period have gone, period by period.
 *
 * @param kind the kind of period
 * @param assignment the assignment
 * @param periods the columns, the newest first
 * @param groups the rows, chapter by chapter
 */
public record Matrix(PeriodKind kind, String assignment, List<Period> periods, List<Group> groups) {

	/**
	 * A chapter's requirements.
	 *
	 * @param title what the chapter is called
	 * @param rows the requirements
	 */
	public record Group(String title, List<Row> rows) {

	}

	/**
	 * A requirement.
	 *
	 * @param id its id
	 * @param title what it is called
	 * @param outcomes how it went, in the order of the periods; null where nothing is
	 * told
	 * @param open the case that is open, null when none is
	 */
	public record Row(String id, String title, List<@Nullable String> outcomes, @Nullable CaseRow open) {

	}

	/**
	 * One for each kind of period of which there are outcomes, the shortest first.
	 * @param outcomes those of one assignment
	 * @param edition the edition by which requirements are called and ordered
	 * @param open the centre's open cases
	 */
	static List<Matrix> of(String assignment, List<OutcomeRow> outcomes, Edition edition, List<CaseRow> open, Say say) {
		Map<PeriodKind, List<OutcomeRow>> kinds = new TreeMap<>();
		outcomes.forEach((one) -> kinds.computeIfAbsent(one.period().kind(), (kind) -> new ArrayList<>()).add(one));
		Map<String, CaseRow> cases = new HashMap<>();
		open.stream()
			.filter((one) -> one.assignment().equals(assignment))
			.forEach((one) -> cases.putIfAbsent(one.requirement(), one));
		List<Matrix> all = new ArrayList<>();
		kinds.forEach((kind, rows) -> all.add(of(kind, assignment, rows, edition, cases, say)));
		return all;
	}

	private static Matrix of(PeriodKind kind, String assignment, List<OutcomeRow> rows, Edition edition,
			Map<String, CaseRow> cases, Say say) {
		List<Period> periods = rows.stream().map(OutcomeRow::period).distinct().toList();
		Map<String, Map<Period, String>> told = new LinkedHashMap<>();
		Map<String, String> chapters = new HashMap<>();
		rows.forEach((one) -> {
			told.computeIfAbsent(one.requirement(), (id) -> new HashMap<>()).put(one.period(), one.outcome());
			chapters.putIfAbsent(one.requirement(), one.chapter());
		});
		Map<String, List<Row>> groups = new LinkedHashMap<>();
		edition.chapters().forEach((chapter) -> groups.put(say.of(chapter.title()), new ArrayList<>()));
		Map<String, String> titles = new HashMap<>();
		edition.chapters().stream().forEach((Chapter one) -> titles.put(one.id(), say.of(one.title())));
		LinkedHashSet<String> order = new LinkedHashSet<>(edition.requirements().keySet());
		order.addAll(told.keySet());
		order.stream().filter(told::containsKey).forEach((id) -> {
			Requirement requirement = edition.requirements().get(id);
			String chapter = (requirement == null) ? Objects.requireNonNull(chapters.get(id)) : requirement.chapter();
			Map<Period, String> own = Objects.requireNonNull(told.get(id));
			List<@Nullable String> outcomes = new ArrayList<>();
			periods.forEach((period) -> outcomes.add(told(own.get(period), requirement)));
			groups.computeIfAbsent(titles.getOrDefault(chapter, chapter), (title) -> new ArrayList<>())
				.add(new Row(id, (requirement == null) ? say.text("review.former") : say.of(requirement.title()),
						outcomes, cases.get(id)));
		});
		List<Group> filled = new ArrayList<>();
		groups.forEach((title, some) -> {
			if (!some.isEmpty()) {
				filled.add(new Group(title, some));
			}
		});
		return new Matrix(kind, assignment, periods, filled);
	}

	private static @Nullable String told(@Nullable String outcome, @Nullable Requirement requirement) {
		return (outcome == null || requirement == null) ? outcome : Judgements.kind(outcome, requirement);
	}

	/** How many of the newest period's outcomes are of this kind. */
	public int now(String outcome) {
		return (int) this.groups.stream()
			.flatMap((group) -> group.rows().stream())
			.filter((row) -> outcome.equals(row.outcomes().get(0)))
			.count();
	}

}
