package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Period;

/**
 * How a unit's measure has gone, beside that of comparable units.
 *
 * @param measure what
 * @param steps period by period, the oldest first, none left out between the first and
 * the last
 */
public record Course(Measure measure, List<Step> steps) {

	/** Of fewer units no median is told: it could tell what one of them has said. */
	public static final int FEWEST = 5;

	/**
	 * A period.
	 *
	 * @param period the period
	 * @param value the unit's value, null when there is none
	 * @param absence why there is none, null when there is one
	 * @param others the comparable units
	 */
	public record Step(Period period, @Nullable BigDecimal value, @Nullable String absence, Others others) {

	}

	/**
	 * How comparable units stand.
	 *
	 * @param count how many of them have a value; 0 when that is too few to be told
	 * @param median the middle of their values, null when they are too few
	 * @param lower how many have a lower value than the unit
	 * @param higher how many have a higher one
	 */
	public record Others(int count, @Nullable BigDecimal median, int lower, int higher) {

		/** Too few, or not asked for. */
		public static final Others NONE = new Others(0, null, 0, 0);

		static Others of(Collection<BigDecimal> values, @Nullable BigDecimal own) {
			if (values.size() < FEWEST) {
				return NONE;
			}
			int lower = (own == null) ? 0 : (int) values.stream().filter((one) -> one.compareTo(own) < 0).count();
			int higher = (own == null) ? 0 : (int) values.stream().filter((one) -> one.compareTo(own) > 0).count();
			return new Others(values.size(), Measure.rounded(Middle.of(values)), lower, higher);
		}

	}

	/** The newest step, null when there is none. */
	public @Nullable Step newest() {
		return this.steps.isEmpty() ? null : this.steps.get(this.steps.size() - 1);
	}

	/** Whether another one counts the same thing, and has always said the same. */
	public boolean isSameAs(Course other) {
		return told() && this.measure.unit() == other.measure.unit() && values().equals(other.values());
	}

	private List<String> values() {
		return this.steps.stream().map((one) -> one.period() + " " + one.value()).toList();
	}

	/** Whether the unit has ever told it. */
	public boolean told() {
		return this.steps.stream().anyMatch((one) -> one.value() != null);
	}

}
