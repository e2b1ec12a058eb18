/**
 * The Kalmar editions by hand: what the engine is held against.
 */
@NullMarked
package se.uppdragskollen.evaluation.naive;

import org.jspecify.annotations.NullMarked;
