package se.uppdragskollen.operation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;

/**
 * Says why the service does not start so that an operator can do something about it. What
 * a developer needs goes to a file.
 */
final class StartFailures {

	private static final Map<String, String> ADDRESSES = Map.of("server.port", "server.address",
			"management.server.port", "management.server.address");

	private StartFailures() {
	}

	/** What can be known to be wrong before anything is started. */
	static void check(Environment environment) {
		String main = environment.getProperty("server.port", "");
		if (!main.equals("0") && main.equals(environment.getProperty("management.server.port", ""))) {
			throw unchecked("operation.same-ports", main);
		}
		ADDRESSES.forEach((port, address) -> checkPort(port, environment.getProperty(port, ""),
				environment.getProperty(address, "")));
		String url = environment.getProperty("spring.datasource.url");
		if (url != null) {
			String user = environment.getProperty("spring.datasource.username");
			if (user == null) {
				throw unchecked("operation.database-user");
			}
			connect(url, user, environment.getProperty("spring.datasource.password", ""));
			String owner = environment.getProperty("spring.flyway.user");
			if (owner != null) {
				connect(environment.getProperty("spring.flyway.url", url), owner,
						environment.getProperty("spring.flyway.password", ""));
			}
		}
	}

	private static void checkPort(String setting, String value, String address) {
		if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
			throw unchecked("operation.setting", setting, value);
		}
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address.isEmpty() ? new InetSocketAddress(Integer.parseInt(value))
					: new InetSocketAddress(address, Integer.parseInt(value)));
		}
		catch (IOException ex) {
			throw unchecked("operation.port-taken", value);
		}
	}

	private static void connect(String url, String user, String password) {
		try {
			DriverManager.getConnection(url, user, password).close();
		}
		catch (SQLException ex) {
			throw new java.io.UncheckedIOException(explain(ex));
		}
	}

	private static RuntimeException unchecked(String key, Object... holes) {
		return new java.io.UncheckedIOException(new CannotRunException(key, holes));
	}

	static CannotRunException explain(Throwable failure, Path data) {
		return cause(failure, CannotRunException.class)
			.or(() -> cause(failure, PortInUseException.class)
				.map((one) -> new CannotRunException("operation.port-taken", String.valueOf(one.getPort()))))
			.or(() -> cause(failure, FlywayValidateException.class)
				.map((one) -> new CannotRunException("operation.database-other-version")))
			.or(() -> cause(failure, SQLException.class).flatMap(StartFailures::database))
			.or(() -> cause(failure, BindException.class).map(StartFailures::setting))
			.or(() -> cause(failure, IOException.class)
				.map((one) -> new CannotRunException("operation.start-io", String.valueOf(one.getMessage()))))
			.orElseGet(() -> unknown(failure, data));
	}

	/** Why a database cannot be used. */
	static CannotRunException explain(SQLException ex) {
		return database(ex).orElseGet(() -> new CannotRunException("operation.database-failed", message(ex)));
	}

	private static Optional<CannotRunException> database(SQLException ex) {
		String state = (ex.getSQLState() == null) ? "" : ex.getSQLState();
		String key = state.startsWith("08") ? "operation.database-away"
				: state.startsWith("28") ? "operation.database-login" : state.equals("3D000")
						? "operation.database-missing" : state.equals("42501") ? "operation.database-rights" : "";
		return key.isEmpty() ? Optional.empty() : Optional.of(new CannotRunException(key, message(ex)));
	}

	/** In the database's words, without their full stop. */
	private static String message(SQLException ex) {
		String text = String.valueOf(ex.getMessage()).strip();
		return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
	}

	private static CannotRunException setting(BindException ex) {
		ConfigurationProperty property = ex.getProperty();
		return (property == null) ? new CannotRunException("operation.setting-group", ex.getName())
				: new CannotRunException("operation.setting", property.getName(), String.valueOf(property.getValue()));
	}

	private static CannotRunException unknown(Throwable failure, Path data) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		try {
			Path file = Files.isDirectory(data) ? data.resolve("start-failure.txt")
					: Files.createTempFile("uppdragskollen-start-failure-", ".txt");
			Files.writeString(file, text.toString());
			return new CannotRunException("operation.start-failed", String.valueOf(root.getMessage()), file);
		}
		catch (IOException ex) {
			return new CannotRunException("operation.start-io", String.valueOf(root.getMessage()));
		}
	}

	private static <T extends Throwable> Optional<T> cause(@Nullable Throwable failure, Class<T> type) {
		for (Throwable one = failure; one != null; one = one.getCause()) {
			if (type.isInstance(one)) {
				return Optional.of(type.cast(one));
			}
		}
		return Optional.empty();
	}

}
