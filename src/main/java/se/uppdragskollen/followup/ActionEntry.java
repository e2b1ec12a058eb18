package se.uppdragskollen.followup;

import org.jspecify.annotations.Nullable;

/**
 * An action as it is typed; what is left out stays as it is.
 *
 * @param text what is to be done
 * @param owner who sees to it
 * @param due by when
 * @param state how far it has come
 * @param note what is to be said of it
 */
public record ActionEntry(@Nullable String text, @Nullable String owner, @Nullable String due, @Nullable String state,
		@Nullable String note) {

}
