/**
 * Tables that a person fills in: written as CSV and as a workbook.
 */
@NullMarked
package se.uppdragskollen.report.template;

import org.jspecify.annotations.NullMarked;
