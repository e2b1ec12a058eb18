package se.uppdragskollen.operation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The running service: on the database that its settings name, else on its own.
 */
public final class Service {

	private Service() {
	}

	/**
	 * Starts the service; it runs until the process is asked to end.
	 * @param options how
	 * @param settings Spring's settings, as {@code spring.datasource.url}
	 * @throws IOException when its own database does not start
	 */
	public static ConfigurableApplicationContext start(ServiceOptions options, Map<String, Object> settings)
			throws IOException {
		Map<String, Object> all = new HashMap<>();
		boolean external = settings.containsKey("spring.datasource.url")
				|| System.getenv("SPRING_DATASOURCE_URL") != null;
		if (!external) {
			EmbeddedServer server = EmbeddedServer.start(options.data().resolve("postgres"), options.cache(), true);
			SpringApplication.getShutdownHandlers().add(server::close);
			all.putAll(server.settings());
		}
		all.putAll(settings);
		String[] arguments = all.entrySet()
			.stream()
			.map((one) -> "--" + one.getKey() + "=" + one.getValue())
			.toArray(String[]::new);
		return application(options).run(arguments);
	}

	/** The service before it is run, for tests to add to. */
	static SpringApplicationBuilder application(ServiceOptions options) {
		return new SpringApplicationBuilder(Application.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("serviceOptions", options))
			.bannerMode(org.springframework.boot.Banner.Mode.OFF);
	}

}
