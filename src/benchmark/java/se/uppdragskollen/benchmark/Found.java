package se.uppdragskollen.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * How one comparison went: nothing is known of it when {@code holds} is null.
 */
record Found(Demanded demanded, @Nullable Boolean holds, @Nullable Object value, @Nullable Object limit) {

}
