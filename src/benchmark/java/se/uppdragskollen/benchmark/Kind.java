package se.uppdragskollen.benchmark;

import java.time.LocalDate;

/**
 * A fact: whose report it is, by its kind of period, and the period's last day.
 */
public record Kind(String word, LocalDate end) {

}
