package se.uppdragskollen.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import se.uppdragskollen.request.Refusal;

/**
 * The versions of what can be edited, as entity tags: an answer carries {@code ETag: "3"}
 * and a change says {@code If-Match: "3"}.
 */
public final class Versions {

	private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

	private Versions() {
	}

	/**
	 * The version that a change rests on.
	 * @param ifMatch the header, null when there is none
	 * @throws Refusal when it is missing, or no tag of ours
	 */
	public static long required(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank()) {
			throw Refusal.versionMissing();
		}
		Matcher tag = TAG.matcher(ifMatch.strip());
		if (!tag.matches()) {
			throw Refusal.invalid("If-Match", "version-form");
		}
		return Long.parseLong(tag.group(1));
	}

	/** An answer with its version. */
	public static <T> ResponseEntity<T> tagged(T body, long version) {
		return ResponseEntity.ok().eTag(tag(version)).body(body);
	}

	public static String tag(long version) {
		return "\"" + version + "\"";
	}

}
