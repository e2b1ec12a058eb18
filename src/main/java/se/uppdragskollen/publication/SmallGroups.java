package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Finds the counts of a centre that may not be shown, nor anything that is computed from
 * them. A count is withheld when it is small; a part of a whole also when the rest is
 * small, because the whole less the part is the rest, and so when all parts leave a small
 * rest. Parts of the same whole are shown all together or not at all, because those that
 * are shown would tell the one that is not; and no part is shown without its whole.
 *
 * <p>
 * So nothing that is shown depends on a withheld count, other than by its being withheld.
 * It holds between tables, months and years too, as long as all that is shown of several
 * centres or periods is computed from what is shown of each; {@link Remembered} sees to
 * corrections.
 */
final class SmallGroups {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final BigDecimal smallest;

	private final Map<String, String> wholes;

	/**
	 * For one kind of region.
	 * @param smallest counts below this are small, zero too
	 * @param wholes the count that a count is a part of
	 */
	SmallGroups(int smallest, Map<String, String> wholes) {
		this.smallest = BigDecimal.valueOf(smallest);
		this.wholes = Map.copyOf(wholes);
	}

	/**
	 * The counts that are withheld.
	 * @param counts a centre's counts, those that are known
	 * @param suppressed those that the centre itself withholds
	 */
	Set<String> withheld(Map<String, BigDecimal> counts, Set<String> suppressed) {
		Map<String, List<String>> families = new TreeMap<>();
		counts.keySet().forEach((id) -> families.computeIfAbsent(root(id), (root) -> new ArrayList<>()).add(id));
		suppressed.forEach((id) -> families.computeIfAbsent(root(id), (root) -> new ArrayList<>()).add(id));
		Set<String> withheld = new HashSet<>(suppressed);
		families.forEach((root, members) -> {
			if (members.stream().anyMatch((id) -> tells(id, counts, suppressed))) {
				withheld.addAll(members);
				if (!small(counts.get(root)) && !suppressed.contains(root)) {
					withheld.remove(root);
				}
			}
		});
		return withheld;
	}

	/**
	 * All counts of the same whole, the whole too.
	 * @param ids the counts that there are
	 */
	Set<String> family(String id, Set<String> ids) {
		return ids.stream().filter((one) -> root(one).equals(root(id))).collect(Collectors.toSet());
	}

	/** Whether it would tell of few. */
	private boolean tells(String id, Map<String, BigDecimal> counts, Set<String> suppressed) {
		BigDecimal count = counts.get(id);
		if (suppressed.contains(id) || small(count)) {
			return true;
		}
		for (String whole = this.wholes.get(id); whole != null; whole = this.wholes.get(whole)) {
			BigDecimal all = counts.get(whole);
			if (count != null && all != null && small(all.subtract(count))) {
				return true;
			}
		}
		return leavesFew(id, counts);
	}

	/** Whether its parts leave few of it over; none, when they are all that there is. */
	private boolean leavesFew(String whole, Map<String, BigDecimal> counts) {
		BigDecimal all = counts.get(whole);
		if (all == null) {
			return false;
		}
		BigDecimal rest = counts.entrySet()
			.stream()
			.filter((one) -> whole.equals(this.wholes.get(one.getKey())))
			.map(Map.Entry::getValue)
			.reduce(all, BigDecimal::subtract);
		return rest.signum() > 0 && small(rest);
	}

	/** How many a share of so many people says. */
	static BigDecimal some(BigDecimal percent, BigDecimal all) {
		return all.multiply(percent).divide(HUNDRED, MathContext.DECIMAL64);
	}

	/** Whether some of all are few, or leave few over. */
	boolean areFew(BigDecimal some, BigDecimal all) {
		return small(some) || small(all.subtract(some).abs());
	}

	private boolean small(@Nullable BigDecimal count) {
		return count != null && count.compareTo(this.smallest) < 0;
	}

	/** The whole of all. */
	private String root(String id) {
		String root = id;
		for (String whole = this.wholes.get(root); whole != null; whole = this.wholes.get(whole)) {
			root = whole;
		}
		return root;
	}

}
