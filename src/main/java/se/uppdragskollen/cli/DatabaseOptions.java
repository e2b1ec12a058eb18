package se.uppdragskollen.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.uppdragskollen.operation.CannotRunException;
import se.uppdragskollen.operation.KeptDatabase;

/**
 * Which database a backup is made of or restored into.
 */
final class DatabaseOptions {

	@Option(names = "--data", paramLabel = "DIR")
	private @Nullable Path data;

	@Option(names = "--url", paramLabel = "URL")
	private @Nullable String url;

	@Option(names = "--user", paramLabel = "LOGIN")
	private @Nullable String user;

	/** The folder of a service that has its own. */
	Path folder() {
		return (this.data != null) ? this.data : Options.data();
	}

	/** The database that stands elsewhere, if one was named. */
	Optional<KeptDatabase> elsewhere() throws CannotRunException {
		if (this.url == null) {
			return Optional.empty();
		}
		String password = System.getenv("PGPASSWORD");
		if (this.user == null || this.data != null || !this.url.startsWith("jdbc:postgresql:")) {
			throw new CannotRunException("operation.database-url");
		}
		return Optional.of(KeptDatabase.at(this.url, this.user, (password == null) ? "" : password));
	}

}
