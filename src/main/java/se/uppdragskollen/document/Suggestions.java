package se.uppdragskollen.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * "Did you mean": the known name that is most like a mistyped one.
 */
public final class Suggestions {

	private Suggestions() {
	}

	/**
	 * The nearest name, when it is near enough to be meant: at most a third of the
	 * letters differ (two swapped neighbours count as one).
	 */
	public static Optional<String> nearest(String typed, Collection<String> names) {
		String wanted = normal(typed);
		int near = Math.max(1, Math.min(4, wanted.length() / 3));
		String best = null;
		int bestDistance = Integer.MAX_VALUE;
		for (String name : names) {
			if (Math.abs(wanted.length() - name.length()) > near) {
				continue;
			}
			int distance = distance(wanted, normal(name));
			if (distance < bestDistance || (distance == bestDistance && best != null && name.compareTo(best) < 0)) {
				best = name;
				bestDistance = distance;
			}
		}
		return (best == null || bestDistance > near || best.equals(typed)) ? Optional.empty() : Optional.of(best);
	}

	private static String normal(String name) {
		return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
	}

	/** Damerau-Levenshtein distance with adjacent swaps (optimal string alignment). */
	private static int distance(String a, String b) {
		int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			d[i][0] = i;
		}
		for (int j = 0; j <= b.length(); j++) {
			d[0][j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			for (int j = 1; j <= b.length(); j++) {
				int cost = (a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1;
				d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
				}
			}
		}
		return d[a.length()][b.length()];
	}

}
