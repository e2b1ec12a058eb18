package se.uppdragskollen.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;

/**
 * The PostgreSQL server that comes with the product, run for one data folder, on
 * localhost only. Two logins: {@link #OWNER}, which migrates, and {@link #APPLICATION},
 * which may not change what is kept.
 *
 * <p>
 * A server that was left over because its service was killed is stopped first, in order;
 * what was committed is there again.
 */
public final class EmbeddedServer implements AutoCloseable {

	/** Owns the tables. */
	public static final String OWNER = "postgres";

	/** The service's own login. */
	public static final String APPLICATION = "uppdragskollen";

	/** The database. */
	public static final String DATABASE = "uppdragskollen";

	private static final int PATIENCE_SECONDS = 120;

	private final Path binaries;

	private final Path folder;

	private final int port;

	private final String password;

	private EmbeddedServer(Path binaries, Path folder, int port, String password) {
		this.binaries = binaries;
		this.folder = folder;
		this.port = port;
		this.password = password;
	}

	/**
	 * Starts the server of a folder, which is made when it is missing.
	 * @param folder the data folder
	 * @param cache where the server's programs are unpacked
	 * @param durable whether a commit waits for the disk: always but in tests
	 * @throws IOException when it does not start; the folder's {@code postgres.log} tells
	 * why
	 */
	public static EmbeddedServer start(Path folder, Path cache, boolean durable) throws IOException {
		Path binaries = PostgresBinaries.unpackedIn(cache.toAbsolutePath());
		Path home = folder.toAbsolutePath();
		Files.createDirectories(home);
		Path secret = home.resolve("password");
		if (!Files.exists(home.resolve("data").resolve("PG_VERSION"))) {
			Files.writeString(secret, new Base64StringKeyGenerator(32).generateKey());
			Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
			initialise(binaries, home, secret);
		}
		EmbeddedServer server = new EmbeddedServer(binaries, home, freePort(), Files.readString(secret));
		server.stopLeftOver();
		server.run(durable);
		return server;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Made beside and moved when whole: a start that is killed leaves nothing half-made.
	 */
	private static void initialise(Path binaries, Path home, Path secret) throws IOException {
		Path making = home.resolve("making");
		deleteTree(making);
		call(binaries, home, List.of("initdb", "-D", making.toString(), "-U", OWNER, "-E", "UTF8", "--locale=C.UTF-8",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "-A", "scram-sha-256", "--pwfile=" + secret));
		Files.move(making, home.resolve("data"));
	}

	private static void deleteTree(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (var files = Files.walk(folder)) {
				for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	private void stopLeftOver() throws IOException {
		Path pid = data().resolve("postmaster.pid");
		if (!Files.exists(pid)) {
			return;
		}
		long number = Long.parseLong(Files.readAllLines(pid).get(0).strip());
		boolean alive = ProcessHandle.of(number)
			.flatMap((process) -> process.info().command())
			.filter((command) -> command.contains("postgres"))
			.isPresent();
		if (alive) {
			call(this.binaries, this.folder, List.of("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w"));
		}
	}

	private void run(boolean durable) throws IOException {
		List<String> command = new ArrayList<>(
				List.of("postgres", "-D", data().toString(), "-p", String.valueOf(this.port), "-c",
						"listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=60"));
		if (!durable) {
			command.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
		}
		Process process = builder(this.binaries, this.folder, command).start();
		process.getOutputStream().close();
		long waited = 0;
		while (!answers()) {
			if (!process.isAlive() || waited > PATIENCE_SECONDS * 1000L) {
				process.destroy();
				throw new IOException("PostgreSQL did not start, see " + log());
			}
			pause(50);
			waited += 50;
		}
		prepare();
	}

	private boolean answers() {
		try (Connection connection = connection("postgres")) {
			return connection.isValid(5);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/** The application's login and the database. */
	private void prepare() throws IOException {
		String quoted = "'" + this.password + "'";
		try (Connection connection = connection("postgres"); Statement statement = connection.createStatement()) {
			if (!has(statement, "select 1 from pg_roles where rolname = '" + APPLICATION + "'")) {
				statement.execute("create role " + APPLICATION + " login password " + quoted);
			}
			if (!has(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
				statement.execute("create database " + DATABASE);
			}
		}
		catch (SQLException ex) {
			throw new IOException("the database cannot be prepared", ex);
		}
	}

	private static boolean has(Statement statement, String query) throws SQLException {
		try (ResultSet found = statement.executeQuery(query)) {
			return found.next();
		}
	}

	private Connection connection(String database) throws SQLException {
		return DriverManager.getConnection(url(database), OWNER, this.password);
	}

	/** The address of one of its databases. */
	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	/** Of both logins. */
	public String password() {
		return this.password;
	}

	public int port() {
		return this.port;
	}

	/** Where the server's programs are, among them {@code pg_dump}. */
	public Path programs() {
		return this.binaries.resolve("bin");
	}

	/** What the service is told to use it. */
	public Map<String, Object> settings() {
		return Map.of("spring.datasource.url", url(DATABASE) + "?reWriteBatchedInserts=true",
				"spring.datasource.username", APPLICATION, "spring.datasource.password", this.password,
				"spring.flyway.user", OWNER, "spring.flyway.password", this.password, "spring.flyway.url",
				url(DATABASE));
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	private Path log() {
		return this.folder.resolve("postgres.log");
	}

	/** Stops it in order; clients that are still connected are let go. */
	@Override
	public void close() {
		try {
			call(this.binaries, this.folder, List.of("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w"));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static void call(Path binaries, Path home, List<String> command) throws IOException {
		Process process = builder(binaries, home, command).start();
		process.getOutputStream().close();
		try {
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				process.destroy();
				throw new IOException(command.get(0) + " does not end, see " + home.resolve("postgres.log"));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(command.get(0) + " was interrupted", ex);
		}
		if (process.exitValue() != 0) {
			throw new IOException(
					command.get(0) + " failed, see " + home.resolve("postgres.log") + ": " + lastLine(home));
		}
	}

	private static String lastLine(Path home) throws IOException {
		List<String> lines = Files.readAllLines(home.resolve("postgres.log"), StandardCharsets.UTF_8);
		return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
	}

	/** PostgreSQL refuses to run as root: then it runs in a user namespace of its own. */
	private static ProcessBuilder builder(Path binaries, Path home, List<String> command) {
		List<String> words = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			words.addAll(List.of("unshare", "--user"));
		}
		words.add(binaries.resolve("bin").resolve(command.get(0)).toString());
		words.addAll(command.subList(1, command.size()));
		ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile()));
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().remove("PGDATA");
		return builder;
	}

	private static void pause(long millis) throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
