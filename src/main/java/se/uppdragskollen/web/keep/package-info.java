/**
 * Pages to keep: the same content that stands on the page, as accessible PDF and as
 * Excel. A handler whose page can be kept says so; all else is done here for all.
 */
@NullMarked
package se.uppdragskollen.web.keep;

import org.jspecify.annotations.NullMarked;
