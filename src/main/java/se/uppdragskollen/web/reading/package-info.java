/**
 * What was reported and how it was judged, as pages show it to those who read it.
 */
@NullMarked
package se.uppdragskollen.web.reading;

import org.jspecify.annotations.NullMarked;
