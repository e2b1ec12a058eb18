package se.uppdragskollen.operation;

import java.nio.file.Path;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * How the service is started. Not a setting that a file or the environment could change:
 * what only a demo may have cannot exist outside of it.
 *
 * @param home the region's folder with {@code assignments/} and {@code rules/}
 * @param data where the service keeps what is its own
 * @param cache where compiled rules and the database's programs are kept
 * @param demo whether to be a demo: a fictional region, and logins without passwords
 * @param today the day that the demo takes it to be, null for the real one
 */
public record ServiceOptions(Path home, Path data, Path cache, boolean demo, @Nullable LocalDate today) {

	/**
	 * Checks that only a demo has a day of its own.
	 * @throws IllegalArgumentException when not
	 */
	public ServiceOptions {
		if (today != null && !demo) {
			throw new IllegalArgumentException("only a demo has a day of its own");
		}
	}

}
