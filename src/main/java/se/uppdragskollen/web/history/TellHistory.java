package se.uppdragskollen.web.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.Course;
import se.uppdragskollen.assessment.Explained;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assessment.Outcomes;
import se.uppdragskollen.assessment.ReadHistory;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Judgements;
import tools.jackson.databind.JsonNode;

/**
 * Puts together how a centre's requirements and numbers have gone.
 */
@Component
public class TellHistory {

	/** Periods before one asks for all. */
	public static final int USUAL = 24;

	/** More than anybody has reported. */
	private static final int ALL = 1200;

	private static final Set<String> UNSETTLED = Set.of("not-met", "to-discuss", "not-assessable");

	/** Periods of a small picture. */
	private static final int SMALL = 12;

	private final ReadHistory history;

	private final ReadResults results;

	private final Outcomes outcomes;

	private final Editions editions;

	TellHistory(ReadHistory history, ReadResults results, Outcomes outcomes, Editions editions) {
		this.history = history;
		this.results = results;
		this.outcomes = outcomes;
		this.editions = editions;
	}

	/** All requirements of the assignments that the unit reports. */
	public List<Overview> overview(Actor actor, String unit, Say say) {
		List<Overview> all = new ArrayList<>();
		for (String assignment : this.editions.assignments()) {
			List<OutcomeRow> newest = this.outcomes.recent(actor, unit, assignment, 1);
			Optional<Edition> edition = newest.stream()
				.findFirst()
				.flatMap((one) -> this.editions.inForceOn(assignment, one.period().to()));
			if (edition.isPresent()) {
				all.add(overview(actor, unit, edition.get(), newest, say));
			}
		}
		return all;
	}

	private Overview overview(Actor actor, String unit, Edition edition, List<OutcomeRow> newest, Say say) {
		Map<String, OutcomeRow> outcomes = new HashMap<>();
		newest.forEach((one) -> outcomes.putIfAbsent(one.requirement(), one));
		Map<String, Overview.Line> lines = new LinkedHashMap<>();
		this.history.courses(actor, unit, edition.assignment(), Measure.of(edition).values(), SMALL)
			.forEach((one) -> lines.put(one.measure().id(), line(one, say)));
		List<Overview.Chapter> chapters = new ArrayList<>();
		for (Chapter chapter : edition.chapters()) {
			List<Overview.Row> rows = new ArrayList<>();
			edition.requirements()
				.values()
				.stream()
				.filter((one) -> one.chapter().equals(chapter.id()))
				.forEach((one) -> {
					OutcomeRow outcome = outcomes.get(one.id());
					if (outcome != null) {
						rows.add(new Overview.Row(one.id(), say.of(one.title()),
								Judgements.kind(outcome.outcome(), one), outcome.period(),
								different(lines.values().stream().filter((line) -> compares(line, one)).toList())));
					}
				});
			List<Overview.Line> others = lines.values()
				.stream()
				.filter((one) -> one.course().measure().chapter().equals(chapter.id())
						&& one.course().measure().requirements().isEmpty() && one.course().told())
				.toList();
			if (!rows.isEmpty() || !others.isEmpty()) {
				chapters.add(new Overview.Chapter(chapter.id(), say.of(chapter.title()), rows, others));
			}
		}
		return new Overview(edition.assignment(), say.of(edition.title()), chapters);
	}

	/**
	 * The requirements with numbers that one should look at: those that are not met or
	 * cannot be judged, and those asked for.
	 */
	public List<Overview> notable(Actor actor, String unit, Set<String> asked, Say say) {
		List<Overview> notable = new ArrayList<>();
		for (Overview one : overview(actor, unit, say)) {
			List<Overview.Chapter> chapters = new ArrayList<>();
			for (Overview.Chapter chapter : one.chapters()) {
				List<Overview.Row> rows = chapter.rows()
					.stream()
					.filter((row) -> !row.lines().isEmpty()
							&& (asked.contains(row.id()) || UNSETTLED.contains(row.outcome())))
					.toList();
				if (!rows.isEmpty()) {
					chapters.add(new Overview.Chapter(chapter.id(), chapter.title(), rows, List.of()));
				}
			}
			if (!chapters.isEmpty()) {
				notable.add(new Overview(one.assignment(), one.title(), chapters));
			}
		}
		return notable;
	}

	/** A share that is reported and computed is one number. */
	private static List<Overview.Line> different(List<Overview.Line> lines) {
		List<Overview.Line> different = new ArrayList<>();
		for (Overview.Line one : lines) {
			if (different.stream().noneMatch((other) -> other.course().isSameAs(one.course()))) {
				different.add(one);
			}
		}
		return different;
	}

	private static boolean compares(Overview.Line line, Requirement requirement) {
		return line.course().measure().requirements().contains(requirement.id());
	}

	private static Overview.Line line(Course course, Say say) {
		Course.Step newest = course.newest();
		java.math.BigDecimal median = (newest == null) ? null : newest.others().median();
		return new Overview.Line(course, DrawCourse.label(course.measure(), say),
				(newest == null) ? say.text("history.no-report") : DrawCourse.value(course.measure(), newest, say),
				(median == null) ? "" : DrawCourse.written(course.measure(), median, say),
				DrawCourse.spark(course, say), DrawCourse.trend(course, say));
	}

	/**
	 * One requirement.
	 * @param all whether of all years
	 * @throws Refusal when no edition has it
	 */
	public RequirementCourse requirement(Actor actor, String unit, String assignment, String id, boolean all, Say say) {
		Edition edition = newestWith(assignment, id).orElseThrow(() -> Refusal.notFound("requirement", id, assignment));
		Requirement requirement = Objects.requireNonNull(edition.requirements().get(id));
		List<Explained> told = told(actor, unit, assignment, id, requirement.period(), all);
		List<RequirementCourse.Step> steps = new ArrayList<>();
		for (Explained one : told) {
			JsonNode outcome = one.outcome();
			steps.add(new RequirementCourse.Step(one.result().period(), one.result().reportVersion(),
					one.result().edition(), Judgements.kind(outcome.path("outcome").asString(), requirement),
					outcome.path("sentence").path(say.language().code()).asString()));
		}
		Map<Course, Demanded> courses = new LinkedHashMap<>();
		for (Measure measure : Measure.of(edition).values()) {
			if (measure.requirements().contains(id)) {
				Course course = this.history.course(actor, unit, assignment, measure, all ? ALL : USUAL);
				Course same = courses.keySet().stream().filter(course::isSameAs).findFirst().orElse(course);
				courses.merge(same, Demanded.of(measure, told, this.editions), Demanded::with);
			}
		}
		List<Drawn> pictures = new ArrayList<>();
		courses.forEach((course, demanded) -> pictures.add(new DrawCourse(course, demanded, say).drawn()));
		return new RequirementCourse(requirement, say.of(edition.chapterOf(requirement).title()), steps, pictures);
	}

	/**
	 * One number.
	 * @param all whether of all years
	 * @throws Refusal when no edition has it
	 */
	public Drawn measure(Actor actor, String unit, String assignment, String id, boolean all, Say say) {
		Measure measure = newest(assignment).stream()
			.map((one) -> Measure.of(one).get(id))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("measure", id, assignment));
		List<Explained> told = new ArrayList<>();
		measure.requirements().forEach((one) -> told.addAll(told(actor, unit, assignment, one, measure.kind(), all)));
		return new DrawCourse(this.history.course(actor, unit, assignment, measure, all ? ALL : USUAL),
				Demanded.of(measure, told, this.editions), say)
			.drawn();
	}

	/** The requirements that look at a number, by id what they are called. */
	public Map<String, String> requirementsOf(String assignment, Measure measure, Say say) {
		Map<String, String> titles = new LinkedHashMap<>();
		measure.requirements()
			.forEach((id) -> newestWith(assignment, id).map((one) -> one.requirements().get(id))
				.ifPresent((one) -> titles.put(id, say.of(one.title()))));
		return titles;
	}

	/** What the results say of a requirement under any of its ids, the newest first. */
	private List<Explained> told(Actor actor, String unit, String assignment, String id, PeriodKind kind, boolean all) {
		List<StoredResult> results = this.results.list(actor, unit, assignment, null, PageRequest.everything())
			.items()
			.stream()
			.filter((one) -> one.period().kind() == kind)
			.sorted(Comparator.comparing(StoredResult::period).reversed())
			.limit(all ? ALL : USUAL)
			.toList();
		Collection<Long> ids = results.stream().map(StoredResult::id).toList();
		Map<Long, Explained> told = ids.isEmpty() ? Map.of()
				: this.results.explained(actor, ids, names(assignment, id));
		return results.stream().map((one) -> told.get(one.id())).filter(Objects::nonNull).toList();
	}

	/** What a requirement is and was called. */
	private Set<String> names(String assignment, String id) {
		Set<String> names = new LinkedHashSet<>(Set.of(id));
		String name = id;
		for (Edition one : newest(assignment)) {
			Requirement requirement = one.requirements().get(name);
			if (requirement != null && requirement.continues() != null) {
				name = requirement.continues();
				names.add(name);
			}
		}
		return names;
	}

	private Optional<Edition> newestWith(String assignment, String requirement) {
		return newest(assignment).stream().filter((one) -> one.requirements().containsKey(requirement)).findFirst();
	}

	/** The editions as they stand, the newest first. */
	private List<Edition> newest(String assignment) {
		return this.editions.all()
			.stream()
			.filter((one) -> one.current() && one.assignment().equals(assignment))
			.sorted(Comparator.comparing(PublishedEdition::from).reversed())
			.map((one) -> this.editions.revision(one.revision()))
			.toList();
	}

}
