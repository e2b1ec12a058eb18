/**
 * The editions that were published here, kept by revision: what was judged once can
 * always be judged again.
 */
@NullMarked
package se.uppdragskollen.edition;

import org.jspecify.annotations.NullMarked;
