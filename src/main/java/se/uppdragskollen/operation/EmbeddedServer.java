package se.uppdragskollen.operation;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;

/**
 * The PostgreSQL server that comes with the product, run for one data folder, on
 * localhost only. Two logins: {@link #OWNER}, which migrates, and {@link #APPLICATION},
 * which may not change what is kept.
 *
 * <p>
 * A server that was left over because its service was killed is stopped first, in order;
 * what was committed is there again. One that ends by itself, as on a full disk, is
 * started again until it is closed.
 */
public final class EmbeddedServer implements AutoCloseable {

	/** Owns the tables. */
	public static final String OWNER = "postgres";

	/** The service's own login. */
	public static final String APPLICATION = "uppdragskollen";

	/** The database. */
	public static final String DATABASE = "uppdragskollen";

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

	private static final int PATIENCE_MILLIS = 120_000;

	private static final int AGAIN_AFTER_MILLIS = 2_000;

	private static final int LOWEST_PORT = 20_000;

	/** Those that Linux hands out begin at 32768. */
	private static final int PORTS = 12_000;

	private final PostgresPrograms programs;

	private final Path folder;

	private final int port;

	private final String password;

	private final boolean durable;

	private volatile boolean closing;

	private EmbeddedServer(PostgresPrograms programs, Path folder, int port, String password, boolean durable) {
		this.programs = programs;
		this.folder = folder;
		this.port = port;
		this.password = password;
		this.durable = durable;
	}

	/**
	 * Starts the server of a folder, which is made when it is missing.
	 * @param folder the data folder
	 * @param cache where the server's programs are unpacked
	 * @param durable whether a commit waits for the disk: always but in tests
	 * @throws IOException when it does not start; the folder's {@code postgres.log} tells
	 * why
	 * @throws CannotRunException when the folder cannot be used
	 */
	public static EmbeddedServer start(Path folder, Path cache, boolean durable) throws IOException {
		Path binaries = PostgresBinaries.unpackedIn(cache.toAbsolutePath());
		Path home = folder.toAbsolutePath();
		Files.createDirectories(home);
		PostgresPrograms programs = PostgresPrograms.of(binaries, home);
		programs.turnLog();
		Path secret = secret(home);
		if (!exists(home)) {
			Files.deleteIfExists(secret);
			Files.createFile(secret,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(secret, new Base64StringKeyGenerator(32).generateKey());
			programs.handOver();
			initialise(programs, home, secret);
		}
		EmbeddedServer server = new EmbeddedServer(programs, home, freePort(home), Files.readString(secret), durable);
		stopLeftOver(programs, data(home));
		server.watch(server.run());
		server.prepare();
		return server;
	}

	/** Stops what a service that was killed has left running in a folder. */
	static void stopLeftOver(Path folder, Path cache) throws IOException {
		if (exists(folder)) {
			stopLeftOver(PostgresPrograms.of(PostgresBinaries.unpackedIn(cache.toAbsolutePath()), folder),
					data(folder));
		}
	}

	/** Whether a folder has a database. */
	static boolean exists(Path folder) {
		return Files.exists(data(folder).resolve("PG_VERSION"));
	}

	/** The port of the server that runs in a folder, if one does. */
	static @Nullable Integer portOf(Path folder) throws IOException {
		Path pid = data(folder).resolve("postmaster.pid");
		List<String> lines = Files.exists(pid) ? Files.readAllLines(pid) : List.of();
		return (lines.size() > 3) ? Integer.valueOf(lines.get(3).strip()) : null;
	}

	/** The file with the password of both logins. */
	static Path secret(Path folder) {
		return folder.resolve("password");
	}

	/**
	 * Kept while the server is away too: not one of those the system hands out to whoever
	 * connects, or a client that tries again could be given the server's port and reach
	 * itself.
	 */
	private static int freePort(Path home) throws IOException {
		int first = Math.floorMod(home.hashCode(), PORTS);
		for (int i = 0; i < PORTS; i++) {
			int port = LOWEST_PORT + (first + i) % PORTS;
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (BindException ex) {
				LOG.debug("port {} is taken", port);
			}
		}
		throw new IOException("no port between " + LOWEST_PORT + " and " + (LOWEST_PORT + PORTS) + " is free");
	}

	/**
	 * Made beside and moved when whole: a start that is killed leaves nothing half-made.
	 */
	private static void initialise(PostgresPrograms programs, Path home, Path secret) throws IOException {
		Path making = home.resolve("making");
		DataFolder.delete(making);
		programs.call(List.of("initdb", "-D", making.toString(), "-U", OWNER, "-E", "UTF8", "--locale=C.UTF-8",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "-A", "scram-sha-256", "--pwfile=" + secret));
		Files.move(making, data(home));
	}

	/**
	 * The process that its file names may be gone, and its number another's by now: then
	 * only the number is put out of use, because the server still finds by the rest of
	 * the file whether anybody has the folder open.
	 */
	private static void stopLeftOver(PostgresPrograms programs, Path data) throws IOException {
		Path pid = data.resolve("postmaster.pid");
		if (!Files.exists(pid)) {
			return;
		}
		List<String> lines = new ArrayList<>(Files.readAllLines(pid));
		if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,9}")) {
			Files.delete(pid);
			return;
		}
		boolean ours = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
			.flatMap((process) -> process.info().arguments())
			.filter((arguments) -> List.of(arguments).contains(data.toString()))
			.isPresent();
		if (ours) {
			stop(programs, data);
		}
		else {
			lines.set(0, String.valueOf(Integer.MAX_VALUE));
			Files.write(pid, lines);
		}
	}

	private static void stop(PostgresPrograms programs, Path data) throws IOException {
		programs.call(List.of("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w"));
	}

	/** Its log must hold no values: they may be personal. */
	private Process run() throws IOException {
		List<String> command = new ArrayList<>(List.of("postgres", "-D", data().toString(), "-p",
				String.valueOf(this.port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
				"max_connections=60", "-c", "log_error_verbosity=terse", "-c", "log_checkpoints=off"));
		if (!this.durable) {
			command.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
		}
		Process process = this.programs.start(command);
		long waited = 0;
		while (!answers()) {
			if (!process.isAlive() || waited > PATIENCE_MILLIS) {
				process.destroy();
				throw new IOException(
						"PostgreSQL did not start, see " + this.programs.log() + ": " + this.programs.lastLine());
			}
			pause(50);
			waited += 50;
		}
		return process;
	}

	private void watch(Process first) {
		Thread watch = new Thread(() -> {
			Process process = first;
			while (!this.closing) {
				try {
					process.waitFor();
					pause(AGAIN_AFTER_MILLIS);
					if (!this.closing) {
						LOG.error("the database server ended and is started again, see {}", this.programs.log());
						process = run();
					}
				}
				catch (IOException ex) {
					LOG.error("the database server does not start: {}", ex.getMessage());
				}
				catch (InterruptedException ex) {
					return;
				}
			}
		}, "postgres-watch");
		watch.setDaemon(true);
		watch.start();
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
		return DriverManager.getConnection(url(database) + "?loginTimeout=10&connectTimeout=10&socketTimeout=60", OWNER,
				this.password);
	}

	/** The address of one of its databases. */
	public String url(String database) {
		return url(this.port, database);
	}

	static String url(int port, String database) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
	}

	/** Of both logins. */
	public String password() {
		return this.password;
	}

	public int port() {
		return this.port;
	}

	/** What the service is told to use it. */
	public Map<String, Object> settings() {
		return Map.of("spring.datasource.url", url(DATABASE) + "?reWriteBatchedInserts=true",
				"spring.datasource.username", APPLICATION, "spring.datasource.password", this.password,
				"spring.flyway.user", OWNER, "spring.flyway.password", this.password, "spring.flyway.url",
				url(DATABASE));
	}

	private Path data() {
		return data(this.folder);
	}

	private static Path data(Path folder) {
		return folder.resolve("data");
	}

	/** Stops it in order; clients that are still connected are let go. */
	@Override
	public void close() {
		this.closing = true;
		try {
			if (Files.exists(data().resolve("postmaster.pid"))) {
				stop(this.programs, data());
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
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
