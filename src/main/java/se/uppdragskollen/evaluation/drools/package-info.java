/**
 * The rule engine behind the evaluation: Drools runs the rules, FEEL the formulas. No
 * other package knows either.
 */
@NullMarked
package se.uppdragskollen.evaluation.drools;

import org.jspecify.annotations.NullMarked;
