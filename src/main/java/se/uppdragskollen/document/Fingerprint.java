package se.uppdragskollen.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a text or a file: equal content, equal fingerprint.
 */
public final class Fingerprint {

	private Fingerprint() {
	}

	/** {@code sha256:} and 64 hexadecimal digits of the text's UTF-8. */
	public static String of(String canonical) {
		return of(canonical.getBytes(StandardCharsets.UTF_8));
	}

	/** {@code sha256:} and 64 hexadecimal digits of the bytes. */
	public static String of(byte[] content) {
		try {
			return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
