package se.uppdragskollen.web.api;

import org.jspecify.annotations.Nullable;

/**
 * Why something is withdrawn.
 *
 * @param reason in words
 */
record Reason(@Nullable String reason) {

}
