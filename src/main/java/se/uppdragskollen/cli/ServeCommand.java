package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.uppdragskollen.operation.DataFolder;
import se.uppdragskollen.operation.DemoPerson;
import se.uppdragskollen.operation.Service;
import se.uppdragskollen.operation.ServiceOptions;

/**
 * {@code serve}: starts the service and runs it until the process is asked to end.
 */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {

	/** Within the two years of reports that a demo has. */
	private static final LocalDate DEMO_DAY = LocalDate.of(2025, 7, 8);

	private static final int MOST_OF_A_ROLE = 3;

	private static final Pattern SETTING = Pattern
		.compile("--((?:spring|server|management|logging|uppdragskollen)\\.[^=]+)=(.*)", Pattern.DOTALL);

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Option(names = "--demo")
	private boolean demo;

	@Option(names = "--data", paramLabel = "DIR")
	private @Nullable Path data;

	@Option(names = "--port", paramLabel = "N")
	private @Nullable Integer port;

	@Option(names = "--management-port", paramLabel = "N")
	private @Nullable Integer managementPort;

	@Option(names = "--today", paramLabel = "DATE")
	private @Nullable LocalDate today;

	@CommandLine.Unmatched
	private List<String> settings = new ArrayList<>();

	@CommandLine.Spec
	private CommandLine.Model.@Nullable CommandSpec spec;

	ServeCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		Map<String, String> known = settings();
		if (this.today != null && !this.demo) {
			this.terminal.note("serve.today-of-demo");
			return Exit.CANNOT_RUN;
		}
		Path cache = Options.cache();
		DataFolder folder = (this.demo && this.data == null) ? DataFolder.temporary(cache)
				: DataFolder.open((this.data != null) ? this.data : Options.data());
		LocalDate day = (this.demo && this.today == null) ? DEMO_DAY : this.today;
		this.terminal.note("serve.starting");
		try (Service service = Service.start(
				new ServiceOptions(this.options.home().toAbsolutePath(), folder.path(), cache, this.demo, day), folder,
				known)) {
			tell(service, folder, day);
			service.awaitEnd();
		}
		return Exit.CLEAN;
	}

	private Map<String, String> settings() {
		Allowed.port(spec().commandLine(), "--port", this.port);
		Allowed.port(spec().commandLine(), "--management-port", this.managementPort);
		Map<String, String> known = new LinkedHashMap<>();
		for (String setting : this.settings) {
			Matcher matcher = SETTING.matcher(setting);
			if (!matcher.matches()) {
				throw new CommandLine.UnmatchedArgumentException(spec().commandLine(), List.of(setting));
			}
			known.put(matcher.group(1), matcher.group(2));
		}
		if (this.port != null) {
			known.put("server.port", this.port.toString());
		}
		if (this.managementPort != null) {
			known.put("management.server.port", this.managementPort.toString());
		}
		return known;
	}

	private CommandLine.Model.CommandSpec spec() {
		if (this.spec == null) {
			throw new IllegalStateException("not parsed");
		}
		return this.spec;
	}

	/** To standard error: standard output is the log's. */
	private void tell(Service service, DataFolder folder, @Nullable LocalDate day) {
		this.terminal.note("serve.ready", "http://localhost:" + service.port());
		this.terminal.note("serve.management", "http://127.0.0.1:" + service.managementPort() + "/actuator/health");
		if (folder.isTemporary()) {
			this.terminal.note("serve.temporary", folder.path());
		}
		else if (service.hasOwnDatabase()) {
			this.terminal.note("serve.data", folder.path());
		}
		if (this.demo) {
			this.terminal.note("serve.demo-day", String.valueOf(day));
			tellPeople(service);
		}
		else if (!service.hasLogin()) {
			this.terminal.note("serve.no-login");
		}
		if (!service.hasEditions()) {
			this.terminal.note("serve.no-edition");
		}
		this.terminal.note("serve.stop");
	}

	private void tellPeople(Service service) {
		Map<String, List<DemoPerson>> byRole = new LinkedHashMap<>();
		service.demoPeople()
			.forEach((person) -> byRole.computeIfAbsent(person.role(), (role) -> new ArrayList<>()).add(person));
		if (byRole.isEmpty()) {
			this.terminal.note("serve.nobody");
			return;
		}
		this.terminal.note("serve.people");
		byRole.values().forEach((people) -> {
			people.stream().limit(MOST_OF_A_ROLE).forEach((person) -> {
				String role = this.terminal.text("role." + person.role());
				this.terminal.noteLine("  " + padded(person.subject(), 12) + padded(role, 24) + person.name()
						+ ((person.unit() == null) ? "" : ", " + person.unit()));
			});
			if (people.size() > MOST_OF_A_ROLE) {
				this.terminal.note("serve.more-people", people.size() - MOST_OF_A_ROLE);
			}
		});
		DemoPerson first = byRole.values().iterator().next().get(0);
		this.terminal.note("serve.token",
				"curl -d person=" + first.subject() + " http://localhost:" + service.port() + "/demo/token");
	}

	private static String padded(String text, int width) {
		return text + " ".repeat(Math.max(0, width - text.length()));
	}

}
