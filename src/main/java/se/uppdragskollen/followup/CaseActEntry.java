package se.uppdragskollen.followup;

import org.jspecify.annotations.Nullable;

/**
 * An act as it is asked for.
 *
 * @param act its word
 * @param text why, or the answer
 * @param due another deadline, for {@code extend}
 * @param reviewer who is to see to it, for {@code assign}; nobody named means oneself
 */
public record CaseActEntry(@Nullable String act, @Nullable String text, @Nullable String due, @Nullable Long reviewer) {

}
