/**
 * The command line.
 */
@NullMarked
package se.uppdragskollen.cli;

import org.jspecify.annotations.NullMarked;
