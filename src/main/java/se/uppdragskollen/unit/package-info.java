/**
 * Reporting units, above all health centres: who runs them, which belong together, which
 * may be compared.
 */
@NullMarked
package se.uppdragskollen.unit;

import org.jspecify.annotations.NullMarked;
