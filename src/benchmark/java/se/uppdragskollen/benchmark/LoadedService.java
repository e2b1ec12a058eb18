package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The service in a process of its own, as a demo of so many centres on its own PostgreSQL,
 * which waits for the disk at every commit; all of it in a temporary folder.
 */
final class LoadedService implements AutoCloseable {

	private static final String ASSIGNMENT = "kalmar-halsoval";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Path folder;

	private final Process process;

	private final int port;

	private final int managementPort;

	private LoadedService(Path folder, Process process, int port, int managementPort) {
		this.folder = folder;
		this.process = process;
		this.port = port;
		this.managementPort = managementPort;
	}

	/** Starts it; it has read and judged all reports when this returns. */
	static LoadedService start(int centres) throws IOException, InterruptedException, SQLException {
		Path folder = Files.createTempDirectory("uppdragskollen-load");
		copyHome(folder.resolve("home"));
		int port = freePort();
		int managementPort = freePort();
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-classpath", System.getProperty("java.class.path"), "-Duppdragskollen.cache=" + folder.resolve("cache"),
				"se.uppdragskollen.cli.Main", "serve", "--demo", "--home", folder.resolve("home").toString(), "--data",
				folder.resolve("data").toString(), "--port", String.valueOf(port), "--management-port",
				String.valueOf(managementPort), "--uppdragskollen.demo.centres=" + centres,
				"--uppdragskollen.limits.logins-per-minute=1000000")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("service.log").toFile())
			.start();
		LoadedService service = new LoadedService(folder, process, port, managementPort);
		Runtime.getRuntime().addShutdownHook(new Thread(service::close));
		service.awaitStart();
		return service;
	}

	/**
	 * The region's folder with the first edition in force from 2015 on: its reports are
	 * owed for ten years.
	 */
	private static void copyHome(Path home) throws IOException {
		for (Path from : List.of(Path.of("assignments", ASSIGNMENT), Path.of("rules", ASSIGNMENT))) {
			try (Stream<Path> files = Files.walk(from)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					Path copy = home.resolve(file);
					Files.createDirectories(copy.getParent());
					String text = Files.readString(file);
					boolean first = file.startsWith(Path.of("assignments", ASSIGNMENT, "2023-07"));
					Files.writeString(copy, first ? text.replace("2023-07-01", "2015-07-01") : text);
				}
			}
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void awaitStart() throws IOException, InterruptedException, SQLException {
		while (!answers()) {
			if (!this.process.isAlive()) {
				throw new IOException("did not start:\n" + Files.readString(this.folder.resolve("service.log")));
			}
			Thread.sleep(200);
		}
		while (number("select count(*) from evaluation_task") > 0) {
			Thread.sleep(200);
		}
	}

	/** It says that it is ready when the demo is loaded, with its cases. */
	private boolean answers() throws InterruptedException {
		URI ready = URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health/readiness");
		try {
			return this.http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** A login of one of the demo's people. */
	String token(String person) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(uri("/demo/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("person=" + person))
			.build(), HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException(answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	/** The cookie of one of the demo's people who logged in as people do. */
	String session(String person) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(uri("/demo/login"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("person=" + person))
			.build(), HttpResponse.BodyHandlers.ofString());
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.substring(0, cookie.indexOf(';')))
			.filter((cookie) -> cookie.startsWith("__Host-session="))
			.findFirst()
			.orElseThrow(() -> new IOException("no session: " + answer.statusCode() + " " + answer.body()));
	}

	String get(String path, String token) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token).build());
	}

	/** A page as a browser asks for it. */
	String page(String path, String session) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").header("Cookie", session).build());
	}

	/** How many bytes a browser gets for an address, packed as it asks for it. */
	int weight(String path, String session) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri(path))
			.header("Accept", "text/html")
			.header("Accept-Encoding", "gzip")
			.header("Cookie", session)
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
	}

	String post(String path, String json, String token) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri(path))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", "measured-" + System.nanoTime())
			.POST(HttpRequest.BodyPublishers.ofString(json))
			.build());
	}

	private String send(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() >= 300) {
			throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	/** Runs a script as the database's owner. */
	void script(Path file) throws IOException, SQLException {
		sql(Files.readString(file));
	}

	void sql(String statements) throws SQLException, IOException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute(statements);
		}
	}

	long number(String query) throws SQLException, IOException {
		return Long.parseLong(texts(query).get(0));
	}

	/** The first column of a query. */
	List<String> texts(String query) throws SQLException, IOException {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(query)) {
			List<String> found = new ArrayList<>();
			while (rows.next()) {
				found.add(rows.getString(1));
			}
			return found;
		}
	}

	private Connection connect() throws SQLException, IOException {
		Path postgres = this.folder.resolve("data/postgres");
		String databasePort = Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3).strip();
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/uppdragskollen", "postgres",
				Files.readString(postgres.resolve("password")));
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.waitFor();
			if (Files.exists(this.folder)) {
				try (Stream<Path> files = Files.walk(this.folder)) {
					for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
						Files.delete(file);
					}
				}
			}
		}
		catch (IOException ex) {
			System.err.println("remains: " + this.folder);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
