package se.uppdragskollen.web.resident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assessment.Middle;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.publication.PublishedCentre;
import se.uppdragskollen.publication.PublishedValue;
import se.uppdragskollen.publication.ReadPublished.Newest;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.ShownValue;

/**
 * What is published of one or more centres, chapter by chapter, beside the middle of all
 * centres that show the figure.
 *
 * @param chapters the figures by their chapter's title
 */
public record Comparison(Map<String, List<Row>> chapters) {

	/** Of fewer there is no middle to speak of. */
	private static final int FEWEST = 3;

	/** Shares, rates, indexes and times: what large and small centres have alike. */
	private static final Set<@Nullable String> COMPARABLE = Stream
		.of(Unit.PERCENT, Unit.PER_HUNDRED, Unit.PER_THOUSAND, Unit.PERSONS_PER_FTE, Unit.INDEX, Unit.SCORE,
				Unit.HOURS_PER_WEEK, Unit.DAYS_PER_WEEK, Unit.MINUTES, Unit.DAYS)
		.map(Unit::word)
		.collect(Collectors.toCollection(HashSet::new));

	/**
	 * A figure of the centres.
	 *
	 * @param newest the figure and its period
	 * @param cells one for each centre
	 * @param middle the middle of all centres, null when there is none
	 * @param among of how many centres it is the middle
	 */
	public record Row(Newest newest, List<ShownValue> cells, @Nullable ShownValue middle, int among) {

		/** Whether no centre has anything to say of it. */
		boolean isEmpty() {
			return this.cells.stream().allMatch((one) -> "none".equals(one.withheld()));
		}

	}

	/**
	 * Sets centres beside each other.
	 * @param values of all centres, by centre and figure
	 */
	static Comparison of(List<PublishedCentre> centres, List<Newest> figures,
			Map<String, Map<String, PublishedValue>> values, Say say) {
		Map<String, List<Row>> chapters = new LinkedHashMap<>();
		for (Newest one : figures) {
			List<ShownValue> cells = centres.stream()
				.map((centre) -> ShownValue.of(one.figure(),
						values.getOrDefault(centre.id(), Map.of()).get(one.figure().id()), say))
				.toList();
			List<BigDecimal> all = numbers(one, values);
			Row row = new Row(one, cells, middle(one, all, say), all.size());
			if (!row.isEmpty()) {
				chapters.computeIfAbsent(say.of(one.figure().chapter()), (title) -> new ArrayList<>()).add(row);
			}
		}
		return new Comparison(chapters);
	}

	/** The figure's values that are shown. */
	static List<BigDecimal> numbers(Newest one, Map<String, Map<String, PublishedValue>> values) {
		List<BigDecimal> numbers = new ArrayList<>();
		if (one.figure().compares()) {
			for (Map<String, PublishedValue> own : values.values()) {
				PublishedValue value = own.get(one.figure().id());
				if (value != null && value.value() != null) {
					numbers.add(new BigDecimal(value.value()));
				}
			}
		}
		return numbers;
	}

	/**
	 * The middle of what is shown, rounded as the figures are. How many there are of
	 * something tells how large a centre is: among such figures there is no middle that
	 * one could be better or worse than.
	 */
	static @Nullable ShownValue middle(Newest one, List<BigDecimal> numbers, Say say) {
		if (numbers.size() < FEWEST || !COMPARABLE.contains(one.figure().measure())) {
			return null;
		}
		BigDecimal middle = Middle.of(numbers).setScale(1, java.math.RoundingMode.HALF_UP);
		return ShownValue.of(one.figure(), new PublishedValue(one.figure().id(), "", middle.toPlainString(), null),
				say);
	}

}
