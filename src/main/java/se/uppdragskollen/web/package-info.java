/**
 * The service's face: the interface for other systems under {@code /api/v1}, later the
 * pages.
 */
@NullMarked
package se.uppdragskollen.web;

import org.jspecify.annotations.NullMarked;
