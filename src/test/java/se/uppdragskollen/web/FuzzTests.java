package se.uppdragskollen.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile requests to every address, by people who may use it: each is answered soon, in
 * our own form and never with an error of ours, and one that is refused changes nothing.
 * {@code -Dfuzz.seed} and {@code -Dfuzz.requests} ask for others and for more.
 */
class FuzzTests {

	private static final long SEED = Long.getLong("fuzz.seed", 20250708L);

	/** To each address. */
	private static final int REQUESTS = Integer.getInteger("fuzz.requests", 15);

	private static final Duration LONGEST = Duration.ofSeconds(8);

	static final Pattern TELLING = Pattern
		.compile("Exception|\\bat (?:se|org|java)\\.|org\\.springframework|java\\.(?:lang|util)\\.(?!Runtime)"
				+ "|se\\.uppdragskollen|tools\\.jackson|org\\.postgresql|SQLState|root:x:0|lollol");

	/** What is noted of refused requests too. */
	static final List<String> KEPT_ANYWAY = List.of("audit_event", "audit_checkpoint", "spring_session",
			"spring_session_attributes", "idempotent_answer", "flyway_schema_history");

	private static RunningService alone;

	private final RunningService service = alone;

	private final AccessFixtures fixtures = new AccessFixtures(this.service);

	private final Hostile hostile = new Hostile(SEED);

	private final List<String> failures = new ArrayList<>();

	private final Map<String, Integer> statuses = new TreeMap<>();

	private String digest = "";

	@BeforeAll
	static void start() {
		alone = RunningService.alone();
	}

	@AfterAll
	static void stop() {
		alone.close();
	}

	@Test
	void answersEveryHostileRequestInOrder() throws IOException {
		Client region = region();
		Client centre = centre();
		String digestSql = digestSql();
		this.digest = digest(digestSql);
		Map<String, List<String>> parameters = parameters();
		for (AccessTests.Line line : AccessTests.table()) {
			Client asker = "+".equals(line.marks().substring(4, 5)) || line.marks().charAt(6) == '+' ? centre : region;
			if (line.marks().startsWith("-+") || line.marks().startsWith("--+") || line.marks().endsWith("+")) {
				asker = this.hostile.in(3) ? asker : region;
			}
			for (int i = 0; i < REQUESTS; i++) {
				ask(asker, line, parameters.getOrDefault(line.address(), List.of()), digestSql);
			}
		}
		assertThat(this.failures).as("seed %d, %s", SEED, this.statuses).isEmpty();
		assertThat(this.statuses.getOrDefault("200", 0)).as("some are taken: %s", this.statuses).isPositive();
	}

	@ParameterizedTest
	@CsvSource({ "application/json, true", "application/json, false", "multipart/form-data; boundary=b, true",
			"multipart/form-data; boundary=b, false", "text/plain, true" })
	void readsNoMoreOfABodyThanItTakes(String type, boolean told) throws IOException {
		String path = type.startsWith("multipart") ? "/api/v1/units/import" : "/api/v1/units";
		long started = System.nanoTime();
		try (Socket socket = new Socket("127.0.0.1", this.service.port())) {
			socket.setSoTimeout(20_000);
			OutputStream out = socket.getOutputStream();
			out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + region().token()
					+ "\r\nContent-Type: " + type + "\r\nIf-Match: \"1\"\r\nIdempotency-Key: fuzz-large-body\r\n"
					+ (told ? "Content-Length: 100000000" : "Transfer-Encoding: chunked") + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			long sent = send(out, type, told);
			byte[] answer = new byte[12];
			int read = read(socket, answer);
			assertThat(sent).as("bytes that were taken").isLessThan(40_000_000L);
			assertThat(new String(answer, 0, read, StandardCharsets.US_ASCII)).isIn("", "HTTP/1.1 413", "HTTP/1.1 415");
		}
		assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONGEST);
		assertThat(region().get("/api/v1/me").status()).isEqualTo(200);
	}

	/** Writes until the service wants no more, or all is written. */
	private static long send(OutputStream out, String type, boolean told) {
		byte[] start = (type.startsWith("multipart")
				? "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" : "{\"name\":\"")
			.getBytes(StandardCharsets.US_ASCII);
		byte[] piece = "a".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
		long sent = 0;
		try {
			for (int i = 0; i < 1000; i++) {
				byte[] next = (i == 0) ? start : piece;
				out.write(told ? new byte[0]
						: (Integer.toHexString(next.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
				out.write(next);
				out.write(told ? new byte[0] : "\r\n".getBytes(StandardCharsets.US_ASCII));
				sent += next.length;
			}
		}
		catch (IOException ex) {
			return sent;
		}
		return sent;
	}

	/** What the service says before it hangs up, if the connection still tells. */
	private static int read(Socket socket, byte[] answer) {
		try {
			return Math.max(0, socket.getInputStream().readNBytes(answer, 0, answer.length));
		}
		catch (IOException ex) {
			return 0;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /%2f HTTP/1.1", "GET /api/v1/me%00 HTTP/1.1", "GET /api/../v1/me HTTP/1.1",
			"GET //api/v1/me HTTP/1.1", "GET /api/v1/me;x=1 HTTP/1.1", "GET /a|b HTTP/1.1", "TRACE / HTTP/1.1",
			"GET /%zz HTTP/1.1", "FROB /api/v1/me HTTP/1.1", "GET /api/v1/me?x=%zz HTTP/1.1", "GET * HTTP/1.1",
			"GET /api%5cv1 HTTP/1.1" })
	void answersWhatNoClientSends(String line) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.service.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Tomcat").doesNotContain("\r\nServer:");
			assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/problem+json")
				.contains("x-content-type-options: nosniff")
				.contains("content-security-policy: ");
			assertThat(TELLING.matcher(answer).find()).isFalse();
		}
	}

	private void ask(Client asker, AccessTests.Line line, List<String> known, String digestSql) {
		String method = this.hostile.in(12) ? this.hostile.method() : line.method();
		String path = path(line, known);
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("If-Match", "\"1\"");
		headers.put("Idempotency-Key", this.fixtures.key());
		headers.put("Accept-Language", "en");
		List<String> some = this.hostile.headers();
		BodyPublisher body;
		String shown;
		if (line.body().equals("file") && !this.hostile.in(4) || this.hostile.in(40)) {
			headers.put("Content-Type", "multipart/form-data; boundary=b");
			byte[] content = this.hostile.in(4) ? this.hostile.parts().getBytes(StandardCharsets.UTF_8)
					: part(this.hostile.name(), this.hostile.file());
			shown = "multipart " + new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8);
			body = BodyPublishers.ofByteArray(content);
		}
		else {
			headers.put("Content-Type", "application/json");
			String honest = line.body().startsWith("{") ? this.fixtures.fill(line.body()) : "";
			shown = (honest.isEmpty() || this.hostile.in(4)) ? this.hostile.body() : this.hostile.spoilt(honest);
			body = BodyPublishers.ofString(shown);
		}
		for (int i = 0; i < some.size(); i += 2) {
			headers.put(some.get(i), some.get(i + 1));
		}
		String request = method + " " + path + " " + some + " " + shown;
		send(request, () -> asker.send(method, path, body, flat(headers)), method, digestSql);
	}

	private String path(AccessTests.Line line, List<String> known) {
		String path = this.fixtures.fill(this.hostile.in(3) ? line.path() : this.hostile.path(line.path()));
		return uri(this.hostile.in(3) ? path : this.hostile.parameters(path, known));
	}

	private static String uri(String path) {
		return path.replace("{", "%7B").replace("}", "%7D");
	}

	private void send(String request, java.util.function.Supplier<Answer> asked, String method, String digestSql) {
		long started = System.nanoTime();
		Answer answer;
		try {
			answer = asked.get();
		}
		catch (UncheckedIOException | IllegalArgumentException ex) {
			fail(request, "no answer: " + ex);
			return;
		}
		this.statuses.merge(String.valueOf(answer.status()), 1, Integer::sum);
		Duration took = Duration.ofNanos(System.nanoTime() - started);
		if (answer.status() >= 500) {
			fail(request, answer.toString());
		}
		if (took.compareTo(LONGEST) > 0) {
			fail(request, "took " + took);
		}
		if (answer.status() >= 400 && !method.equals("HEAD")) {
			if (!isPage(answer) && (!answer.header("Content-Type").startsWith("application/problem+json")
					|| answer.json().path("status").asInt() != answer.status())) {
				fail(request, "not our form: " + answer.header("Content-Type") + " " + answer);
			}
			if (TELLING.matcher(answer.text()).find()) {
				fail(request, "tells of its inside: " + answer);
			}
		}
		if (method.equals("GET") || method.equals("HEAD")) {
			return;
		}
		String now = digest(digestSql);
		if (answer.status() >= 400 && !now.equals(this.digest)) {
			fail(request, "refused, and yet something changed: " + answer + " " + difference(this.digest, now));
		}
		this.digest = now;
	}

	private void fail(String request, String why) {
		this.failures.add(Hostile.cut(request) + "\n    -> " + Hostile.cut(why));
	}

	private static String difference(String before, String after) {
		List<String> old = List.of(before.split("\n"));
		return Stream.of(after.split("\n")).filter((line) -> !old.contains(line)).collect(Collectors.joining(", "));
	}

	private Client region() {
		Client client = this.service.person(Role.COMMISSIONER);
		long id = client.get("/api/v1/me").json().path("person").asLong();
		Stream.of(Role.REVIEWER, Role.ADMINISTRATOR, Role.AUDITOR)
			.forEach((role) -> this.service.grant(id, role, null));
		return client;
	}

	private Client centre() {
		Client client = this.service.person(Role.MANAGER, this.fixtures.unit());
		long id = client.get("/api/v1/me").json().path("person").asLong();
		this.service.grant(id, Role.REPORTER, this.fixtures.unit());
		return client;
	}

	/** How many rows each table has, and a sum over what they hold. */
	private String digestSql() {
		return digestSql(this.service);
	}

	static String digestSql(RunningService service) {
		return service.jdbc()
			.sql("select table_name from information_schema.tables where table_schema = 'public' "
					+ "and table_type = 'BASE TABLE' order by 1")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> !KEPT_ANYWAY.contains(table))
			.map((table) -> "select '" + table
					+ "' || ' ' || count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) from " + table + " t")
			.collect(Collectors.joining(" union all "));
	}

	private String digest(String sql) {
		return String.join("\n", this.service.jdbc().sql(sql).query(String.class).list());
	}

	/** The names that each address takes parameters by. */
	private Map<String, List<String>> parameters() {
		Map<String, List<String>> names = new LinkedHashMap<>();
		this.service.get(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, handler) -> {
			Function<String, Stream<String>> addresses = (
					path) -> info.getMethodsCondition().getMethods().stream().map((method) -> method + " " + path);
			info.getPathPatternsCondition()
				.getPatternValues()
				.stream()
				.flatMap(addresses)
				.forEach((address) -> names.put(address, names(handler)));
		});
		return names;
	}

	private static List<String> names(HandlerMethod handler) {
		List<String> names = new ArrayList<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
			if (asked != null) {
				names.add(asked.value().isEmpty() ? parameter.getParameter().getName() : asked.value());
			}
		}
		return names;
	}

	private static byte[] part(String name, byte[] content) {
		java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
		body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	private static String[] flat(Map<String, String> headers) {
		return headers.entrySet()
			.stream()
			.flatMap((one) -> Stream.of(one.getKey(), one.getValue()))
			.toArray(String[]::new);
	}

	/** A whole page that tells of no exception. */
	private static boolean isPage(Answer answer) {
		return answer.header("Content-Type").startsWith("text/html") && answer.text().contains("</html>")
				&& !answer.text().contains("Exception");
	}

}
