package se.uppdragskollen.selfreport;

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

}
