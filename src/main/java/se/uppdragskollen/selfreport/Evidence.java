package se.uppdragskollen.selfreport;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file that a report rests on, without what is in it.
 *
 * @param id its id
 * @param name as the centre named it
 * @param mediaType what it was found to be
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param requirement the requirement that it is about, null for the whole report
 * @param addedBy who added it, by name
 * @param addedAt when
 * @param withdrawn whether it was taken away since: later versions do not rest on it
 * @param submitted whether a version that was handed in rests on it
 */
public record Evidence(String id, String name, String mediaType, int size, String sha256, @Nullable String requirement,
		String addedBy, Instant addedAt, boolean withdrawn, boolean submitted) {

}
