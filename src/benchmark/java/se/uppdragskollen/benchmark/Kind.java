package se.uppdragskollen.benchmark;

import java.time.LocalDate;

/**
 * A fact: whose report it is, by its kind of period, the period's last day and the
 * parameters in force on it.
 */
public record Kind(String word, LocalDate end, Limits limits) {

}
