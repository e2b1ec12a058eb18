package se.uppdragskollen.report;

import java.time.LocalDate;

/**
 * The same kind of datum from another source than the unit itself.
 *
 * @param source the register
 * @param element the element or derived element
 * @param value typed as the element
 * @param asOf the day on which the register said so
 */
public record RegisterValue(String source, String element, Object value, LocalDate asOf) {

}
