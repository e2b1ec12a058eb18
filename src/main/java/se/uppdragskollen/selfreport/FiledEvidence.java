package se.uppdragskollen.selfreport;

/**
 * A file, and the report that it belongs to.
 *
 * @param report which report
 * @param evidence the file
 */
public record FiledEvidence(ReportKey report, Evidence evidence) {

}
