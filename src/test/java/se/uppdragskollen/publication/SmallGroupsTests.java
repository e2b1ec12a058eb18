package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

import se.uppdragskollen.assessment.Middle;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Small groups cannot be worked out from what is shown. The attacker knows the rule
 * itself, every table, share and comparison, and what was shown before a correction, and
 * tries every region that would look the same.
 */
class SmallGroupsTests {

	private static final int SMALLEST = 5;

	private static final int MOST = 18;

	private static final int REGIONS = 150;

	private static final String SEED = "uppdragskollen.seed";

	@Test
	void withholdsSmallCountsZeroToo() {
		SmallGroups groups = new SmallGroups(10, Map.of());
		assertThat(groups.withheld(counts("a", 9, "b", 10, "c", 0), Set.of())).containsExactlyInAnyOrder("a", "c");
	}

	@Test
	void withholdsAPartWhoseRestIsSmall() {
		SmallGroups groups = new SmallGroups(10, Map.of("part", "whole"));
		assertThat(groups.withheld(counts("part", 91, "whole", 100), Set.of())).containsExactly("part");
		assertThat(groups.withheld(counts("part", 90, "whole", 100), Set.of())).isEmpty();
		assertThat(groups.withheld(counts("part", 100, "whole", 100), Set.of())).containsExactly("part");
		assertThat(groups.withheld(counts("part", 3, "whole", 9), Set.of())).containsExactlyInAnyOrder("part", "whole");
	}

	@Test
	void showsPartsOfTheSameWholeTogetherOrNotAtAll() {
		SmallGroups groups = new SmallGroups(10, Map.of("a", "whole", "b", "whole", "c", "whole"));
		assertThat(groups.withheld(counts("a", 40, "b", 57, "c", 3, "whole", 100), Set.of()))
			.containsExactlyInAnyOrder("a", "b", "c");
		assertThat(groups.withheld(counts("a", 40, "b", 30, "c", 30, "whole", 100), Set.of())).isEmpty();
	}

	/** Three whom none of the parts counts are as few as three whom one does. */
	@Test
	void withholdsPartsThatTogetherLeaveFewOver() {
		SmallGroups groups = new SmallGroups(10, Map.of("a", "whole", "b", "whole"));
		assertThat(groups.withheld(counts("a", 60, "b", 37, "whole", 100), Set.of())).containsExactlyInAnyOrder("a",
				"b");
		assertThat(groups.withheld(counts("a", 60, "b", 40, "whole", 100), Set.of())).as("all there is").isEmpty();
		assertThat(groups.withheld(counts("a", 60, "b", 30, "whole", 100), Set.of())).isEmpty();
		assertThat(groups.withheld(counts("a", 60, "b", 70, "whole", 100), Set.of())).as("overlapping").isEmpty();
	}

	@Test
	void knowsWhenAShareTellsOfFew() {
		SmallGroups groups = new SmallGroups(10, Map.of());
		assertThat(groups.areFew(SmallGroups.some(new BigDecimal("99.5"), BigDecimal.valueOf(1000)),
				BigDecimal.valueOf(1000)))
			.isTrue();
		assertThat(groups.areFew(SmallGroups.some(new BigDecimal("0.5"), BigDecimal.valueOf(1000)),
				BigDecimal.valueOf(1000)))
			.isTrue();
		assertThat(groups.areFew(SmallGroups.some(BigDecimal.valueOf(100), BigDecimal.valueOf(1000)),
				BigDecimal.valueOf(1000)))
			.isTrue();
		assertThat(groups.areFew(SmallGroups.some(BigDecimal.valueOf(99), BigDecimal.valueOf(1000)),
				BigDecimal.valueOf(1000)))
			.isFalse();
	}

	@Test
	void withholdsWhatTheCentreWithholdsAndItsParts() {
		SmallGroups groups = new SmallGroups(10, Map.of("a", "whole", "b", "whole"));
		assertThat(groups.withheld(counts("b", 50, "whole", 100), Set.of("a"))).containsExactlyInAnyOrder("a", "b");
		assertThat(groups.withheld(counts("a", 50, "b", 50), Set.of("whole"))).containsExactlyInAnyOrder("a", "b",
				"whole");
	}

	@Test
	void letsNobodyWorkOutWhatIsWithheld() {
		long seed = Long.getLong(SEED, System.nanoTime());
		int withheld = 0;
		for (int i = 0; i < REGIONS; i++) {
			Region region = new Region(new Random(seed + i));
			withheld += region.attack(Region::ours).size();
			assertThat(region.pinned(Region::ours)).as("-D" + SEED + "=" + (seed + i) + " " + region).isEmpty();
		}
		assertThat(withheld).as("-D" + SEED + "=" + seed).isGreaterThan(REGIONS);
	}

	/** The attack is worth something: it breaks the rule that hides small cells alone. */
	@Test
	void theAttackBreaksARuleThatForgetsDifferences() {
		int broken = 0;
		for (int i = 0; i < REGIONS; i++) {
			broken += new Region(new Random(i)).pinned(Region::smallCellsAlone).isEmpty() ? 0 : 1;
		}
		assertThat(broken).isGreaterThan(REGIONS / 10);
	}

	private static Map<String, BigDecimal> counts(Object... pairs) {
		Map<String, BigDecimal> counts = new TreeMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			counts.put((String) pairs[i], BigDecimal.valueOf((Integer) pairs[i + 1]));
		}
		return counts;
	}

	/**
	 * A few centres with a few counts that are parts of each other, published, corrected
	 * at another centre, and published again. Parts of a whole are exhaustive when they
	 * can be: the attacker knows that too.
	 */
	private static final class Region {

		private static final List<String> IDS = List.of("a", "b", "c", "d");

		private final Map<String, String> wholes = new TreeMap<>();

		private final boolean exhaustive;

		private final List<Map<String, BigDecimal>> before = new ArrayList<>();

		private final List<Map<String, BigDecimal>> after = new ArrayList<>();

		Region(Random random) {
			for (int i = 1; i < IDS.size(); i++) {
				if (random.nextInt(4) > 0) {
					this.wholes.put(IDS.get(i), IDS.get(random.nextInt(i)));
				}
			}
			this.exhaustive = random.nextBoolean();
			int centres = 3 + random.nextInt(3);
			while (this.before.size() < centres) {
				Map<String, BigDecimal> drawn = new TreeMap<>();
				IDS.forEach((id) -> drawn.put(id, BigDecimal.valueOf(random.nextInt(MOST + 1))));
				if (possible(drawn)) {
					this.before.add(drawn);
				}
			}
			this.after.addAll(this.before);
			this.after.set(centres - 1, this.before.get(random.nextInt(centres)));
		}

		private boolean possible(Map<String, BigDecimal> counts) {
			for (String whole : new TreeSet<>(this.wholes.values())) {
				List<String> parts = IDS.stream().filter((id) -> whole.equals(this.wholes.get(id))).toList();
				BigDecimal sum = parts.stream().map(counts::get).reduce(BigDecimal.ZERO, BigDecimal::add);
				if (parts.stream().anyMatch((part) -> counts.get(part).compareTo(counts.get(whole)) > 0)
						|| this.exhaustive && parts.size() > 1 && sum.compareTo(counts.get(whole)) != 0) {
					return false;
				}
			}
			return true;
		}

		static Set<String> ours(Region region, Map<String, BigDecimal> counts) {
			return new SmallGroups(SMALLEST, region.wholes).withheld(counts, Set.of());
		}

		static Set<String> smallCellsAlone(Region region, Map<String, BigDecimal> counts) {
			Set<String> small = new HashSet<>();
			counts.forEach((id, count) -> {
				if (count.intValue() < SMALLEST) {
					small.add(id);
				}
			});
			return small;
		}

		/**
		 * All that anybody can see of a region: cells, shares, and the middle of the
		 * cells.
		 */
		private Map<String, Object> seen(List<Map<String, BigDecimal>> centres,
				BiFunction<Region, Map<String, BigDecimal>, Set<String>> rule) {
			Map<String, Object> seen = new HashMap<>();
			Map<String, List<BigDecimal>> columns = new TreeMap<>();
			for (int i = 0; i < centres.size(); i++) {
				Map<String, BigDecimal> counts = centres.get(i);
				Set<String> withheld = rule.apply(this, counts);
				for (String id : IDS) {
					boolean hidden = withheld.contains(id);
					seen.put(i + id, hidden ? "withheld" : counts.get(id));
					if (!hidden) {
						columns.computeIfAbsent(id, (key) -> new ArrayList<>()).add(counts.get(id));
					}
					String whole = this.wholes.get(id);
					if (whole != null && !hidden && !withheld.contains(whole) && counts.get(whole).signum() > 0) {
						seen.put(i + id + "-share", counts.get(id).divide(counts.get(whole), 3, RoundingMode.HALF_UP));
					}
				}
			}
			columns.forEach((id, all) -> seen.put("middle-" + id, Middle.of(all)));
			return seen;
		}

		/** For each withheld count the values that it can have, as far as one can see. */
		Map<String, Set<Integer>> attack(BiFunction<Region, Map<String, BigDecimal>, Set<String>> rule) {
			Map<String, Object> first = seen(this.before, rule);
			Map<String, Object> second = seen(this.after, rule);
			Map<String, Set<Integer>> possible = new TreeMap<>();
			for (int i = 0; i < this.before.size() - 1; i++) {
				Set<String> withheld = rule.apply(this, this.before.get(i));
				if (withheld.isEmpty()) {
					continue;
				}
				int centre = i;
				Map<String, Object> own = own(first, centre);
				each(this.before.get(i), new ArrayList<>(withheld), 0, (guess) -> {
					// the cells of the centre itself tell the most: looked at first
					if (possible(guess) && own(seen(List.of(guess), rule), 0).equals(own)
							&& seen(with(this.before, centre, guess), rule).equals(first)
							&& seen(with(this.after, centre, guess), rule).equals(second)) {
						withheld.forEach((id) -> possible.computeIfAbsent(centre + id, (key) -> new TreeSet<>())
							.add(guess.get(id).intValue()));
					}
				});
			}
			return possible;
		}

		private static Map<String, Object> own(Map<String, Object> seen, int centre) {
			Map<String, Object> own = new HashMap<>();
			seen.forEach((key, value) -> {
				if (key.startsWith(String.valueOf(centre))) {
					own.put(key.substring(1), value);
				}
			});
			return own;
		}

		/** The withheld counts that are known better than by a group's size. */
		Map<String, Set<Integer>> pinned(BiFunction<Region, Map<String, BigDecimal>, Set<String>> rule) {
			Map<String, Set<Integer>> pinned = attack(rule);
			pinned.values().removeIf((values) -> values.size() >= SMALLEST);
			return pinned;
		}

		private static List<Map<String, BigDecimal>> with(List<Map<String, BigDecimal>> centres, int at,
				Map<String, BigDecimal> guess) {
			List<Map<String, BigDecimal>> other = new ArrayList<>(centres);
			other.set(at, guess);
			return other;
		}

		private static void each(Map<String, BigDecimal> known, List<String> ids, int from,
				java.util.function.Consumer<Map<String, BigDecimal>> guess) {
			if (from == ids.size()) {
				guess.accept(new TreeMap<>(known));
				return;
			}
			Map<String, BigDecimal> one = new TreeMap<>(known);
			for (int value = 0; value <= MOST; value++) {
				one.put(ids.get(from), BigDecimal.valueOf(value));
				each(one, ids, from + 1, guess);
			}
		}

		@Override
		public String toString() {
			return this.wholes + (this.exhaustive ? " exhaustive " : " ") + this.before;
		}

	}

}
