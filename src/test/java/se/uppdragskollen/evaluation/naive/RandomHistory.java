package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;

/**
 * Earlier values: of elements of other kinds of period, some too old, and of what rules
 * follow over time, some with gaps.
 */
final class RandomHistory {

	/** What should rather go down than up. */
	private static final Set<String> BETTER_FALLING = Set.of("readmission_share", "hired_per_hundred");

	private final Random random;

	private final double wildness;

	private final Period period;

	private final Map<String, SortedMap<Period, Object>> values = new LinkedHashMap<>();

	RandomHistory(Random random, double wildness, Period period) {
		this.random = random;
		this.wildness = wildness;
		this.period = period;
	}

	Map<String, SortedMap<Period, Object>> values() {
		return this.values;
	}

	/** One to three earlier values, the latest more or less long ago. */
	void ofAnotherKind(Element element, Supplier<Object> value) {
		Period latest = element.period().at(this.period.to());
		if (latest.to().isAfter(this.period.to())) {
			latest = latest.minus(1);
		}
		SortedMap<Period, Object> earlier = this.values.computeIfAbsent(element.id(), (id) -> new TreeMap<>());
		int back = (this.random.nextDouble() < this.wildness) ? this.random.nextInt(6) : this.random.nextInt(2);
		for (int i = 0; i <= this.random.nextInt(3); i++) {
			earlier.put(latest.minus(back + i), value.get());
		}
	}

	/** A walk that leads to the present value, or to a value like it. */
	void leadTo(Map<String, BigDecimal> present, Set<String> followed) {
		for (String id : new TreeSet<>(followed)) {
			BigDecimal value = (present.get(id) != null) ? present.get(id)
					: BigDecimal.valueOf(this.random.nextInt(60));
			boolean wild = this.random.nextDouble() < this.wildness;
			int direction = wild ? this.random.nextInt(3) - 1 : BETTER_FALLING.contains(id) ? 1 : -1;
			SortedMap<Period, Object> earlier = this.values.computeIfAbsent(id, (one) -> new TreeMap<>());
			for (int back = 1; back <= 5; back++) {
				boolean turns = wild && this.random.nextInt(3) == 0;
				value = value.add(BigDecimal.valueOf(turns ? this.random.nextInt(3) - 1L : direction));
				if (back == 4 && wild && this.random.nextBoolean()) {
					BigDecimal now = present.getOrDefault(id, BigDecimal.ONE);
					earlier.put(this.period.minus(back), now.multiply(new BigDecimal("0.8")));
				}
				else if (this.random.nextDouble() > this.wildness / 6) {
					earlier.put(this.period.minus(back), value);
				}
				else if (this.random.nextInt(4) == 0) {
					earlier.put(this.period.minus(back), "okänt");
				}
			}
		}
	}

}
