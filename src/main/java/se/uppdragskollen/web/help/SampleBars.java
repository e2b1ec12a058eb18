package se.uppdragskollen.web.help;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.web.chart.DrawChart;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.ShownValue;

/**
 * The residents' chart, as an example: what its template reads of a chart.
 *
 * @param width how wide it is
 * @param bars from left to right
 */
public record SampleBars(int width, List<Bar> bars) {

	private static final int STEP = 36;

	/** A period's bar. */
	public record Bar(int x, int y, @Nullable Integer height, Step step, String label, String year) {

	}

	/** What a bar shows. */
	public record Step(Period period, ShownValue cell) {

	}

	/** Six months over a year's end, of which one is not known. */
	static SampleBars of(Say say) {
		int[] values = { 78, 80, 0, 83, 88, 91 };
		Period first = Period.parse("2024-10").orElseThrow();
		List<Bar> bars = new ArrayList<>();
		for (int i = 0; i < values.length; i++) {
			Period period = first.minus(-i);
			boolean known = values[i] > 0;
			ShownValue cell = known ? cell(BigDecimal.valueOf(values[i]), say)
					: new ShownValue("", List.of(), "too-few", null, null);
			bars.add(new Bar(i * STEP, 120 - values[i], known ? values[i] : null, new Step(period, cell),
					DrawChart.shortName(period, say),
					(i == 0 || i == 3) ? String.valueOf(period.from().getYear()) : ""));
		}
		return new SampleBars(values.length * STEP, bars);
	}

	static ShownValue cell(BigDecimal number, Say say) {
		return new ShownValue(say.number(number) + "\u00a0%", List.of(), null, number, number.intValue());
	}

	/** Whether some period has no value. */
	public boolean hasGaps() {
		return this.bars.stream().anyMatch((one) -> one.height() == null);
	}

}
