/**
 * Holds what was handed in against the edition, keeps every result, and repeats any of
 * them.
 */
@NullMarked
package se.uppdragskollen.assessment;

import org.jspecify.annotations.NullMarked;
