package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The service's own database: it comes back whatever happened to it, and nobody else's
 * process is harmed.
 */
class EmbeddedServerTests {

	private static final Path CACHE = Path.of("target/cache");

	@TempDir
	private Path folder;

	@Test
	void isStartedAgainWhenItEndsByItself() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.start(this.folder, CACHE, false)) {
			ProcessHandle.of(number()).orElseThrow().destroyForcibly();
			Thread.sleep(500);
			assertThat(answersWithin(server, 30)).isTrue();
		}
	}

	@Test
	void aStaleProcessNumberHarmsNobody() throws Exception {
		EmbeddedServer.start(this.folder, CACHE, false).close();
		Process another = new ProcessBuilder("sleep", "100").start();
		try {
			List<String> file = List.of(String.valueOf(another.pid()), this.folder.resolve("data").toString(),
					"1763700000", "5432", "", "127.0.0.1", "", "ready");
			Files.write(pid(), file);
			EmbeddedServer.start(this.folder, CACHE, false).close();
			assertThat(another.isAlive()).isTrue();
			Files.writeString(pid(), "");
			EmbeddedServer.start(this.folder, CACHE, false).close();
		}
		finally {
			another.destroyForcibly();
		}
	}

	@Test
	void aFolderIsOpenedByOneAtATime() throws IOException {
		try (DataFolder held = DataFolder.open(this.folder)) {
			assertThatExceptionOfType(CannotRunException.class).isThrownBy(() -> DataFolder.open(held.path()))
				.withMessage("The data folder " + this.folder + " is in use by another process (number "
						+ ProcessHandle.current().pid() + "). End that first, or choose another folder with --data.");
		}
		DataFolder.open(this.folder).close();
	}

	@Test
	void aFolderThatCannotBeUsedIsNamed() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		List<String> said = new ArrayList<>();
		for (Path path : List.of(file, file.resolve("below"), Path.of("/proc/none"))) {
			try {
				DataFolder.open(path).close();
			}
			catch (CannotRunException ex) {
				said.add(ex.getMessage());
			}
		}
		assertThat(said).containsExactly("The data folder " + file + " is a file. Choose a folder with --data.",
				"The data folder " + file + "/below cannot be used: " + file + "/below: Not a directory.",
				"The data folder /proc/none cannot be used: you may not write to /proc/none. Change its rights, start as the "
						+ "one who owns it, or choose another with --data.");
	}

	private static boolean answersWithin(EmbeddedServer server, int seconds) throws InterruptedException {
		for (int i = 0; i < seconds * 10; i++) {
			try {
				DriverManager.getConnection(server.url("postgres"), EmbeddedServer.OWNER, server.password()).close();
				return true;
			}
			catch (SQLException ex) {
				Thread.sleep(100);
			}
		}
		return false;
	}

	private long number() throws IOException {
		return Long.parseLong(Files.readAllLines(pid()).get(0));
	}

	private Path pid() {
		return this.folder.resolve("data/postmaster.pid");
	}

}
