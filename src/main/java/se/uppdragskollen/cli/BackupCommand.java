package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.operation.Backup;
import se.uppdragskollen.operation.KeptDatabase;

/**
 * {@code backup FILE}: writes all that a service keeps to one file.
 */
@Command(name = "backup", sortOptions = false)
final class BackupCommand implements Callable<Integer> {

	private final Terminal terminal;

	private final Clock clock;

	@Mixin
	private final Options options = new Options();

	@Mixin
	private final DatabaseOptions database = new DatabaseOptions();

	@Parameters(paramLabel = "FILE", descriptionKey = "FILE")
	private Path file = Path.of("");

	BackupCommand(Terminal terminal, Clock clock) {
		this.terminal = terminal;
		this.clock = clock;
	}

	@Override
	public Integer call() throws IOException {
		Optional<KeptDatabase> elsewhere = this.database.elsewhere();
		try (KeptDatabase kept = elsewhere.isPresent() ? elsewhere.get()
				: KeptDatabase.in(this.database.folder(), Options.cache())) {
			long rows = Backup.write(kept, this.file, this.clock);
			this.terminal.say("operation.backed-up", this.file, rows);
		}
		return Exit.CLEAN;
	}

}
