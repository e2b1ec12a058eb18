package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200 reports are handed in while the database is cut off, cannot write, or ends: who
 * asks is told so, and nothing is lost, half or there twice.
 */
class DisturbedDatabaseTests {

	private static final Path CACHE = Path.of("target/cache");

	@TempDir
	private Path folder;

	private final long seed = Long.getLong("seed", System.nanoTime());

	private final Random chance = new Random(this.seed);

	private EmbeddedServer server;

	private RunningService service;

	private JdbcClient owner;

	private SubmissionLoad load;

	@BeforeEach
	void start() throws IOException {
		System.out.println("disturbed with seed " + this.seed);
		this.server = EmbeddedServer.start(this.folder, CACHE, true);
		this.service = RunningService.start(this.server.settings(), Map.of());
		this.owner = JdbcClient.create(new DriverManagerDataSource(this.server.url(EmbeddedServer.DATABASE),
				EmbeddedServer.OWNER, this.server.password()));
		this.load = new SubmissionLoad(50, this.seed, List.of(this.service.port()));
		this.load.register(this.owner);
		log(LogLevel.OFF);
	}

	@AfterEach
	void stop() {
		log(LogLevel.WARN);
		this.service.close();
		this.server.close();
	}

	@Test
	void survivesCutConnections() throws Exception {
		Client anonymous = this.service.anonymous();
		String session = anonymous.form("/demo/login", Map.of("person", "m0")).header("Set-Cookie").split(";")[0];
		List<Future<?>> workers = this.load.start();
		Map<Integer, Integer> answers = new TreeMap<>();
		Future<?> reader = CompletableFuture.runAsync(() -> {
			while (!workers.stream().allMatch(Future::isDone)) {
				answers.merge(anonymous.get("/api/v1/me", "Cookie", session).status(), 1, Integer::sum);
			}
		});
		while (!workers.stream().allMatch(Future::isDone)) {
			Thread.sleep(this.chance.nextInt(200));
			cut();
		}
		reader.get();
		System.out.println(answers + " " + this.load.answers());
		assertThat(answers.keySet()).containsExactlyInAnyOrder(200, 503);
		finish(workers);
	}

	@Test
	void survivesADatabaseThatCannotGrow() throws Exception {
		long limit = bloatLog();
		List<Future<?>> workers = this.load.start();
		Thread.sleep(500 + this.chance.nextInt(500));
		limit(String.valueOf(limit));
		Thread.sleep(2000);
		limit("unlimited");
		finish(workers);
		assertThat(this.load.answers().get("503").get()).isPositive();
	}

	/** It cannot write its log any more and ends; it is started again. */
	@Test
	void survivesADatabaseThatEnds() throws Exception {
		List<Future<?>> workers = this.load.start();
		Thread.sleep(500 + this.chance.nextInt(500));
		long before = postmaster();
		limit("65536");
		Thread.sleep(3000);
		ProcessHandle.of(before).ifPresent((one) -> prlimit(one.pid(), "unlimited"));
		try {
			finish(workers);
		}
		catch (Exception ex) {
			throw new AssertionError(Files.readString(this.folder.resolve("postgres.log")), ex);
		}
		assertThat(postmaster()).isNotEqualTo(before);
		assertThat(this.load.answers().get("503").get()).isPositive();
	}

	/** It tells of every connection that was cut. */
	private static void log(LogLevel level) {
		if (!Boolean.getBoolean("verbose")) {
			LoggingSystem.get(DisturbedDatabaseTests.class.getClassLoader())
				.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, level);
		}
	}

	private void finish(List<Future<?>> workers) throws Exception {
		this.load.finish(workers);
		System.out.println(this.load.answers());
		WholeDatabase database = new WholeDatabase(this.owner, this.load);
		database.awaitResults();
		database.check();
		assertThat(this.load.answers().keySet()).isSubsetOf("200", "201", "412", "503");
	}

	private void cut() {
		try {
			this.owner.sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'uppdragskollen'")
				.query()
				.listOfRows();
		}
		catch (DataAccessException ex) {
			throw new AssertionError("the owner's own connection", ex);
		}
	}

	/**
	 * The table that every change writes to last becomes longer than the files of the
	 * write-ahead log; no room in it is free.
	 * @return how long it is
	 */
	private long bloatLog() {
		this.owner.sql("alter table audit_event set (autovacuum_enabled = false)").update();
		try {
			this.owner
				.sql("""
						insert into audit_event (seq, at, actor, act, subject, details, previous, hash)
						select 1000000 + n, now(), repeat('x', 1900), 'x', 'x', '', '', case n when 12000 then null else n::text end
						from generate_series(1, 12000) n
						""")
				.update();
		}
		catch (DataAccessException ex) {
			// taken back: only the room stays taken
		}
		long size = this.owner.sql("select pg_relation_size('audit_event')").query(Long.class).single();
		assertThat(size).isGreaterThan(16 << 20);
		return size;
	}

	/** How long the database's files may become. */
	private void limit(String bytes) throws Exception {
		ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
		prlimit(server.pid(), bytes);
		server.descendants().forEach((one) -> prlimit(one.pid(), bytes));
	}

	private static void prlimit(long process, String bytes) {
		try {
			int status = new ProcessBuilder("prlimit", "--pid", String.valueOf(process), "--fsize=" + bytes + ":")
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
			assertThat(status == 0 || ProcessHandle.of(process).isEmpty()).isTrue();
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private long postmaster() throws IOException {
		return Long.parseLong(Files.readAllLines(this.folder.resolve("data/postmaster.pid")).get(0));
	}

}
