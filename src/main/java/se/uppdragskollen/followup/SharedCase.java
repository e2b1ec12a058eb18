package se.uppdragskollen.followup;

import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;

/**
 * An open case as its centre knows it.
 *
 * @param row the case
 * @param ladderTitle what its step of the ladder is called, null before the first
 * @param findings how it went, the oldest period first
 * @param actions what is to be done, without what was dropped
 */
public record SharedCase(CaseRow row, @Nullable Bilingual ladderTitle, List<Finding> findings,
		List<AgreedAction> actions) {

	/**
	 * The newest period in which the requirement was not met, null when there is none.
	 */
	public @Nullable Finding newestFailure() {
		Finding newest = null;
		for (Finding one : this.findings) {
			if (one.fails()) {
				newest = one;
			}
		}
		return newest;
	}

}
