/**
 * The interface for other systems, below {@code /api/v1}: each address says what one must
 * be allowed to do, takes what is sent, and asks a use case.
 */
@NullMarked
package se.uppdragskollen.web.api;

import org.jspecify.annotations.NullMarked;
