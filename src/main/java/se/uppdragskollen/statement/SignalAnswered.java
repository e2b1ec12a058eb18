package se.uppdragskollen.statement;

/**
 * A counterpart has answered an invitation. Told inside the transaction that keeps the
 * answer.
 *
 * @param link the invitation's id
 * @param unit the unit that it is about
 */
public record SignalAnswered(long link, String unit) {

}
