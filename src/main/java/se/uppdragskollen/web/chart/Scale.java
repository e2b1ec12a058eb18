package se.uppdragskollen.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * From values to heights, with round figures beside.
 *
 * @param low the lowest value drawn
 * @param high the highest
 * @param step between two round figures
 */
record Scale(double low, double high, double step) {

	private static final double[] ROUND = { 1, 2, 2.5, 5, 10 };

	/** Lower values than this part of the highest one make the scale begin at zero. */
	private static final double FAR = 0.4;

	private static final double ROOM = 0.08;

	private static final double HUNDRED = 100;

	/**
	 * One that has room for all.
	 * @param values at least one
	 * @param most how many round figures there is room for
	 * @param share whether nothing can be above a hundred
	 */
	static Scale of(Collection<BigDecimal> values, int most, boolean share) {
		double least = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
		double greatest = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
		double room = (greatest > least) ? (greatest - least) * ROOM : Math.max(Math.abs(greatest) * ROOM, 1);
		double low = least - room;
		double high = greatest + room;
		if (least >= 0 && (low < 0 || least < greatest * FAR)) {
			low = 0;
		}
		if (share && greatest <= HUNDRED) {
			high = Math.min(high, HUNDRED);
		}
		double step = step((high - low) / most);
		double first = Math.floor(low / step) * step;
		double last = Math.ceil(high / step) * step;
		return new Scale(first, last, step);
	}

	private static double step(double least) {
		double power = Math.pow(10, Math.floor(Math.log10(least)));
		for (double one : ROUND) {
			if (one * power >= least) {
				return one * power;
			}
		}
		return 10 * power;
	}

	/** The round figures, the lowest first. */
	List<BigDecimal> figures() {
		List<BigDecimal> figures = new ArrayList<>();
		BigDecimal one = new BigDecimal(String.valueOf(this.step)).stripTrailingZeros();
		long first = Math.round(this.low / this.step);
		long last = Math.round(this.high / this.step);
		for (long i = first; i <= last; i++) {
			BigDecimal figure = one.multiply(BigDecimal.valueOf(i)).stripTrailingZeros();
			figures.add((figure.scale() < 0) ? figure.setScale(0) : figure);
		}
		return figures;
	}

	/** How far up a value is, from 0 to 1. */
	double at(BigDecimal value) {
		return (value.doubleValue() - this.low) / (this.high - this.low);
	}

}
