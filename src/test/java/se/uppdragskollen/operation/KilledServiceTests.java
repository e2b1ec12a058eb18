package se.uppdragskollen.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200 reports are handed in while the service is killed at random moments, alone or with
 * its database, and started again.
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
		for (int i = 0; i < KILLS; i++) {
			if (i != 1) {
				this.service.awaitReady();
			}
			Thread.sleep(chance.nextInt(LATEST_MILLIS));
			kill(i == 2);
			start();
		}
		this.service.awaitReady();
		int acknowledged = load.acknowledged().size();
		load.finish(workers);
		assertThat(acknowledged).isPositive();
		WholeDatabase database = new WholeDatabase(jdbc(), load);
		database.awaitResults();
		database.check();
		System.out.println(acknowledged + " acknowledged between the kills; answers " + load.answers());
		assertThat(load.answers().get("none").get()).isPositive();
		assertThat(load.answers().keySet()).isSubsetOf("200", "201", "401", "412", "503", "none");
		assertThat(this.service.end()).isZero();
		assertThat(this.service.said()).doesNotContain("\tat ");
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
		Integer port = EmbeddedServer.portOf(postgres());
		return JdbcClient.create(new DriverManagerDataSource(EmbeddedServer.url(port, EmbeddedServer.DATABASE),
				EmbeddedServer.OWNER, Files.readString(EmbeddedServer.secret(postgres()))));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
