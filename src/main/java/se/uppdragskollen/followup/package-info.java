/**
 * What a reviewer looks at and what comes of it: findings become cases, which are
 * confirmed or dismissed, answered, talked over, put right and closed.
 */
@NullMarked
package se.uppdragskollen.followup;

import org.jspecify.annotations.NullMarked;
