package se.uppdragskollen.selfreport;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A draft with what is wrong in it and what was handed in the last time.
 *
 * @param draft the draft
 * @param reading what it would be if it were handed in now
 * @param last what was handed in for the period before, null when nothing
 * @param isNew whether it was opened by this request
 */
public record CurrentDraft(Draft draft, DraftReading reading, @Nullable LastReport last, boolean isNew) {

	/** The same draft with other answers, not saved. */
	public CurrentDraft with(Map<String, DraftEntry> answers) {
		SortedMap<String, DraftEntry> entries = new TreeMap<>(this.draft.entries());
		entries.putAll(answers);
		return new CurrentDraft(
				new Draft(this.draft.unit(), this.draft.assignment(), this.draft.period(), entries,
						this.draft.comment(), this.draft.editedBy(), this.draft.editedAt(), this.draft.version()),
				this.reading, this.last, false);
	}

}
