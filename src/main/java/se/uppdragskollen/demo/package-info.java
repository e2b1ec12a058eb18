/**
 * A plainly fictional region for trying and testing: units, reports, and the stories
 * planted in them.
 */
@NullMarked
package se.uppdragskollen.demo;

import org.jspecify.annotations.NullMarked;
