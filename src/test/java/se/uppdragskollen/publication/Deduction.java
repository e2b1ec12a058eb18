package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What somebody can work out about numbers of people: whole numbers of which it is known
 * that some are others' sums, some are equal, some are shares of others within a
 * rounding, and of some that one is small without its being said which. It knows nothing
 * of how the service withholds.
 */
final class Deduction {

	/** No centre has more of anything. */
	static final long MOST = 10_000_000;

	private final Map<String, long[]> known;

	private final List<Rule> rules;

	private final List<List<String>> oneIsSmall;

	private final int small;

	/**
	 * Nothing is known at first.
	 * @param small numbers below this are small
	 */
	Deduction(int small) {
		this(small, new HashMap<>(), new ArrayList<>(), new ArrayList<>());
	}

	private Deduction(int small, Map<String, long[]> known, List<Rule> rules, List<List<String>> oneIsSmall) {
		this.small = small;
		this.known = known;
		this.rules = rules;
		this.oneIsSmall = oneIsSmall;
	}

	/** A number is told. */
	void told(String name, long value) {
		narrow(name, value, value);
	}

	/** A number is not small. */
	void large(String name) {
		narrow(name, this.small, MOST);
	}

	/** A whole is what two parts make together. */
	void sum(String whole, String part, String rest) {
		this.rules.add((all) -> all.narrow(whole, all.low(part) + all.low(rest), all.high(part) + all.high(rest))
				| all.narrow(part, all.low(whole) - all.high(rest), all.high(whole) - all.low(rest))
				| all.narrow(rest, all.low(whole) - all.high(part), all.high(whole) - all.low(part)));
	}

	/** Two numbers are the same. */
	void same(String one, String other) {
		this.rules.add((all) -> all.narrow(one, all.low(other), all.high(other))
				| all.narrow(other, all.low(one), all.high(one)));
	}

	/** A part is this share of a whole, in percent with one decimal. */
	void share(String part, String whole, BigDecimal percent) {
		BigDecimal low = percent.subtract(new BigDecimal("0.05")).max(BigDecimal.ZERO).movePointLeft(2);
		BigDecimal high = percent.add(new BigDecimal("0.05")).movePointLeft(2);
		this.rules.add((all) -> all.narrow(part,
				BigDecimal.valueOf(all.low(whole)).multiply(low).setScale(0, RoundingMode.CEILING).longValue(),
				BigDecimal.valueOf(all.high(whole)).multiply(high).setScale(0, RoundingMode.FLOOR).longValue()));
	}

	/** One of these is small; it is not said which. */
	void oneIsSmall(String... names) {
		this.oneIsSmall.add(List.of(names));
	}

	/**
	 * The values that a number can have, no more than asked for.
	 * @param most how many are enough
	 */
	TreeSet<Long> values(String name, int most) {
		TreeSet<Long> values = new TreeSet<>();
		collect(name, most, 0, values);
		return values;
	}

	private void collect(String name, int most, int next, TreeSet<Long> values) {
		if (!settle()) {
			return;
		}
		if (next < this.oneIsSmall.size()) {
			for (String one : this.oneIsSmall.get(next)) {
				Deduction other = copy();
				other.narrow(one, 0, this.small - 1L);
				other.collect(name, most, next + 1, values);
			}
			return;
		}
		for (long value = low(name); value <= high(name) && values.size() < most; value++) {
			Deduction other = copy();
			other.told(name, value);
			if (other.settle()) {
				values.add(value);
			}
		}
	}

	private Deduction copy() {
		Map<String, long[]> copies = new HashMap<>();
		this.known.forEach((name, range) -> copies.put(name, range.clone()));
		return new Deduction(this.small, copies, this.rules, this.oneIsSmall);
	}

	/** Draws all conclusions; tells whether all of it can be true. */
	private boolean settle() {
		boolean changed = true;
		while (changed) {
			changed = false;
			for (Rule rule : this.rules) {
				changed |= rule.narrows(this);
			}
			if (this.known.values().stream().anyMatch((range) -> range[0] > range[1])) {
				return false;
			}
		}
		return true;
	}

	private long low(String name) {
		return range(name)[0];
	}

	private long high(String name) {
		return range(name)[1];
	}

	private long[] range(String name) {
		return this.known.computeIfAbsent(name, (key) -> new long[] { 0, MOST });
	}

	private boolean narrow(String name, long low, long high) {
		long[] range = range(name);
		boolean narrower = low > range[0] || high < range[1];
		range[0] = Math.max(range[0], low);
		range[1] = Math.min(range[1], high);
		return narrower;
	}

	/** Something that holds between numbers. */
	private interface Rule {

		/** Uses it once; tells whether anything became narrower. */
		boolean narrows(Deduction all);

	}

}
