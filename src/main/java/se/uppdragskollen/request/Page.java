package se.uppdragskollen.request;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param <T> what it lists
 * @param items the rows
 * @param next the cursor of the next part, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

}
