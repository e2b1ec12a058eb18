/**
 * The centre's desk: what is due, the self-report, what the region asks, how the centre
 * stands.
 */
@NullMarked
package se.uppdragskollen.web.centre;

import org.jspecify.annotations.NullMarked;
