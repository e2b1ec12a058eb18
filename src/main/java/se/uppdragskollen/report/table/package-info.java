/**
 * Tables as people save them, CSV and Excel, as rows of cells that know their place.
 */
@NullMarked
package se.uppdragskollen.report.table;

import org.jspecify.annotations.NullMarked;
