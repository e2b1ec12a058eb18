package se.uppdragskollen.followup;

import java.util.Map;

/**
 * How many cases there are to work on.
 *
 * @param byState how many stand so, states without any left out
 * @param overdue open ones whose deadline has passed
 * @param mine open ones that the asker sees to
 */
public record CaseCounts(Map<CaseState, Integer> byState, int overdue, int mine) {

	/** How many stand so. */
	public int in(CaseState state) {
		return this.byState.getOrDefault(state, 0);
	}

	/** How many have not ended. */
	public int open() {
		return CaseState.OPEN.stream().mapToInt(this::in).sum();
	}

}
