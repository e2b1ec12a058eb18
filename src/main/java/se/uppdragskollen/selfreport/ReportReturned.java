package se.uppdragskollen.selfreport;

/**
 * A reviewer has given a self-report back to be completed. Told inside the transaction
 * that does it.
 *
 * @param key which report
 * @param by the reviewer
 */
public record ReportReturned(ReportKey key, long by) {

}
