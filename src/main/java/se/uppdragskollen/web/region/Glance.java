package se.uppdragskollen.web.region;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.GroupSum;
import se.uppdragskollen.assessment.RequirementSum;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.web.page.Say;

/**
 * The region's outcomes as they are shown: by chapter and requirement, those that stand
 * out first, and by kind of centre.
 *
 * @param all all outcomes
 * @param chapters by chapter
 * @param failing the requirements that the largest part of centres does not meet
 * @param unjudged those that cannot be judged at the largest part
 */
public record Glance(Tally all, List<ChapterPart> chapters, List<Row> failing, List<Row> unjudged) {

	private static final int MOST = 5;

	/** A share of fewer says little: such requirements come last. */
	private static final int FEW = 5;

	private static final List<String> ORDER = List.of("regional", "private", "small", "low", "middle", "high", "large",
			"unknown");

	static Glance of(List<RequirementSum> sums, Map<Period, Edition> editions, Say say) {
		Map<String, List<Row>> chapters = new LinkedHashMap<>();
		editions.values()
			.forEach((edition) -> edition.chapters()
				.forEach((one) -> chapters.putIfAbsent(say.of(one.title()), new ArrayList<>())));
		List<Row> rows = new ArrayList<>();
		Tally all = Tally.NONE;
		for (RequirementSum sum : sums) {
			Edition edition = editions.get(sum.period());
			Requirement requirement = (edition == null) ? null : edition.requirements().get(sum.requirement());
			Row row = new Row(sum.requirement(),
					(requirement == null) ? say.text("review.former") : say.of(requirement.title()), sum.period(),
					Tally.of(sum.units(), requirement));
			all = all.plus(row.tally());
			rows.add(row);
			chapters.computeIfAbsent(chapter(edition, sum.chapter(), say), (title) -> new ArrayList<>()).add(row);
		}
		List<ChapterPart> parts = new ArrayList<>();
		chapters.forEach((title, some) -> {
			if (!some.isEmpty()) {
				parts.add(new ChapterPart(title, some.stream().map(Row::tally).reduce(Tally.NONE, Tally::plus), some));
			}
		});
		return new Glance(all, parts, most(rows, Tally::notMet), most(rows, Tally::notAssessable));
	}

	private static String chapter(@Nullable Edition edition, String id, Say say) {
		return (edition == null) ? id
				: edition.chapters()
					.stream()
					.filter((one) -> one.id().equals(id))
					.map(Chapter::title)
					.map(say::of)
					.findFirst()
					.orElse(id);
	}

	private static List<Row> most(List<Row> rows, ToIntFunction<Tally> count) {
		return rows.stream()
			.filter((row) -> count.applyAsInt(row.tally()) > 0)
			.sorted(Comparator.comparing((Row row) -> row.tally().asked() < FEW)
				.thenComparingInt((row) -> -row.tally().weight(count.applyAsInt(row.tally()))))
			.limit(MOST)
			.toList();
	}

	/** By one of the ways to part the centres. */
	static List<Part> parts(List<GroupSum> sums, Function<GroupSum, @Nullable String> by) {
		Map<String, Part> parts = new LinkedHashMap<>();
		ORDER.forEach((word) -> sums.stream()
			.filter((one) -> word.equals(by.apply(one)))
			.forEach((one) -> parts.merge(word, Part.of(word, one), Part::plus)));
		return List.copyOf(parts.values());
	}

	/**
	 * A chapter's requirements.
	 *
	 * @param title what it is called
	 * @param tally all its outcomes
	 * @param rows its requirements
	 */
	public record ChapterPart(String title, Tally tally, List<Row> rows) {

	}

	/**
	 * A requirement.
	 *
	 * @param id its id
	 * @param title its title
	 * @param period the period that is shown
	 * @param tally its outcomes
	 */
	public record Row(String id, String title, Period period, Tally tally) {

	}

	/**
	 * Centres that are alike in one way.
	 *
	 * @param word in which
	 * @param units how many
	 * @param tally their outcomes
	 * @param least the smallest share with complex needs, null when not known
	 * @param most the largest
	 */
	public record Part(String word, int units, Tally tally, @Nullable BigDecimal least, @Nullable BigDecimal most) {

		static Part of(String word, GroupSum sum) {
			return new Part(word, sum.units(), Tally.of(sum.outcomes()), sum.leastNeed(), sum.mostNeed());
		}

		Part plus(Part other) {
			return new Part(this.word, this.units + other.units, this.tally.plus(other.tally),
					(this.least == null) ? other.least
							: (other.least == null) ? this.least : this.least.min(other.least),
					(this.most == null) ? other.most : (other.most == null) ? this.most : this.most.max(other.most));
		}

	}

}
