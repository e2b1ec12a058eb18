/**
 * What a reporting unit has reported for a period: reading it from files, checks at the
 * door.
 */
@NullMarked
package se.uppdragskollen.report;

import org.jspecify.annotations.NullMarked;
