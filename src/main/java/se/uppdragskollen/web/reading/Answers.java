package se.uppdragskollen.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.selfreport.DraftEntry;
import se.uppdragskollen.web.page.Say;

/**
 * What a chapter of a report says, to read.
 *
 * @param title the chapter's title
 * @param fields its elements with their answers
 */
public record Answers(String title, List<Field> fields) {

	/** All chapters that ask something. */
	public static List<Answers> byChapter(Edition edition, PeriodKind kind, Map<String, DraftEntry> entries, Say say) {
		List<Answers> all = new ArrayList<>();
		for (Chapter chapter : edition.chapters()) {
			List<Element> elements = elements(edition, chapter, kind);
			if (!elements.isEmpty()) {
				all.add(new Answers(say.of(chapter.title()),
						elements.stream()
							.map((one) -> new Field(edition, one, entries.get(one.id()), null, List.of(), null, say))
							.toList()));
			}
		}
		return all;
	}

	/** What a unit itself reports in a chapter for a kind of period. */
	public static List<Element> elements(Edition edition, Chapter chapter, PeriodKind kind) {
		return edition.elements()
			.values()
			.stream()
			.filter((one) -> one.selfReported() && one.period() == kind && one.chapter().equals(chapter.id()))
			.toList();
	}

}
