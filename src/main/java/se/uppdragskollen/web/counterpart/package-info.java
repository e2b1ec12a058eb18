/**
 * What counterparts see of the service: the page behind a one-time link.
 */
@NullMarked
package se.uppdragskollen.web.counterpart;

import org.jspecify.annotations.NullMarked;
