/**
 * Who did what: append-only, hash-chained, written in the same transaction as what was
 * done.
 */
@NullMarked
package se.uppdragskollen.audit;

import org.jspecify.annotations.NullMarked;
