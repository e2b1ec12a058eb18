/**
 * The rule language: its words, its grammar, reading and printing rules. What is not a
 * word of it cannot be written in a rule.
 */
@NullMarked
package se.uppdragskollen.rule;

import org.jspecify.annotations.NullMarked;
