package se.uppdragskollen.report;

import java.math.BigDecimal;

/**
 * How an element stands at comparable units, this one not counted.
 *
 * @param mean their mean
 * @param sd their standard deviation (of a sample: divided by n − 1)
 * @param count how many they are
 */
public record Peers(BigDecimal mean, BigDecimal sd, int count) {

}
