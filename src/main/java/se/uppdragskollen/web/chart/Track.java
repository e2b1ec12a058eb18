package se.uppdragskollen.web.chart;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of a chart.
 *
 * @param kind how it is drawn
 * @param values in the order of the chart's periods; null where there is none, which is
 * never drawn as a zero
 * @param label what is written at its end, empty for nothing
 */
public record Track(Kind kind, List<@Nullable BigDecimal> values, String label) {

	/**
	 * How a line is drawn: each has marks or dashes of its own, besides its colour.
	 */
	public enum Kind {

		/** The unit's own values: whole, with dots. */
		OWN,

		/** The median of others: dashed, with open squares. */
		MIDDLE,

		/** A limit: long dashes without marks, as wide as the periods for which it is. */
		LIMIT;

		/** As style sheets call it. */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
