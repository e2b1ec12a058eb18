package se.uppdragskollen.operation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.demo.DemoRegion;
import se.uppdragskollen.edition.Editions;

/**
 * The running service: on the database that its settings name, else on its own. A process
 * that is asked to end (SIGTERM, Ctrl-C) lets the requests that it has taken finish,
 * stops its database and ends with status 0.
 */
public final class Service implements AutoCloseable {

	/**
	 * An object a line, with the request's id; a demo says in plain words what is wrong.
	 */
	private static final Map<String, Object> LOGGED = Map.of("logging.structured.format.console", "ecs",
			"logging.level.se.uppdragskollen", "info");

	/** The demo's region follows one of the assignments that come along. */
	private static final Map<String, Object> DEMO = Map.of("uppdragskollen.reports.assignments", DemoRegion.ASSIGNMENT);

	private static final Logger LOG = LoggerFactory.getLogger(Service.class);

	private final ServiceOptions options;

	private final DataFolder folder;

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Thread onSignal = new Thread(this::endProcess, "stop");

	private @Nullable EmbeddedServer server;

	private volatile @Nullable ConfigurableApplicationContext context;

	private volatile boolean closing;

	private Service(ServiceOptions options, DataFolder folder) {
		this.options = options;
		this.folder = folder;
	}

	/**
	 * Starts the service; it runs until it is closed or the process is asked to end.
	 * @param options how
	 * @param folder where its data are; closed with it, also when it does not start
	 * @param settings Spring's settings, as {@code spring.datasource.url}
	 * @throws CannotRunException when it does not start
	 */
	public static Service start(ServiceOptions options, DataFolder folder, Map<String, String> settings)
			throws IOException {
		Service service = new Service(options, folder);
		Runtime.getRuntime().addShutdownHook(service.onSignal);
		try {
			service.run(settings);
			return service;
		}
		catch (RuntimeException ex) {
			service.awaitSignal();
			service.close();
			throw StartFailures.explain(ex, options.data());
		}
	}

	private void run(Map<String, String> settings) {
		SpringApplicationBuilder application = application(this.options).properties(this.options.demo() ? DEMO : LOGGED)
			.properties(Map.of("management.health.diskspace.path", this.options.data().toString()))
			.registerShutdownHook(false)
			.initializers((starting) -> {
				this.context = starting;
				startDatabase(starting.getEnvironment());
			});
		application.run(settings.entrySet()
			.stream()
			.map((one) -> "--" + one.getKey() + "=" + one.getValue())
			.toArray(String[]::new));
	}

	/** Its own, when the settings name no other. */
	private synchronized void startDatabase(ConfigurableEnvironment environment) {
		StartFailures.check(environment);
		if (environment.containsProperty("spring.datasource.url") || this.closing) {
			return;
		}
		try {
			this.server = EmbeddedServer.start(this.options.data().resolve("postgres"), this.options.cache(), true);
			environment.getPropertySources().addFirst(new MapPropertySource("embedded", this.server.settings()));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** The service before it is run, for tests to add to. */
	static SpringApplicationBuilder application(ServiceOptions options) {
		return new SpringApplicationBuilder(Application.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("serviceOptions", options))
			.logStartupInfo(false)
			.bannerMode(org.springframework.boot.Banner.Mode.OFF);
	}

	/** The port that it answers on. */
	public String port() {
		return setting("local.server.port");
	}

	/** The port for health and metrics. */
	public String managementPort() {
		return setting("local.management.port");
	}

	/** Whether it has its own database. */
	public synchronized boolean hasOwnDatabase() {
		return this.server != null;
	}

	/** Whether a login provider is set, for people or for systems. */
	public boolean hasLogin() {
		Binder binder = Binder.get(running().getEnvironment());
		return binder.bind("uppdragskollen.login.providers", Bindable.mapOf(String.class, Object.class)).isBound();
	}

	/** Whether there is anything to report and to judge by. */
	public boolean hasEditions() {
		return !running().getBean(Editions.class).all().isEmpty();
	}

	/** Whom a demo can be tried as. */
	public List<DemoPerson> demoPeople() {
		return DemoPerson.all(running().getBean(JdbcClient.class));
	}

	private String setting(String name) {
		return running().getEnvironment().getProperty(name, "?");
	}

	private ConfigurableApplicationContext running() {
		ConfigurableApplicationContext one = this.context;
		if (one == null) {
			throw new IllegalStateException("not started");
		}
		return one;
	}

	/** Waits until it is closed. */
	public void awaitEnd() {
		try {
			this.ended.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A start that fails because the process is asked to end has nothing to tell. */
	private void awaitSignal() {
		if (this.closing) {
			awaitEnd();
		}
	}

	/** The JVM would say that it was killed; it was asked, and did what it was asked. */
	private void endProcess() {
		boolean clean = end();
		Runtime.getRuntime().halt(clean ? 0 : 1);
	}

	@Override
	public void close() {
		if (!this.closing) {
			Runtime.getRuntime().removeShutdownHook(this.onSignal);
			end();
		}
	}

	/**
	 * In this order: no new requests, the last ones finish, then their database stops.
	 */
	private boolean end() {
		this.closing = true;
		boolean clean = attempt("the service", () -> {
			ConfigurableApplicationContext one = this.context;
			if (one != null) {
				one.close();
			}
		}) & attempt("the database", () -> {
			synchronized (this) {
				if (this.server != null) {
					this.server.close();
				}
			}
		}) & attempt("the data folder", this.folder::close);
		this.ended.countDown();
		return clean;
	}

	private static boolean attempt(String what, Step step) {
		try {
			step.run();
			return true;
		}
		catch (IOException | RuntimeException ex) {
			LOG.error("{} could not be closed in order", what, ex);
			return false;
		}
	}

	@FunctionalInterface
	private interface Step {

		void run() throws IOException;

	}

}
