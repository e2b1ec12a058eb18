/**
 * What everybody who is logged in chooses for themselves.
 */
@NullMarked
package se.uppdragskollen.web.settings;

import org.jspecify.annotations.NullMarked;
