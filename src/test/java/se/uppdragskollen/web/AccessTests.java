package se.uppdragskollen.web;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what, for every address: each is asked for a unit by everybody in
 * {@code access.txt}, and lets in whom the table says ({@code +}) and nobody else
 * ({@code -}). An address that is not in the table fails.
 */
class AccessTests {

	private final RunningService service = RunningService.shared();

	private final AccessFixtures fixtures = new AccessFixtures(this.service);

	@Test
	void everyAddressIsInTheTable() throws IOException {
		Set<String> described = table().stream().map(Line::address).collect(Collectors.toCollection(TreeSet::new));
		Set<String> there = new TreeSet<>();
		handlers().forEach((info, handler) -> {
			for (RequestMethod method : info.getMethodsCondition().getMethods()) {
				info.getPathPatternsCondition().getPatternValues().forEach((path) -> there.add(method + " " + path));
			}
		});
		assertThat(described).isEqualTo(there);
	}

	@Test
	void everyHandlerSaysForWhomItIs() {
		handlers().forEach((info,
				handler) -> assertThat(
						handler.hasMethodAnnotation(Needs.class) || handler.hasMethodAnnotation(Open.class))
					.as(handler.toString())
					.isTrue());
	}

	@Test
	void letsInWhomTheTableSays() throws IOException {
		Map<String, Client> askers = askers();
		List<String> expected = new ArrayList<>();
		List<String> found = new ArrayList<>();
		for (Line line : table()) {
			StringBuilder marks = new StringBuilder();
			for (Client asker : askers.values()) {
				Answer answer = ask(asker, line);
				assertThat(answer.status()).as(line.address() + ": " + answer).isLessThan(500);
				marks.append(refused(answer, line) ? '-' : '+');
			}
			expected.add(line.marks() + " " + line.address());
			found.add(marks + " " + line.address());
		}
		assertThat(found).isEqualTo(expected);
	}

	/** A case that one may not know of is not there; pages send to the login. */
	private static boolean refused(Answer answer, Line line) {
		return answer.status() == 401 || answer.status() == 403
				|| answer.status() == 302 && answer.header("Location").endsWith("/login")
				|| answer.status() == 404 && line.path().startsWith("/api/v1/cases/");
	}

	private Answer ask(Client asker, Line line) {
		String path = this.fixtures.fill(line.path());
		if (line.body().equals("file")) {
			return asker.upload(path, "file.csv", "unit;name\n".getBytes(StandardCharsets.UTF_8), "If-Match", "\"1\"",
					"Idempotency-Key", this.fixtures.key());
		}
		String body = line.body().equals("-") ? "" : this.fixtures.fill(line.body());
		return asker.send(line.method(), path, BodyPublishers.ofString(body), "Content-Type", "application/json",
				"If-Match", "\"1\"", "Idempotency-Key", this.fixtures.key());
	}

	/** In the order of the table's columns. */
	private Map<String, Client> askers() {
		Map<String, Client> askers = new LinkedHashMap<>();
		askers.put("nobody", this.service.anonymous());
		askers.put("commissioner", this.service.person(Role.COMMISSIONER));
		askers.put("reviewer", this.service.person(Role.REVIEWER));
		askers.put("reviewer of the unit's own", this.fixtures.both(Role.REVIEWER, Role.REPORTER));
		askers.put("reporter", this.service.person(Role.REPORTER, this.fixtures.unit()));
		askers.put("reporter elsewhere", this.service.person(Role.REPORTER, this.fixtures.other()));
		askers.put("manager", this.service.person(Role.MANAGER, this.fixtures.unit()));
		askers.put("manager elsewhere", this.service.person(Role.MANAGER, this.fixtures.other()));
		askers.put("auditor", this.service.person(Role.AUDITOR));
		askers.put("administrator", this.service.person(Role.ADMINISTRATOR));
		return askers;
	}

	private Map<RequestMappingInfo, HandlerMethod> handlers() {
		Map<RequestMappingInfo, HandlerMethod> handlers = new LinkedHashMap<>();
		this.service.get(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
			if (!handler.getBeanType().equals(ErrorAnswers.class)) {
				handlers.put(info, handler);
			}
		});
		return handlers;
	}

	/** Marks, method, path and, from the first brace or word on, the body. */
	static List<Line> table() throws IOException {
		try (var in = Objects.requireNonNull(AccessTests.class.getResourceAsStream("access.txt"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\\s+", 4))
				.map((words) -> new Line(words[0], words[1], words[2], (words.length > 3) ? words[3] : "-"))
				.toList();
		}
	}

	record Line(String marks, String method, String path, String body) {

		/** Without what is asked for. */
		String address() {
			int query = this.path.indexOf('?');
			return this.method + " " + ((query < 0) ? this.path : this.path.substring(0, query));
		}

	}

}
