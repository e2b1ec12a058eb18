package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The service as a process of its own, as the start script starts it; what it says goes
 * to files.
 */
final class ServiceProcess {

	static final Path CACHE = Path.of("target/cache").toAbsolutePath();

	private static final String READY = "Ctrl-C ends it.\n";

	private final Process process;

	private final Path out;

	private final Path err;

	private ServiceProcess(Process process, Path out, Path err) {
		this.process = process;
		this.out = out;
		this.err = err;
	}

	/** Starts the program. */
	static ServiceProcess start(Path folder, List<String> arguments) throws IOException {
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Duppdragskollen.cache=" + CACHE, "-cp",
				System.getProperty("java.class.path"), "se.uppdragskollen.cli.Main", "--language", "en"));
		words.addAll(arguments);
		Path out = Files.createTempFile(folder, "out", "");
		Path err = Files.createTempFile(folder, "err", "");
		Process process = new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		return new ServiceProcess(process, out, err);
	}

	/** Waits until it takes requests. */
	void awaitReady() throws Exception {
		for (int i = 0; i < 1200 && this.process.isAlive(); i++) {
			if (Files.readString(this.err).endsWith(READY)) {
				return;
			}
			Thread.sleep(50);
		}
		throw new AssertionError("not started: " + said());
	}

	/** SIGKILL. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/** SIGTERM. */
	int end() throws InterruptedException {
		this.process.destroy();
		return this.process.waitFor();
	}

	/** All that it has said. */
	String said() throws IOException {
		return Files.readString(this.out) + Files.readString(this.err);
	}

}
