/**
 * Measures the engine beside other ways to the same outcomes.
 */
@NullMarked
package se.uppdragskollen.benchmark;

import org.jspecify.annotations.NullMarked;
