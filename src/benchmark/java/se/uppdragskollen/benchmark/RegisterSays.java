package se.uppdragskollen.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * A fact: what a register says of an element, null when it says nothing.
 */
public record RegisterSays(String element, String source, @Nullable Object value) {

}
