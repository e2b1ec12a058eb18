/**
 * How a centre's requirements and numbers have gone, beside comparable centres: the same
 * for the centre and for those who follow it up.
 */
@NullMarked
package se.uppdragskollen.web.history;

import org.jspecify.annotations.NullMarked;
