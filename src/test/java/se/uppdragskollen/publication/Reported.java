package se.uppdragskollen.publication;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a centre has reported of a period: a whole and a part of it twice over, for
 * months; the listed and a text, for quarters; how many of the listed have a doctor, for
 * half-years. Numbers that are not small have five digits and are never used twice, so
 * that none is met by chance.
 *
 * @param numbers what is counted, by element; what is not reported is left out
 * @param suppressed the elements that the centre itself withholds
 * @param texts what is written, by element
 */
record Reported(Map<String, Integer> numbers, Set<String> suppressed, Map<String, String> texts) {

	static final String CALLS = "calls_incoming";

	static final String ANSWERED = "calls_answered_same_day";

	static final String ASSESSED = "assessed_total";

	static final String WITHIN = "assessed_within_3_days";

	static final String LISTED = "listed_patients";

	static final String WITH_DOCTOR = "patients_with_fixed_doctor";

	static final int SMALL = 10;

	@Nullable Integer number(String element) {
		return this.numbers.get(element);
	}

	/** As the interface takes it. */
	String entries() {
		StringBuilder all = new StringBuilder();
		this.numbers.forEach((id, value) -> entry(all, id, "\"value\":" + value));
		this.suppressed.forEach((id) -> entry(all, id, "\"suppressed\":true"));
		this.texts.forEach((id, text) -> entry(all, id, "\"value\":\"" + text + "\""));
		return "{" + all + "}";
	}

	private static void entry(StringBuilder all, String id, String content) {
		all.append(all.isEmpty() ? "" : ",").append("\"").append(id).append("\":{").append(content).append("}");
	}

	/**
	 * Draws reports.
	 */
	static final class Dice {

		private final Random random;

		private final Set<Integer> used = new HashSet<>();

		Dice(long seed) {
			this.random = new Random(seed);
		}

		/** One of this many. */
		int one(int of) {
			return this.random.nextInt(of);
		}

		/** A number of five digits that nobody has had. */
		int fresh(int from, int to) {
			int number = from + this.random.nextInt(to - from);
			return this.used.add(number) ? number : fresh(from, to);
		}

		private boolean isFresh(int number) {
			return number < SMALL || number == SMALL || this.used.add(number);
		}

		/** A word that nobody has written. */
		String word() {
			StringBuilder word = new StringBuilder("ord");
			for (int i = 0; i < 12; i++) {
				word.append((char) ('a' + one(26)));
			}
			return word.toString();
		}

		/** At least one number: an empty report is not taken. */
		Reported month() {
			Map<String, Integer> numbers = new TreeMap<>();
			Set<String> suppressed = new HashSet<>();
			family(CALLS, ANSWERED, numbers, suppressed);
			family(ASSESSED, WITHIN, numbers, suppressed);
			return numbers.isEmpty() ? month() : new Reported(numbers, suppressed, Map.of());
		}

		private void family(String whole, String part, Map<String, Integer> numbers, Set<String> suppressed) {
			if (one(8) > 0) {
				numbers.put(whole, (one(6) == 0) ? one(SMALL) : fresh(30_000, 99_000));
			}
			part(whole, part, numbers, suppressed);
		}

		/** A part that is small, leaves few over, is just large enough, or is neither. */
		private void part(String whole, String part, Map<String, Integer> numbers, Set<String> suppressed) {
			Integer all = numbers.get(whole);
			numbers.remove(part);
			suppressed.remove(part);
			int kind = one(12);
			if (kind == 0) {
				suppressed.add(part);
			}
			else if (all != null && all < SMALL) {
				numbers.put(part, one(all + 1));
			}
			else if (all != null && kind > 1) {
				numbers.put(part, switch (kind) {
					case 2 -> one(SMALL);
					case 3 -> SMALL;
					case 4, 5, 6 -> all - one(SMALL);
					case 7 -> all - SMALL;
					default -> all - all / (20 + one(30));
				});
			}
			if (numbers.containsKey(part) && numbers.get(part) > SMALL && !isFresh(numbers.get(part))) {
				part(whole, part, numbers, suppressed);
			}
		}

		Reported quarter() {
			Map<String, Integer> numbers = new TreeMap<>();
			if (one(6) > 0) {
				numbers.put(LISTED, (one(5) == 0) ? one(SMALL) : fresh(10_000, 30_000));
			}
			Map<String, String> texts = new TreeMap<>(Map.of("gp_specialist_names", word()));
			if (one(5) > 0) {
				texts.put("phone_hours", word());
			}
			return new Reported(numbers, Set.of(), texts);
		}

		/** A part of those who are listed. */
		Reported half(@Nullable Integer listed) {
			Map<String, Integer> numbers = new TreeMap<>();
			if (listed != null) {
				numbers.put(LISTED, listed);
			}
			while (!numbers.containsKey(WITH_DOCTOR)) {
				part(LISTED, WITH_DOCTOR, numbers, new HashSet<>());
				if (listed == null) {
					numbers.put(WITH_DOCTOR, fresh(10_000, 30_000));
				}
			}
			numbers.remove(LISTED);
			return new Reported(numbers, Set.of(), Map.of());
		}

		/** A quarter, corrected so that a part of the listed may leave few over. */
		Reported quarter(Reported before, int part) {
			Map<String, Integer> numbers = new TreeMap<>(before.numbers());
			int other = part + switch (one(4)) {
				case 0, 1 -> one(SMALL);
				case 2 -> SMALL;
				default -> part / (20 + one(30));
			};
			if (one(8) == 0) {
				numbers.remove(LISTED);
			}
			else if (isFresh(other)) {
				numbers.put(LISTED, other);
			}
			return new Reported(numbers, Set.of(), before.texts());
		}

		/**
		 * The same report, corrected: all of it, or in one number only, so that a part
		 * may become too small, too large, or be set against another whole.
		 */
		Reported corrected(Reported before) {
			if (before.texts().containsKey("gp_specialist_names")) {
				return quarter();
			}
			if (one(6) == 0) {
				return month();
			}
			Map<String, Integer> numbers = new TreeMap<>(before.numbers());
			Set<String> suppressed = new HashSet<>(before.suppressed());
			correct(CALLS, ANSWERED, numbers, suppressed);
			if (one(2) == 0) {
				correct(ASSESSED, WITHIN, numbers, suppressed);
			}
			return numbers.isEmpty() ? month() : new Reported(numbers, suppressed, before.texts());
		}

		private void correct(String whole, String part, Map<String, Integer> numbers, Set<String> suppressed) {
			Integer all = numbers.get(whole);
			Integer some = numbers.get(part);
			if (all == null || some == null || some <= SMALL || one(4) == 0) {
				part(whole, part, numbers, suppressed);
				return;
			}
			int other = switch (one(4)) {
				case 0, 1 -> some + one(SMALL);
				case 2 -> some + SMALL;
				default -> some + some / (20 + one(30));
			};
			if (other != all && other != some && isFresh(other)) {
				numbers.put(whole, other);
			}
			else {
				part(whole, part, numbers, suppressed);
			}
		}

	}

}
