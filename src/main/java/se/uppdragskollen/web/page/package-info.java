/**
 * What all pages share: frame, languages, how things are written, login and errors.
 */
@NullMarked
package se.uppdragskollen.web.page;

import org.jspecify.annotations.NullMarked;
