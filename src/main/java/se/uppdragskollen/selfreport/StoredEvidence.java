package se.uppdragskollen.selfreport;

/**
 * A file with its bytes.
 *
 * @param evidence what is known of it
 * @param content the bytes, as they came
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredEvidence(Evidence evidence, byte[] content) {

}
