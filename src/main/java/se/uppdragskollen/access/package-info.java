/**
 * People and systems, their roles, and who may do what: the one place where that is
 * decided.
 */
@NullMarked
package se.uppdragskollen.access;

import org.jspecify.annotations.NullMarked;
