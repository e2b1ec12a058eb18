package se.uppdragskollen.operation;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code serve} as a process of its own: it starts, stops when asked, survives being
 * killed, and says why when it cannot start.
 */
class ServeTests {

	private static final Path CACHE = Path.of("target/cache").toAbsolutePath();

	private static final Pattern READY = Pattern.compile("is running: (\\S+)");

	private static final Pattern HEALTH = Pattern.compile("only: (\\S+)");

	@TempDir
	private Path folder;

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void leaveNothingRunning() throws IOException {
		for (Process process : this.processes) {
			process.destroyForcibly().onExit().join();
		}
		EmbeddedServer.stopLeftOver(this.folder.resolve("data/postgres"), CACHE);
	}

	@Test
	void whatWasCommittedSurvivesAKillAndAStopIsClean() throws Exception {
		Path data = this.folder.resolve("data");
		Process killed = serve(data);
		awaitReady(killed);
		execute(data, "insert into unit (id, name, operator, opened) values ('T1', 'T', 'regional', '2020-01-01')");
		long leftOver = postmaster(data);
		killed.destroyForcibly().waitFor();
		assertThat(ProcessHandle.of(leftOver)).isPresent();

		Process again = serve(data);
		String said = awaitReady(again);
		assertThat(ProcessHandle.of(leftOver).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(execute(data, "select count(*) from unit")).isEqualTo(1);
		assertThat(get(found(HEALTH, said) + "/liveness"))
			.isEqualTo("200 {\"components\":{\"livenessState\":" + "{\"status\":\"UP\"}},\"status\":\"UP\"}");
		assertThat(get(found(READY, said) + "/actuator/health")).startsWith("401 ");
		long server = postmaster(data);
		assertThat(run(List.of("serve", "--data", data.toString(), "--port", "0", "--management-port", "0")))
			.isEqualTo("2 The data folder " + data + " is in use by another process (number " + again.pid()
					+ "). End that first, or choose another folder with --data.\n");

		try (SlowRequest slow = answerToASignalLink(data, said)) {
			again.destroy();
			assertThat(again.waitFor(1, TimeUnit.SECONDS)).as("it waits for whom it has heard").isFalse();
			assertThat(slow.finish()).startsWith("HTTP/1.1 200 ");
		}
		assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(again.exitValue()).isZero();
		assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(execute(data, "select (select count(*) from unit) + 10 * (select count(*) from signal)"))
			.isEqualTo(11);
		assertThat(output(again, "err")).isEqualTo(said).doesNotContain("\tat ");
	}

	/** The centre is there already; the request's second half is still to come. */
	private static SlowRequest answerToASignalLink(Path data, String said) throws Exception {
		String token = "t".repeat(43);
		execute(data, "insert into person (issuer, subject, name) values ('test', 'x', 'X')");
		execute(data,
				"insert into signal_link (token_hash, unit, assignment, counterpart, organisation, expires_at, made_by, made_at) "
						+ "select '" + Fingerprint.of(token)
						+ "', 'T1', 'kalmar-halsoval', 'municipality', 'Prov', now() + interval '9 days', id, now() from person");
		return SlowRequest.post(URI.create(found(READY, said)), "/api/v1/signal-links/" + token + "/answer",
				"{\"flag\": \"yellow\", \"text\": \"Oftast bra\"}");
	}

	@Test
	void tellsADemosVisitorWhereToGoAndWhomToLogInAs() throws Exception {
		Process process = start(List.of("serve", "--demo", "--port", "0", "--management-port", "0",
				"--uppdragskollen.demo.centres=24"));
		String said = awaitReady(process);
		String service = found(READY, said);
		Path data = Path.of(found(Pattern.compile("all of it is in (\\S+) and"), said));
		assertThat(said.replace(service, "http://localhost:0")
			.replace(data.toString(), "/tmp/demo")
			.replaceAll("127.0.0.1:\\d+", "127.0.0.1:0")).isEqualTo("""
					Starting …
					The service is running: http://localhost:0
					Operational status and metrics, on this machine only: http://127.0.0.1:0/actuator/health
					A demo: all of it is in /tmp/demo and is removed when it ends.
					In the demo it is 2025-07-08.
					Log in as one of these, without a password:
					  admina      administrator           Admina Adminsson
					  revy        auditor                 Revy Revisorsdotter
					  bodil       commissioning staff     Bodil Beställarsson
					  bertil      commissioning staff     Bertil Beställarsson
					  greta       reviewer                Greta Granskarsdotter
					  gustav      reviewer                Gustav Granskarsson
					  vera        centre manager          Vera Verksamhetschefsson, Hälsocentralen Övningsdalen
					  viola       centre manager          Viola Verksamhetschefsson, Hälsocentralen Modellfors
					  chef-1      centre manager          Verksamhetschef nummer 1, Hälsocentralen Exempelås
					  … and 21 more of the same role
					  rune        reporter                Rune Rapportörsson, Hälsocentralen Övningsdalen
					  rut         reporter                Rut Rapportörsdotter, Hälsocentralen Modellfors
					A token for the interface: curl -d person=admina http://localhost:0/demo/token
					Ctrl-C ends it.
					""");
		assertThat(loggedIn(URI.create(service).getPort(), said)).hasSize(11);
		assertThat(Files.isDirectory(data)).isTrue();
		process.destroy();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isZero();
		assertThat(data).doesNotExist();
	}

	/** All of those named log in, by the name that is told. */
	private static List<String> loggedIn(int port, String said) {
		Matcher people = Pattern.compile("(?m)^  ([a-z0-9-]+) +[a-z ]+  ([^,\n]+)").matcher(said);
		List<String> names = new ArrayList<>();
		while (people.find()) {
			String token = new Client(port, null).form("/demo/token", Map.of("person", people.group(1))).text();
			names.add(people.group(2));
			assertThat(new Client(port, token).get("/api/v1/me").json().path("name").asString())
				.isEqualTo(people.group(2));
		}
		return names;
	}

	@Test
	void saysWhenThereIsNoEdition() throws Exception {
		Path home = this.folder.resolve("home");
		Files.createDirectories(home.resolve("assignments"));
		Process process = start(List.of("serve", "--data", this.folder.resolve("data").toString(), "--home",
				home.toString(), "--port", "0", "--management-port", "0"));
		assertThat(awaitReady(process)).contains("\nThere is no edition, so nothing to report: ");
		process.destroy();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void aPortThatIsTakenIsNamed() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThat(run(List.of("serve", "--demo", "--port", String.valueOf(taken.getLocalPort()),
					"--management-port", "0")))
				.isEqualTo("2 Starting …\nPort " + taken.getLocalPort()
						+ " is taken. End what uses it, or choose another with --port or --management-port.\n");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					--port=9000 --management-port=9000 | The service and its operational status cannot have the same port, 9000: the status must not be reached from outside. Give each its own with --port and --management-port.
					--server.port=many | The setting server.port has a value that cannot be used: many.
					--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x | spring.datasource.url is set but spring.datasource.username is not. Set the service's login to the database, and the owner's with spring.flyway.user.
					--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x --spring.datasource.username=u | The database does not answer: Connection to 127.0.0.1:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections. Check spring.datasource.url and that it is running.
					""")
	void aSettingThatCannotBeUsedIsNamed(String settings, String sentence) throws Exception {
		List<String> arguments = new ArrayList<>(List.of("serve", "--data", this.folder.toString()));
		arguments.addAll(List.of(settings.split(" ")));
		assertThat(run(arguments)).isEqualTo("2 Starting …\n" + sentence + "\n");
	}

	/** Starts it as the start script does; what it says goes to files. */
	private Process serve(Path data) throws IOException {
		return start(List.of("serve", "--data", data.toString(), "--port", "0", "--management-port", "0"));
	}

	private Process start(List<String> arguments) throws IOException {
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duppdragskollen.cache=" + CACHE, "-cp",
				System.getProperty("java.class.path"), "se.uppdragskollen.cli.Main", "--language", "en"));
		words.addAll(arguments);
		int number = this.processes.size();
		Process process = new ProcessBuilder(words).redirectOutput(file(number, "out").toFile())
			.redirectError(file(number, "err").toFile())
			.start();
		this.processes.add(process);
		return process;
	}

	private String run(List<String> arguments) throws Exception {
		Process process = start(arguments);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return process.exitValue() + " " + output(process, "out") + output(process, "err");
	}

	private String awaitReady(Process process) throws Exception {
		for (int i = 0; i < 3600 && process.isAlive(); i++) {
			String said = output(process, "err");
			if (said.endsWith("Ctrl-C ends it.\n")) {
				return said;
			}
			Thread.sleep(50);
		}
		throw new AssertionError("not started: " + output(process, "out") + output(process, "err"));
	}

	private String output(Process process, String which) throws IOException {
		return Files.readString(file(this.processes.indexOf(process), which));
	}

	private Path file(int number, String which) {
		return this.folder.resolve(which + number);
	}

	private static String found(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		assertThat(matcher.find()).as(text).isTrue();
		return matcher.group(1);
	}

	private static String get(String url) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
		return answer.statusCode() + " " + answer.body();
	}

	private static long postmaster(Path data) throws IOException {
		return Long.parseLong(Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(0));
	}

	private static long execute(Path data, String sql) throws IOException, SQLException {
		try (KeptDatabase database = KeptDatabase.in(data, CACHE);
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return statement.getUpdateCount();
			}
			try (ResultSet row = statement.getResultSet()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

}
