package se.uppdragskollen.selfreport;

import java.time.Instant;
import java.time.LocalDate;

/**
 * More time, or less, for a unit's report.
 *
 * @param due the last day to hand in from then on
 * @param reason why
 * @param movedBy who decided, by name
 * @param movedAt when
 */
public record DeadlineMove(LocalDate due, String reason, String movedBy, Instant movedAt) {

}
