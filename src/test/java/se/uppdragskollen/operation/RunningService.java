package se.uppdragskollen.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.web.Client;

/**
 * The real service on a real PostgreSQL, for tests: one server per test run, and one
 * service that tests share unless they need one of their own. Tests that share it make
 * units and people of their own and never count what others may have made.
 */
public final class RunningService implements AutoCloseable {

	/** The day that shared services take it to be at first. */
	public static final LocalDate TODAY = LocalDate.of(2025, 7, 8);

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static RunningService shared;

	private static RunningService demo;

	private static EmbeddedServer server;

	private final ConfigurableApplicationContext context;

	private final Map<String, Object> database;

	private RunningService(ConfigurableApplicationContext context, Map<String, Object> database) {
		this.context = context;
		this.database = database;
	}

	/** The service that tests share. */
	public static synchronized RunningService shared() {
		if (shared == null) {
			shared = start(newDatabase(), Map.of());
		}
		return shared;
	}

	/**
	 * A demo with its region, people and stories, that tests share. They make nothing
	 * there that others would stumble over.
	 */
	public static synchronized RunningService demo() {
		if (demo == null) {
			demo = start(newDatabase(), Map.of("uppdragskollen.demo.centres", 24));
		}
		return demo;
	}

	/** A service with a database of its own, for the test to close. */
	public static RunningService alone() {
		return start(newDatabase(), Map.of());
	}

	/** A service on a database that others may use too. */
	public static RunningService start(Map<String, Object> database, Map<String, Object> more) {
		Map<String, Object> settings = new HashMap<>(database);
		settings.put("server.port", 0);
		settings.put("management.server.port", 0);
		settings.put("uppdragskollen.demo.centres", 0);
		settings.put("uppdragskollen.reports.assignments", "kalmar-halsoval");
		settings.put("uppdragskollen.limits.logins-per-minute", 1_000_000);
		settings.put("uppdragskollen.limits.uploads-per-minute", 1_000_000);
		settings.put("uppdragskollen.limits.public-per-minute", 1_000_000);
		settings.putAll(more);
		return run(settings, true, database);
	}

	/** A service that is no demo, on a database that others may use too. */
	public static RunningService outsideDemo(Map<String, Object> database, Map<String, Object> more) {
		Map<String, Object> settings = new HashMap<>(database);
		settings.put("server.port", 0);
		settings.put("management.server.port", 0);
		settings.put("uppdragskollen.reports.assignments", "kalmar-halsoval");
		settings.putAll(more);
		return run(settings, false, database);
	}

	private static RunningService run(Map<String, Object> settings, boolean demo, Map<String, Object> database) {
		String[] arguments = settings.entrySet()
			.stream()
			.map((one) -> "--" + one.getKey() + "=" + one.getValue())
			.toArray(String[]::new);
		ServiceOptions options = new ServiceOptions(Path.of("").toAbsolutePath(), folder(), cache(), demo,
				demo ? TODAY : null);
		return new RunningService(Service.application(options).sources(MovableTime.class).run(arguments), database);
	}

	/** The settings of a new, empty database on the tests' server. */
	public static synchronized Map<String, Object> newDatabase() {
		Map<String, Object> settings = new HashMap<>(server().settings());
		String name = "test" + COUNT.incrementAndGet();
		JdbcClient.create(owner("postgres")).sql("create database " + name).update();
		settings.put("spring.datasource.url", server().url(name));
		settings.put("spring.flyway.url", server().url(name));
		return settings;
	}

	/** The owner's connections to a database of the tests' server. */
	public static javax.sql.DataSource owner(String database) {
		return new org.springframework.jdbc.datasource.DriverManagerDataSource(server().url(database),
				EmbeddedServer.OWNER, server().password());
	}

	/** The owner's access to the database of these settings. */
	static JdbcClient ownerOf(Map<String, Object> settings) {
		String url = String.valueOf(settings.get("spring.datasource.url"));
		return JdbcClient.create(owner(url.substring(url.lastIndexOf('/') + 1)));
	}

	/** The tests' server. */
	public static synchronized EmbeddedServer server() {
		if (server == null) {
			try {
				server = EmbeddedServer.start(folder(), cache(), false);
				Runtime.getRuntime().addShutdownHook(new Thread(server::close));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return server;
	}

	private static Path folder() {
		try {
			return Files.createDirectories(Path.of("target/service-tests/" + ProcessHandle.current().pid()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path cache() {
		return Path.of("target/cache");
	}

	/** Another instance on the same database, for the test to close. */
	public RunningService another() {
		return start(this.database, Map.of());
	}

	/** Another instance with other settings. */
	public RunningService another(Map<String, Object> more) {
		return start(this.database, more);
	}

	public int port() {
		return Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	public int managementPort() {
		return Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.management.port"));
	}

	/** A component of the service. */
	public <T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The database as the service's own login sees it. */
	public JdbcClient jdbc() {
		return get(JdbcClient.class);
	}

	/** Whether it has a component of this type. */
	public boolean has(Class<?> type) {
		return this.context.getBeanProvider(type).getIfAvailable() != null;
	}

	/** The service's clock, for the test to move. */
	public MovableClock clock() {
		return get(MovableClock.class);
	}

	/** Somebody without a login. */
	public Client anonymous() {
		return new Client(port(), null);
	}

	/** Somebody new with a role of the region. */
	public Client person(Role role) {
		return person(role, null);
	}

	/** Somebody new with a role. */
	public Client person(Role role, String unit) {
		return client(subject(role, unit));
	}

	/** What somebody new with a role logs in as. */
	public String subject(Role role, String unit) {
		String subject = role.word() + "-" + COUNT.incrementAndGet();
		long id = this.jdbc()
			.sql("insert into person (issuer, subject, name) values (?, ?, ?) returning id")
			.params("urn:uppdragskollen:demo", subject, "Test " + subject)
			.query(Long.class)
			.single();
		grant(id, role, unit);
		return subject;
	}

	/** Gives a person another role. */
	public void grant(long person, Role role, String unit) {
		this.jdbc()
			.sql("insert into person_role (person, role, unit) values (:person, :role, :unit)")
			.param("person", person)
			.param("role", role.word())
			.param("unit", unit)
			.update();
	}

	/** A registered person with a token. */
	public Client client(String subject) {
		String token = anonymous().form("/demo/token", Map.of("person", subject)).text();
		return new Client(port(), token);
	}

	/** A new health centre; its id is fictional. */
	public String unit() {
		String id = "SE5566778899-T" + COUNT.incrementAndGet();
		this.jdbc()
			.sql("insert into unit (id, name, municipality, operator, peer_group, opened) "
					+ "values (?, ?, 'Provköping', 'regional', 'provtagning', date '2020-01-01')")
			.params(id, "Provcentralen " + id.substring(13))
			.update();
		return id;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** The clock of a service under test. */
	@Configuration(proxyBeanMethods = false)
	static class MovableTime {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

	/**
	 * Goes like any clock, from another day.
	 */
	public static final class MovableClock extends Clock {

		private volatile Duration ahead = Duration.ZERO;

		private MovableClock() {
			moveTo(TODAY);
		}

		/** Makes it nine in the morning of that day. */
		public void moveTo(LocalDate day) {
			this.ahead = Duration.between(Instant.now(), day.atTime(9, 0).atZone(Application.ZONE).toInstant());
		}

		@Override
		public ZoneId getZone() {
			return Application.ZONE;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.offset(Clock.system(zone), this.ahead);
		}

		@Override
		public Instant instant() {
			return Instant.now().plus(this.ahead);
		}

	}

}
