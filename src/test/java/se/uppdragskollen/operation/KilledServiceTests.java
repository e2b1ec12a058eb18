package se.uppdragskollen.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200 reports are handed in, and all that is there is evaluated anew, while the service
 * is killed at random moments, alone or with its database, and started again.
 */
class KilledServiceTests {

	private static final int KILLS = 4;

	/** Once it is started, or while it starts. */
	private static final int LATEST_MILLIS = 2500;

	@TempDir
	private Path folder;

	private ServiceProcess service;

	private int port;

	@AfterEach
	void leaveNothingRunning() throws IOException {
		if (this.service != null) {
			this.service.kill();
		}
		EmbeddedServer.stopLeftOver(postgres(), ServiceProcess.CACHE);
	}

	@Test
	void whatWasAcknowledgedIsThereOnceAndNothingHalf() throws Exception {
		long seed = Long.getLong("seed", System.nanoTime());
		System.out.println("killed with seed " + seed);
		Random chance = new Random(seed);
		this.port = freePort();
		SubmissionLoad load = new SubmissionLoad(50, seed, List.of(this.port));
		start();
		this.service.awaitReady();
		load.register(jdbc());
		List<Future<?>> workers = load.start();
		List<String> runs = new ArrayList<>();
		for (int i = 0; i < KILLS; i++) {
			if (i != 1) {
				this.service.awaitReady();
			}
			Thread.sleep(chance.nextInt(LATEST_MILLIS));
			switch (i) {
				case 0 -> runs.add(killHalfDone(load));
				case 2 -> runs.add(killNotBegun(load));
				default -> kill(false);
			}
			start();
		}
		this.service.awaitReady();
		int acknowledged = load.acknowledged().size();
		load.finish(workers);
		assertThat(acknowledged).isPositive();
		for (String run : runs) {
			load.awaitRun(run);
		}
		load.awaitRun(load.startRun("when-all-is-there"));
		WholeDatabase database = new WholeDatabase(jdbc(), load);
		database.awaitResults();
		database.check();
		assertThat(database.findings()).isEqualTo(undisturbed(seed));
		System.out.println(acknowledged + " acknowledged between the kills; answers " + load.answers());
		assertThat(load.answers().get("none").get()).isPositive();
		assertThat(load.answers().keySet()).isSubsetOf("200", "201", "202", "401", "412", "503", "none");
		assertThat(this.service.end()).isZero();
		assertThat(this.service.said()).doesNotContain("\tat ");
	}

	/**
	 * Starts a run, lets it come as far as the reports of April, and kills the service.
	 * @return where it is told of
	 */
	private String killHalfDone(SubmissionLoad load) throws Exception {
		awaitAcknowledged(load, 20);
		String run;
		try (Connection lock = evaluationStopped()) {
			run = load.startRun("half-done");
			lock.createStatement()
				.executeUpdate("update evaluation_task set not_before = '2999-01-01' where period_to > '2025-04-30'");
		}
		int total = load.told(run).path("total").asInt();
		int left = total;
		for (int i = 0; i < 300 && left == total; i++) {
			Thread.sleep(50);
			left = load.told(run).path("left").asInt();
		}
		assertThat(left).isPositive().isLessThan(total);
		assertThat(load.told(run).path("state").asString()).isEqualTo("running");
		assertThat(load.told(run).path("ended_at").isNull()).isTrue();
		kill(false);
		jdbc().sql("update evaluation_task set not_before = asked_at").update();
		return run;
	}

	/** Starts a run, and kills the service with its database before it has begun. */
	private String killNotBegun(SubmissionLoad load) throws Exception {
		String run;
		try (Connection lock = evaluationStopped()) {
			run = load.startRun("not-begun");
			JsonNode told = load.told(run);
			assertThat(told.path("state").asString()).isEqualTo("running");
			assertThat(told.path("left").asInt()).isPositive().isEqualTo(told.path("total").asInt());
			kill(true);
			lock.abort(Runnable::run);
		}
		return run;
	}

	/** As long as this is open the service evaluates nothing. */
	private Connection evaluationStopped() throws Exception {
		Connection connection = DriverManager.getConnection(address(), EmbeddedServer.OWNER, password());
		connection.createStatement()
			.execute("select pg_advisory_lock(hashtext('evaluate'), hashtext('" + SubmissionLoad.ASSIGNMENT + "'))");
		return connection;
	}

	private static void awaitAcknowledged(SubmissionLoad load, int reports) throws InterruptedException {
		for (int i = 0; i < 600 && load.acknowledged().size() < reports; i++) {
			Thread.sleep(50);
		}
		assertThat(load.acknowledged()).hasSizeGreaterThanOrEqualTo(reports);
	}

	/** The same reports in a service that nothing happens to. */
	private static Map<String, List<String>> undisturbed(long seed) throws Exception {
		Map<String, Object> database = RunningService.newDatabase();
		try (RunningService service = RunningService.start(database, Map.of())) {
			SubmissionLoad load = new SubmissionLoad(50, seed + 1, List.of(service.port()));
			load.register(RunningService.ownerOf(database));
			load.handInAll();
			load.awaitRun(load.startRun("when-all-is-there"));
			WholeDatabase whole = new WholeDatabase(RunningService.ownerOf(database), load);
			whole.awaitResults();
			return whole.findings();
		}
	}

	private void kill(boolean withDatabase) throws IOException {
		if (withDatabase) {
			long server = Long.parseLong(Files.readAllLines(postgres().resolve("data/postmaster.pid")).get(0));
			ProcessHandle process = ProcessHandle.of(server).orElseThrow();
			process.destroyForcibly();
			process.onExit().join();
		}
		this.service.kill();
	}

	private void start() throws IOException {
		this.service = ServiceProcess.start(this.folder,
				List.of("serve", "--demo", "--today", "2025-07-08", "--data", this.folder.resolve("data").toString(),
						"--port", String.valueOf(this.port), "--management-port", "0",
						"--uppdragskollen.demo.centres=0", "--uppdragskollen.reports.assignments=kalmar-halsoval",
						"--uppdragskollen.limits.logins-per-minute=1000000",
						"--uppdragskollen.limits.uploads-per-minute=1000000"));
	}

	private Path postgres() {
		return this.folder.resolve("data/postgres");
	}

	/** As the tables' owner. */
	private JdbcClient jdbc() throws IOException {
		return JdbcClient.create(new DriverManagerDataSource(address(), EmbeddedServer.OWNER, password()));
	}

	private String address() throws IOException {
		return EmbeddedServer.url(EmbeddedServer.portOf(postgres()), EmbeddedServer.DATABASE);
	}

	private String password() throws IOException {
		return Files.readString(EmbeddedServer.secret(postgres()));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
