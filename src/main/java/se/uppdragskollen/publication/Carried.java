package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What may be known of the counts that a centre's figures take from another period, such
 * as a half-year's share of those who were listed in its last quarter. Such a count is
 * shown and corrected with its own period; set against a share of before or after, its
 * other number would tell the few.
 *
 * @param drawn the numbers that it had when the period's earlier publications were drawn
 * up, by count
 * @param shown the numbers that it was ever shown as in its own period, by count
 */
record Carried(Map<String, Set<BigDecimal>> drawn, Map<String, Set<BigDecimal>> shown) {

	static final Carried NOTHING = new Carried(Map.of(), Map.of());

	/** One to be filled. */
	static Carried empty() {
		return new Carried(new HashMap<>(), new HashMap<>());
	}

	/**
	 * Whether those of a share would be few, or leave few over, with another number of a
	 * count that it takes from another period.
	 * @param some how many the share says, now
	 * @param all of how many
	 * @param people the centre's counts now
	 */
	boolean tells(Column column, BigDecimal some, BigDecimal all, Map<String, BigDecimal> people, SmallGroups groups) {
		return column.carried().stream().anyMatch((id) -> {
			BigDecimal now = people.get(id);
			return numbers(id).stream()
				.filter((other) -> isOther(other, now))
				.anyMatch((other) -> all.equals(now) ? groups.areFew(some, other) : groups.areFew(other, all));
		});
	}

	/**
	 * The counts of a withheld figure that had another number when the period was drawn
	 * up before.
	 */
	Set<String> changed(Column few, Map<String, BigDecimal> people) {
		Set<String> changed = new TreeSet<>();
		for (String id : few.carried()) {
			if (this.drawn.getOrDefault(id, Set.of()).stream().anyMatch((before) -> isOther(before, people.get(id)))) {
				changed.add(id);
			}
		}
		return changed;
	}

	private static boolean isOther(BigDecimal before, @Nullable BigDecimal now) {
		return now == null || before.compareTo(now) != 0;
	}

	private Set<BigDecimal> numbers(String id) {
		Set<BigDecimal> all = new TreeSet<>(this.drawn.getOrDefault(id, Set.of()));
		all.addAll(this.shown.getOrDefault(id, Set.of()));
		return all;
	}

}
