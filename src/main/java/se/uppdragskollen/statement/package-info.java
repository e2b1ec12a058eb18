/**
 * What others state about a unit: registers' values, counterparts' signals, exemptions.
 * Nothing is changed in place: a newer statement replaces an older one, which is kept.
 */
@NullMarked
package se.uppdragskollen.statement;

import org.jspecify.annotations.NullMarked;
