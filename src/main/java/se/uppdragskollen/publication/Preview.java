package se.uppdragskollen.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What residents would see of a period if it were published now, for the reviewer who
 * publishes it.
 *
 * @param period how the period stands
 * @param content what would be shown
 * @param lacking the values that would not be shown because they are not settled or are
 * not there, by centre
 * @param results the results that it is drawn up from
 * @param before what is shown now, null when nothing is
 */
public record Preview(PublishablePeriod period, Content content, List<Lacking> lacking, List<Long> results,
		@Nullable Publication before) {

	/** How many values have each reason not to be shown. */
	public Map<Withheld, Long> counts() {
		Map<Withheld, Long> counts = new java.util.EnumMap<>(Withheld.class);
		for (PublishedValue one : this.content.values()) {
			if (one.withheld() != null) {
				counts.merge(one.withheld(), 1L, Long::sum);
			}
		}
		return counts;
	}

	/** How many values would be shown. */
	public long shown() {
		return this.content.values().stream().filter((one) -> one.value() != null).count();
	}

	/** What a centre would show of a figure. */
	public Optional<PublishedValue> value(String figure, String unit) {
		return this.content.values()
			.stream()
			.filter((one) -> one.figure().equals(figure) && one.unit().equals(unit))
			.findFirst();
	}

	/**
	 * Why a centre would not show a figure.
	 *
	 * @param centre the centre
	 * @param figure the figure
	 * @param why why not
	 * @param requirements the requirements whose findings are not settled; empty for
	 * another reason
	 */
	public record Lacking(PublishedCentre centre, Figure figure, Withheld why, List<String> requirements) {

		/** The same for the centre's own people, who do not know of what is proposed. */
		Lacking untold() {
			return new Lacking(this.centre, this.figure, this.why, List.of());
		}

	}

}
