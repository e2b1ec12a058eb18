package se.uppdragskollen.web.centre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.AskedElements;
import se.uppdragskollen.selfreport.CurrentDraft;
import se.uppdragskollen.selfreport.DraftEntry;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Answers;
import se.uppdragskollen.web.reading.Field;

/**
 * A chapter's page of the self-report: its elements, under the requirement that asks for
 * them.
 *
 * @param chapter the chapter
 * @param sections by requirement, in the edition's order
 * @param number its place among the chapters, from 1
 * @param of how many chapters there are
 * @param next the chapter after it, null after the last
 */
public record FormPage(Chapter chapter, List<Section> sections, int number, int of, @Nullable Chapter next) {

	/**
	 * What one requirement asks.
	 *
	 * @param requirement the first that asks for the elements, null when no rule reads
	 * them by themselves
	 * @param others further requirements that ask for some of them
	 * @param fields the elements
	 * @param only those that are asked only after a certain answer, by id
	 */
	public record Section(@Nullable Requirement requirement, List<Requirement> others, List<Field> fields,
			Map<String, Only> only) {

	}

	/**
	 * What is asked only after a certain answer to a question of the same page.
	 *
	 * @param element the question's element
	 * @param question the question
	 * @param yes the answer
	 */
	public record Only(String element, String question, boolean yes) {

	}

	/**
	 * All pages of a draft, those without elements left out.
	 * @param theirs what stands in the draft where somebody else saved meanwhile
	 */
	static List<FormPage> all(CurrentDraft current, Map<String, DraftEntry> theirs, Say say) {
		Edition edition = current.reading().edition();
		SortedMap<String, DraftEntry> entries = current.draft().entries();
		Map<String, List<String>> problems = byElement(current.reading().problems(), say);
		AskedElements asked = AskedElements.of(edition);
		List<Chapter> chapters = edition.chapters()
			.stream()
			.filter((chapter) -> !Answers.elements(edition, chapter, current.draft().period().kind()).isEmpty())
			.toList();
		List<FormPage> pages = new ArrayList<>();
		for (int i = 0; i < chapters.size(); i++) {
			Chapter chapter = chapters.get(i);
			Map<String, List<Field>> fields = new LinkedHashMap<>();
			Map<String, Set<Requirement>> requirements = new LinkedHashMap<>();
			List<Element> elements = Answers.elements(edition, chapter, current.draft().period().kind());
			Map<String, Only> only = only(elements, asked, say);
			for (Element element : elements) {
				List<Requirement> why = asked.requirements(element.id());
				String first = why.isEmpty() ? "" : why.get(0).id();
				DraftEntry last = (current.last() == null) ? null
						: current.last().content().entries().get(element.id());
				fields.computeIfAbsent(first, (id) -> new ArrayList<>())
					.add(new Field(edition, element, entries.get(element.id()), last,
							problems.getOrDefault(element.id(), List.of()), theirs.get(element.id()), say));
				requirements.computeIfAbsent(first, (id) -> new LinkedHashSet<>()).addAll(why);
			}
			List<Section> sections = new ArrayList<>();
			fields.forEach((first, own) -> {
				List<Requirement> why = new ArrayList<>(requirements.getOrDefault(first, Set.of()));
				sections.add(new Section(why.isEmpty() ? null : why.get(0),
						why.isEmpty() ? List.of() : why.subList(1, why.size()), own, only));
			});
			pages.add(new FormPage(chapter, sections, i + 1, chapters.size(),
					(i + 1 < chapters.size()) ? chapters.get(i + 1) : null));
		}
		return pages;
	}

	private static Map<String, Only> only(List<Element> elements, AskedElements asked, Say say) {
		Map<String, Only> only = new LinkedHashMap<>();
		for (Element element : elements) {
			asked.onlyAfter(element.id())
				.ifPresent((after) -> elements.stream()
					.filter((one) -> one.id().equals(after.element()))
					.findFirst()
					.ifPresent((one) -> only.put(element.id(), new Only(one.id(), say.of(one.label()), after.yes()))));
		}
		return only;
	}

	private static Map<String, List<String>> byElement(Problems problems, Say say) {
		Map<String, List<String>> all = new LinkedHashMap<>();
		for (Problem problem : problems.all()) {
			String[] path = problem.path().split("\\.");
			String element = (path.length > 1) ? path[1] : "";
			all.computeIfAbsent(element, (id) -> new ArrayList<>()).add(problem.sentence(say.language()));
		}
		return all;
	}

	/** The fields of all sections. */
	public List<Field> fields() {
		return this.sections.stream().flatMap((one) -> one.fields().stream()).toList();
	}

	/** How many are answered. */
	public int answered() {
		return (int) fields().stream().filter(Field::answered).count();
	}

	/** How many have something wrong. */
	public int wrong() {
		return (int) fields().stream().filter((one) -> !one.problems().isEmpty()).count();
	}

	/** How it stands: {@code empty}, {@code some}, {@code wrong} or {@code done}. */
	public String state() {
		if (wrong() > 0) {
			return "wrong";
		}
		return (answered() == 0) ? "empty" : (answered() < fields().size()) ? "some" : "done";
	}

}
