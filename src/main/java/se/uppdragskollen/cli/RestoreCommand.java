package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.operation.KeptDatabase;
import se.uppdragskollen.operation.Restore;

/**
 * {@code restore FILE}: fills an empty database from a backup.
 */
@Command(name = "restore", sortOptions = false)
final class RestoreCommand implements Callable<Integer> {

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Mixin
	private final DatabaseOptions database = new DatabaseOptions();

	@Option(names = "--application", paramLabel = "LOGIN", defaultValue = "uppdragskollen")
	private String application = "";

	@Parameters(paramLabel = "FILE", descriptionKey = "FILE")
	private Path file = Path.of("");

	RestoreCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		Optional<KeptDatabase> elsewhere = this.database.elsewhere();
		try (KeptDatabase kept = elsewhere.isPresent() ? elsewhere.get()
				: KeptDatabase.makeIn(this.database.folder(), Options.cache())) {
			long rows = Restore.read(kept, this.file, this.application);
			kept.keep();
			this.terminal.say("operation.restored", this.file, rows);
		}
		return Exit.CLEAN;
	}

}
