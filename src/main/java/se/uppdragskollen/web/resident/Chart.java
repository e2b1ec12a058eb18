package se.uppdragskollen.web.resident;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.web.chart.DrawChart;
import se.uppdragskollen.web.page.Say;

/**
 * Bars of a figure over time, for a picture beside the table: the table says it all.
 *
 * @param width of the picture
 * @param bars one for each period, the oldest first
 */
public record Chart(int width, List<Bar> bars) {

	/** Of the picture, without the words below. */
	public static final int HEIGHT = 120;

	private static final int STEP = 36;

	private static final int NARROW = 9;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * A period's bar.
	 *
	 * @param x its left edge
	 * @param y its upper edge
	 * @param height how high it is; null when there is no value
	 * @param step what it shows
	 * @param label what its period is called within the year
	 * @param year the year that begins with it, empty when it stands at an earlier bar
	 */
	public record Bar(int x, int y, @Nullable Integer height, FigureController.Step step, String label, String year) {

	}

	/** Whether some period has no value. */
	public boolean hasGaps() {
		return this.bars.stream().anyMatch((one) -> one.height() == null);
	}

	/** The last bars alone, as many as fit on a telephone. */
	static @Nullable Chart narrow(List<FigureController.Step> steps, Say say) {
		return of(steps.subList(Math.max(0, steps.size() - NARROW), steps.size()), say);
	}

	/** The bars, from zero up; null when there are too few to be a picture. */
	static @Nullable Chart of(List<FigureController.Step> steps, Say say) {
		BigDecimal most = steps.stream()
			.map((one) -> one.cell().bar() == null ? number(one) : number(one).max(HUNDRED))
			.reduce(BigDecimal.ONE, BigDecimal::max);
		if (steps.stream().filter((one) -> one.cell().number() != null).count() < 2) {
			return null;
		}
		List<Bar> bars = new ArrayList<>();
		for (int i = 0; i < steps.size(); i++) {
			FigureController.Step one = steps.get(i);
			int height = number(one).multiply(BigDecimal.valueOf(HEIGHT))
				.divide(most, 0, RoundingMode.HALF_UP)
				.intValue();
			bars.add(new Bar(i * STEP, HEIGHT - height, (one.cell().number() == null) ? null : height, one,
					DrawChart.shortName(one.period(), say), year(steps, i)));
		}
		return new Chart(steps.size() * STEP, bars);
	}

	private static String year(List<FigureController.Step> steps, int at) {
		Period period = steps.get(at).period();
		int year = period.from().getYear();
		boolean told = at > 0 && steps.get(at - 1).period().from().getYear() == year;
		return (told || period.kind() == PeriodKind.YEAR) ? "" : String.valueOf(year);
	}

	private static BigDecimal number(FigureController.Step step) {
		BigDecimal number = step.cell().number();
		return (number == null) ? BigDecimal.ZERO : number;
	}

}
