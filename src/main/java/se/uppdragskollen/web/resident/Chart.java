package se.uppdragskollen.web.resident;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

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

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * A period's bar.
	 *
	 * @param x its left edge
	 * @param y its upper edge
	 * @param height how high it is; null when there is no value
	 * @param step what it shows
	 */
	public record Bar(int x, int y, @Nullable Integer height, FigureController.Step step) {

	}

	/** The bars, from zero up; null when there are too few to be a picture. */
	static @Nullable Chart of(List<FigureController.Step> steps) {
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
			bars.add(new Bar(i * STEP, HEIGHT - height, (one.cell().number() == null) ? null : height, one));
		}
		return new Chart(steps.size() * STEP, bars);
	}

	private static BigDecimal number(FigureController.Step step) {
		BigDecimal number = step.cell().number();
		return (number == null) ? BigDecimal.ZERO : number;
	}

}
