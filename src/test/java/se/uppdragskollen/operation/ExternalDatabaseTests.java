package se.uppdragskollen.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code serve} on a PostgreSQL that stands elsewhere, as a region runs it: it was
 * started, asked, and stopped; the tests look at what it left and take it on by the
 * commands.
 */
class ExternalDatabaseTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern ADDRESS = Pattern.compile("is running: http://localhost:(\\d+)");

	private static final Pattern MANAGEMENT = Pattern.compile("only: http://127.0.0.1:(\\d+)/");

	private static final String SECRET = "s".repeat(43);

	@TempDir
	private static Path folder;

	private static Map<String, Object> database;

	private static ServiceProcess service;

	private static Answer readiness;

	private static Answer failed;

	@BeforeAll
	static void run() throws Exception {
		database = RunningService.newDatabase();
		List<String> arguments = new ArrayList<>(
				List.of("serve", "--data", data().toString(), "--port", "0", "--management-port", "0"));
		database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		service = ServiceProcess.start(folder, arguments);
		service.awaitReady();
		readiness = new Client(port(MANAGEMENT), null).get("/actuator/health/readiness");
		Client anybody = new Client(port(ADDRESS), null);
		anybody.get("/api/v1/me");
		JdbcClient owner = RunningService.ownerOf(database);
		owner.sql("alter table signal_link rename to away").update();
		failed = anybody.get("/api/v1/signal-links/" + SECRET + "/form");
		owner.sql("alter table away rename to signal_link").update();
		assertThat(service.end()).isZero();
	}

	@AfterAll
	static void leaveNothingRunning() throws Exception {
		service.kill();
		EmbeddedServer.stopLeftOver(folder.resolve("restored/postgres"), ServiceProcess.CACHE);
	}

	@Test
	void keepsAllInThatDatabase() throws Exception {
		assertThat(service.told().replaceAll("\\d{4,5}", "0"))
			.isEqualTo("Starting …\nThe service is running: http://localhost:0\n"
					+ "Operational status and metrics, on this machine only: http://127.0.0.1:0/actuator/health\n"
					+ "Nobody can log in yet: set the region's login with uppdragskollen.login.providers and "
					+ "spring.security.oauth2.client. src/docs/operation.md says how.\nCtrl-C ends it.\n");
		assertThat(readiness.status()).as(readiness.toString()).isEqualTo(200);
		try (var files = Files.list(data())) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("lock",
					"audit-checkpoints.txt");
		}
		assertThat(RunningService.ownerOf(database)
			.sql("select assignment || '/' || edition from edition_revision where current order by 1")
			.query(String.class)
			.list()).containsExactly("kalmar-halsoval/2023-07", "kalmar-halsoval/2025-01", "scotland-qof/2010",
					"scotland-qof/2011");
	}

	@Test
	void logsAnObjectALineWithTheRequestsId() throws Exception {
		List<JsonNode> lines = service.logged().lines().map(JSON::readTree).toList();
		assertThat(lines).allMatch((line) -> line.isObject() && line.path("@timestamp").isString()
				&& line.path("log").path("level").isString() && line.path("message").isString());
		assertThat(failed.status()).as(failed.toString()).isEqualTo(500);
		String request = failed.header("X-Request-Id");
		assertThat(failed.json().path("instance").asString()).isEqualTo("urn:uppdragskollen:request:" + request);
		assertThat(lines).filteredOn((line) -> line.path("log").path("level").asString().equals("ERROR"))
			.extracting((line) -> line.path("request").asString() + " " + line.path("message").asString())
			.containsExactly(request + " failed: GET /api/v1/signal-links/{token}/form");
	}

	/**
	 * From the database elsewhere into one of the service's own, by what an operator
	 * types.
	 */
	@Test
	void isBackedUpRestoredAndProvenByTheCommands() throws Exception {
		Path file = folder.resolve("backup.zip");
		Path restored = folder.resolve("restored");
		String[] own = { "--data", restored.toString() };
		String head = Files.readString(data().resolve("audit-checkpoints.txt")).strip();
		int events = Integer.parseInt(head.split(" ")[0]);
		assertThat(head).matches("\\d+ sha256:[0-9a-f]{64} \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
		assertThat(events).isPositive();

		assertThat(command("backup", file.toString(), "--url", String.valueOf(database.get("spring.datasource.url")),
				"--user", EmbeddedServer.OWNER))
			.matches("0 The backup is in " + file + ": \\d+ rows\\.\n");
		assertThat(command("restore", file.toString(), own))
			.matches("0 All of " + file + " is restored: \\d+ rows\\.\n");
		String checkpoints = data().resolve("audit-checkpoints.txt").toString();
		assertThat(command("audit", "verify", "--checkpoints", checkpoints, own))
			.isEqualTo("0 The log is whole: " + events + " events, 1 checkpoints agree. It ends at "
					+ head.substring(0, head.lastIndexOf(' ')) + "\n");

		asOwner(restored, "alter table audit_event disable trigger user",
				"update audit_event set actor = 'person:2' where seq = 1",
				"delete from audit_event where seq = " + events);
		assertThat(command("audit", "verify", "--checkpoints", checkpoints, own))
			.isEqualTo("1 The log is not whole (" + (events - 1) + " events):\n  Event 1 was changed.\n  Event "
					+ events + ", which a checkpoint says existed, is not there.\n");
	}

	private static Path data() {
		return folder.resolve("data");
	}

	private static int port(Pattern pattern) throws Exception {
		Matcher matcher = pattern.matcher(service.told());
		assertThat(matcher.find()).isTrue();
		return Integer.parseInt(matcher.group(1));
	}

	private static String command(String first, Object... more) throws Exception {
		List<String> words = new ArrayList<>(List.of(first));
		for (Object one : more) {
			words.addAll((one instanceof String[] some) ? List.of(some) : List.of((String) one));
		}
		return ServiceProcess.start(folder, Map.of("PGPASSWORD", RunningService.server().password()), words).ended();
	}

	private static void asOwner(Path data, String... changes) throws Exception {
		try (KeptDatabase kept = KeptDatabase.in(data, ServiceProcess.CACHE);
				Connection connection = kept.connect();
				Statement statement = connection.createStatement()) {
			for (String change : changes) {
				statement.execute(change);
			}
		}
	}

}
