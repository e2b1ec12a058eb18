/**
 * The commissioning desk: the region at a glance, requirements and editions, exemptions,
 * deadlines, centres and people.
 */
@NullMarked
package se.uppdragskollen.web.region;

import org.jspecify.annotations.NullMarked;
