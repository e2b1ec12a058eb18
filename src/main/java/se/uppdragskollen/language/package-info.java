/**
 * The two languages of everything a user reads: texts, sentences and how figures are
 * written.
 */
@NullMarked
package se.uppdragskollen.language;

import org.jspecify.annotations.NullMarked;
