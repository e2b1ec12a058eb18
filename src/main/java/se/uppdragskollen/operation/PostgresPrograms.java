package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL's programs on one data folder. They refuse to run as root: then they
 * run in a user namespace of their own, and where that is forbidden as {@code nobody}, to
 * whom the folder is handed over.
 */
final class PostgresPrograms {

	private static final int PATIENCE_SECONDS = 120;

	private static final long LARGEST_LOG = 10_000_000;

	private static final int NOBODY = 65534;

	private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
			"--clear-groups");

	private final Path bin;

	private final Path home;

	private final List<String> identity;

	private PostgresPrograms(Path bin, Path home, List<String> identity) {
		this.bin = bin;
		this.home = home;
		this.identity = identity;
	}

	/**
	 * The programs for a folder.
	 * @throws CannotRunException when the folder cannot be used by whom they can run as
	 */
	static PostgresPrograms of(Path binaries, Path home) throws IOException {
		Path bin = binaries.resolve("bin");
		if (!"root".equals(System.getProperty("user.name"))) {
			return new PostgresPrograms(bin, home, List.of());
		}
		boolean handedOver = Integer.valueOf(NOBODY).equals(Files.getAttribute(home, "unix:uid"));
		if (!handedOver && succeeds(List.of("unshare", "--user", "true"))) {
			return new PostgresPrograms(bin, home, List.of("unshare", "--user"));
		}
		PostgresPrograms asNobody = new PostgresPrograms(bin, home, AS_NOBODY);
		asNobody.handOver();
		letThrough(home.getParent());
		if (!succeeds(asNobody.words(List.of("postgres", "--version"))) || !asNobody.mayWrite()) {
			throw new CannotRunException("operation.root", home);
		}
		return asNobody;
	}

	/** The folder around it stays the service's own, but can be passed. */
	private static void letThrough(@Nullable Path around) throws IOException {
		if (around != null && Integer.valueOf(0).equals(Files.getAttribute(around, "unix:uid"))) {
			Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(around));
			if (!rights.contains(PosixFilePermission.OTHERS_EXECUTE)) {
				Files.setAttribute(around, "unix:gid", NOBODY);
				rights.add(PosixFilePermission.GROUP_EXECUTE);
				Files.setPosixFilePermissions(around, rights);
			}
		}
	}

	private boolean mayWrite() {
		List<String> words = new ArrayList<>(AS_NOBODY);
		words.addAll(List.of("test", "-w", this.home.toString()));
		return succeeds(words);
	}

	/** Gives the files to whom the programs run as, where that is not who made them. */
	void handOver() throws IOException {
		if (this.identity.equals(AS_NOBODY)) {
			try (var files = Files.walk(this.home)) {
				for (Path file : files.toList()) {
					Files.setAttribute(file, "unix:uid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
					Files.setAttribute(file, "unix:gid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
				}
			}
		}
	}

	/** Runs one to its end. */
	void call(List<String> command) throws IOException {
		Process process = start(command);
		try {
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				process.destroy();
				throw new IOException(command.get(0) + " does not end, see " + log());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(command.get(0) + " was interrupted", ex);
		}
		if (process.exitValue() != 0) {
			throw new IOException(command.get(0) + " failed, see " + log() + ": " + lastLine());
		}
	}

	/** Starts one; what it says goes to the log. */
	Process start(List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(words(command)).directory(this.home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		Process process = builder.start();
		process.getOutputStream().close();
		return process;
	}

	/**
	 * In a session of its own: a terminal's Ctrl-C is for the service, which stops it.
	 */
	private List<String> words(List<String> command) {
		List<String> words = new ArrayList<>(this.identity);
		if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
			words.add("/usr/bin/setsid");
		}
		words.add(this.bin.resolve(command.get(0)).toString());
		words.addAll(command.subList(1, command.size()));
		return words;
	}

	private static boolean succeeds(List<String> words) {
		try {
			Process process = new ProcessBuilder(words).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	Path log() {
		return this.home.resolve("postgres.log");
	}

	/** A log that has grown large becomes the one before. */
	void turnLog() throws IOException {
		if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG) {
			Files.move(log(), this.home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** What was said last. */
	String lastLine() throws IOException {
		if (!Files.exists(log())) {
			return "";
		}
		String text = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).stripTrailing();
		return text.substring(text.lastIndexOf('\n') + 1);
	}

}
