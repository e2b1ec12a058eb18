/**
 * Holds a report against an edition: obligations, outcomes, results and their
 * explanation.
 */
@NullMarked
package se.uppdragskollen.evaluation;

import org.jspecify.annotations.NullMarked;
