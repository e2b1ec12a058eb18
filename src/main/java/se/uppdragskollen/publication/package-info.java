/**
 * What residents see: confirmed figures of the periods that a reviewer has published,
 * small groups withheld, so that nothing else follows from what is shown.
 */
@NullMarked
package se.uppdragskollen.publication;

import org.jspecify.annotations.NullMarked;
