package se.uppdragskollen.web.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.ChangeKind;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.EditionChange;
import se.uppdragskollen.assignment.EditionDiff;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.RuleSentences;
import se.uppdragskollen.web.page.Say;

/**
 * Two editions side by side: what changed, in words.
 *
 * @param counts how many changes of each kind
 * @param chapters the changes by chapter; the edition as a whole first, without a title
 */
public record Comparison(Map<ChangeKind, Integer> counts, List<ChangedChapter> chapters) {

	/**
	 * Compares.
	 * @param substance only what makes a requirement ask for something else
	 */
	static Comparison of(Edition before, Edition after, boolean substance, Say say) {
		Map<ChangeKind, Integer> counts = new LinkedHashMap<>();
		Map<String, Map<String, Subject>> chapters = new LinkedHashMap<>();
		List<EditionChange> changes = EditionDiff.between(before, after);
		for (ChangeKind kind : ChangeKind.values()) {
			int count = (int) changes.stream().filter((one) -> one.kind() == kind).count();
			if (count > 0) {
				counts.put(kind, count);
			}
		}
		for (EditionChange change : changes) {
			if (!substance || change.kind().inSubstance()) {
				chapters
					.computeIfAbsent(chapter(change.chapter(), before, after, say), (title) -> new LinkedHashMap<>())
					.computeIfAbsent(change.subject(), (id) -> subject(id, before, after, say))
					.sentences()
					.add(say.of(change.sentence()));
			}
		}
		return new Comparison(counts,
				chapters.entrySet()
					.stream()
					.map((one) -> new ChangedChapter(one.getKey(), List.copyOf(one.getValue().values())))
					.toList());
	}

	private static String chapter(String id, Edition before, Edition after, Say say) {
		return Stream.of(after, before)
			.flatMap((edition) -> edition.chapters().stream())
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.map(Chapter::title)
			.map(say::of)
			.orElse(id);
	}

	private static Subject subject(String id, Edition before, Edition after, Say say) {
		Requirement is = after.requirements().get(id);
		String earlier = (is == null || is.continues() == null) ? id : is.continues();
		Requirement was = before.requirements().get(earlier);
		Requirement any = (is == null) ? was : is;
		if (any == null) {
			String label = after.datum(id).or(() -> before.datum(id)).map((datum) -> say.of(datum.label())).orElse(id);
			return new Subject(id, label, null, new ArrayList<>(), List.of(), List.of());
		}
		return new Subject(id, id + " " + say.of(any.title()), (is == null) ? before.id() : after.id(),
				new ArrayList<>(), rules(before, was, say), rules(after, is, say));
	}

	private static List<String> rules(Edition edition, @Nullable Requirement requirement, Say say) {
		if (requirement == null) {
			return List.of();
		}
		RuleSentences sentences = new RuleSentences(edition, edition.to());
		return edition.rulesOf(requirement.id()).stream().map(sentences::of).map(say::of).toList();
	}

	/**
	 * A chapter with what changed in it.
	 *
	 * @param title what it is called, empty for the edition as a whole
	 * @param subjects what changed
	 */
	public record ChangedChapter(String title, List<Subject> subjects) {

	}

	/**
	 * A requirement, or an element, that is not as it was.
	 *
	 * @param id its id, empty for the edition as a whole
	 * @param title what it is called
	 * @param edition an edition that has the requirement, null for an element
	 * @param sentences what changed
	 * @param before the requirement's rules as they read
	 * @param after as they read now
	 */
	public record Subject(String id, String title, @Nullable String edition, List<String> sentences,
			List<String> before, List<String> after) {

		/** Whether the rules can be read side by side and differ. */
		public boolean differs() {
			return !this.before.equals(this.after) && !this.before.isEmpty() && !this.after.isEmpty();
		}

	}

}
