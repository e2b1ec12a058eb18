package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
		return start(folder, Map.of(), arguments);
	}

	/**
	 * Starts the program.
	 * @param surroundings variables that it sees besides
	 */
	static ServiceProcess start(Path folder, Map<String, String> surroundings, List<String> arguments)
			throws IOException {
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Duppdragskollen.cache=" + CACHE, "-cp",
				System.getProperty("java.class.path"), "se.uppdragskollen.cli.Main", "--language", "en"));
		words.addAll(arguments);
		Path out = Files.createTempFile(folder, "out", "");
		Path err = Files.createTempFile(folder, "err", "");
		ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
		builder.environment().putAll(surroundings);
		Process process = builder.start();
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

	/**
	 * Waits until it has done what it was started for: its status and all that it said.
	 */
	String ended() throws Exception {
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			kill();
		}
		return this.process.exitValue() + " " + said();
	}

	/** What it has logged. */
	String logged() throws IOException {
		return Files.readString(this.out);
	}

	/** What it has told. */
	String told() throws IOException {
		return Files.readString(this.err);
	}

	/** All that it has said. */
	String said() throws IOException {
		return Files.readString(this.out) + Files.readString(this.err);
	}

}
