package se.uppdragskollen.statement;

/**
 * How many proposed exemptions wait for a decision.
 *
 * @param own those that the asker may decide
 * @param others those that somebody else has to decide, such as the asker's own proposals
 */
public record WaitingExemptions(int own, int others) {

}
