/**
 * Swedish working days, in which answer deadlines are counted.
 */
@NullMarked
package se.uppdragskollen.calendar;

import org.jspecify.annotations.NullMarked;
