package se.uppdragskollen.selfreport;

import java.time.Instant;

/**
 * A version that was handed in, without what it says.
 *
 * @param number counted from 1
 * @param edition the edition that it was signed under
 * @param revision that edition's revision
 * @param fingerprint the content's
 * @param reason why it replaces the one before, empty for the first
 * @param signedBy who signed it, by name
 * @param signedAt when
 */
public record VersionSummary(int number, String edition, String revision, String fingerprint, String reason,
		String signedBy, Instant signedAt) {

}
