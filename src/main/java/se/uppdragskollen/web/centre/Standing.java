package se.uppdragskollen.web.centre;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assessment.ReadResults;
import se.uppdragskollen.assessment.StoredResult;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.Judgements;

/**
 * How a centre stands by its newest report of each kind of period.
 *
 * @param reports those reports, the newest first
 * @param chapters outcomes by chapter, of all of them together
 * @param unmet what is not met, and what is to discuss
 */
public record Standing(List<StoredResult> reports, List<Row> chapters, List<Unmet> unmet) {

	/**
	 * A chapter.
	 *
	 * @param title what it is called
	 * @param counts how many outcomes of each kind
	 */
	public record Row(String title, Map<String, Integer> counts) {

		public int count(String outcome) {
			return this.counts.getOrDefault(outcome, 0);
		}

	}

	/**
	 * A requirement that is not met.
	 *
	 * @param report by which report
	 * @param judgement what and why
	 */
	public record Unmet(StoredResult report, Judgements.Row judgement) {

	}

	/** By the newest results of a unit; empty before the first. */
	static Standing newest(ReadResults results, Editions editions, Actor actor, String unit, Say say) {
		Map<PeriodKind, StoredResult> newest = new EnumMap<>(PeriodKind.class);
		for (StoredResult one : results.list(actor, unit, null, null, PageRequest.of(PageRequest.USUAL, null, 1))
			.items()) {
			newest.merge(one.period().kind(), one,
					(first, second) -> (first.period().compareTo(second.period()) < 0) ? second : first);
		}
		Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
		List<Unmet> unmet = new ArrayList<>();
		Map<String, String> order = new LinkedHashMap<>();
		for (StoredResult one : newest.values()) {
			Edition edition = editions.revision(one.revision());
			edition.chapters().forEach((chapter) -> order.put(chapter.id(), say.of(chapter.title())));
			for (Judgements.Group group : Judgements.of(results.document(actor, one.id()), edition, say).groups()) {
				for (Judgements.Row row : group.rows()) {
					counts.computeIfAbsent(row.requirement().chapter(), (id) -> new LinkedHashMap<>())
						.merge(row.outcome(), 1, Integer::sum);
					if (List.of("not-met", "to-discuss").contains(row.outcome())) {
						unmet.add(new Unmet(one, row));
					}
				}
			}
		}
		List<Row> rows = new ArrayList<>();
		order.forEach((chapter, title) -> {
			if (counts.containsKey(chapter)) {
				rows.add(new Row(title, counts.get(chapter)));
			}
		});
		return new Standing(List.copyOf(newest.values()), rows, unmet);
	}

	/** Those that are not met, or to discuss. */
	public List<Unmet> unmet(String outcome) {
		return this.unmet.stream().filter((one) -> one.judgement().outcome().equals(outcome)).toList();
	}

	/** The periods of those reports. */
	public List<Period> periods() {
		return this.reports.stream().map(StoredResult::period).toList();
	}

}
