/**
 * Self-reports: which are due, drafts that are typed into, versions that are signed and
 * handed in, evidence.
 */
@NullMarked
package se.uppdragskollen.selfreport;

import org.jspecify.annotations.NullMarked;
