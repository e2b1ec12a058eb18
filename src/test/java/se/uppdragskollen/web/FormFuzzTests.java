package se.uppdragskollen.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile forms to every page, as browsers send them: with a session and its token, by
 * every role. Fields have the names that the pages' templates give them. Whom the table
 * of access refuses is refused whatever is sent, and what is refused changes nothing.
 */
class FormFuzzTests {

	private static final long SEED = Long.getLong("fuzz.seed", 20250708L);

	/** To each page, by each role that may use it. */
	private static final int REQUESTS = Integer.getInteger("fuzz.forms", 5);

	private static final Duration LONGEST = Duration.ofSeconds(8);

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern NAME = Pattern.compile("(?:\\bname=\"|name='?)([a-z_0-9]+)[\"']");

	/** Comes back in no page as it is. */
	private static final String MARK = "<hostile>";

	private static final List<String> VALUES = List.of("", "%20", "%22%3E%3Chostile%3E", "%3Chostile%3E", "-1", "0",
			"9223372036854775808", "1e999999999", "%00", "a%00b", "%0D%0AX-Y:+z", "%FF", "%F0%9F%98%80", "%E2%80%AE",
			"2025-02-30", "0000-01-01", "%2B999999999-12-31", "9999-12-31", "811218-9876", "..%2F..%2Fetc", "null",
			"%24%7B7*7%7D__%24%7B7*7%7D__", "%5B%5B%24%7B7*7%7D%5D%5D", "a".repeat(5000), "%3D1%2B1", "x@y@z", "@",
			"administrator", "%25", "%");

	private static RunningService alone;

	private final AccessFixtures fixtures = new AccessFixtures(alone);

	private final Hostile hostile = new Hostile(SEED);

	private final List<String> failures = new ArrayList<>();

	private final Map<String, Integer> statuses = new TreeMap<>();

	private final Set<String> taken = new TreeSet<>();

	private final String digestSql = FuzzTests.digestSql(alone);

	private final List<String> names = new ArrayList<>(names());

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
	void answersEveryHostileFormInOrder() throws IOException {
		Map<Integer, Seat> seats = seats();
		this.digest = digest();
		for (AccessTests.Line line : AccessTests.table()) {
			if (line.path().startsWith("/api/") || line.path().startsWith("/demo/")) {
				continue;
			}
			seats.forEach((column, seat) -> {
				boolean may = line.marks().charAt(column) == '+';
				for (int i = 0; i < (may ? REQUESTS : 1); i++) {
					ask(seat, line, may);
				}
			});
		}
		assertThat(this.failures).as("seed %d, %s", SEED, this.statuses).isEmpty();
		assertThat(this.statuses.keySet()).contains("200", "302", "400", "403", "404", "422");
		assertThat(this.taken).as("forms that were taken or told what is wrong").hasSizeGreaterThan(20);
	}

	/** It is not kept for after the login: no cookie is that long. */
	@Test
	void sendsALongAddressToTheLoginToo() {
		Answer answer = alone.anonymous().get("/region?operator=" + "a".repeat(9000), "Accept", "text/html");
		assertThat(List.of(answer.status(), answer.header("Set-Cookie"))).isEqualTo(List.of(302, ""));
		assertThat(answer.header("Location")).endsWith("/login");
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	private void ask(Seat seat, AccessTests.Line line, boolean may) {
		String path = this.fixtures.fill(this.hostile.in(3) ? this.hostile.path(line.path()) : line.path())
			.replace("{", "%7B")
			.replace("}", "%7D");
		boolean reads = line.method().equals("GET");
		boolean file = line.body().equals("file");
		String form = form();
		if (reads) {
			path += (path.contains("?") ? "&" : "?") + question();
		}
		byte[] body = reads ? new byte[0] : file ? part() : form.getBytes(StandardCharsets.UTF_8);
		List<String> headers = new ArrayList<>(
				List.of("Accept", "text/html", "Cookie", seat.cookie(), "X-CSRF-TOKEN", seat.token(), "Content-Type",
						file ? "multipart/form-data; boundary=b" : "application/x-www-form-urlencoded"));
		String request = seat.who() + " " + line.method() + " " + path + " " + (reads ? "" : form);
		long started = System.nanoTime();
		Answer answer;
		try {
			answer = alone.anonymous()
				.send(line.method(), path, BodyPublishers.ofByteArray(body), headers.toArray(String[]::new));
		}
		catch (UncheckedIOException | IllegalArgumentException ex) {
			// an address that the client itself does not send
			return;
		}
		Duration took = Duration.ofNanos(System.nanoTime() - started);
		check(request, line, may, answer, took);
	}

	private void check(String request, AccessTests.Line line, boolean may, Answer answer, Duration took) {
		int status = answer.status();
		this.statuses.merge(String.valueOf(status), 1, Integer::sum);
		if (status >= 500 || took.compareTo(LONGEST) > 0) {
			fail(request, "took " + took + ": " + answer);
		}
		boolean isText = answer.header("Content-Type").startsWith("text/html");
		if (status >= 400 && FuzzTests.TELLING.matcher(answer.text()).find()) {
			fail(request, "tells of its inside: " + answer);
		}
		if (isText && answer.text().contains(MARK)) {
			fail(request, "comes back as it was sent");
		}
		if (!line.path().startsWith("/public") && !answer.header("Cache-Control").contains("no-store")) {
			fail(request, "may be kept: " + answer.header("Cache-Control"));
		}
		if (!may && status < 400 && !(status == 302 && answer.header("Location").endsWith("/login"))) {
			fail(request, "is let in: " + status);
		}
		if (line.method().equals("GET")) {
			return;
		}
		if (status == 302 || status == 422) {
			this.taken.add(line.address());
		}
		String now = digest();
		if (!now.equals(this.digest) && (status >= 400 || !may)) {
			fail(request, "refused, and yet something changed: " + status);
		}
		this.digest = now;
	}

	private void fail(String request, String why) {
		this.failures.add(Hostile.cut(request) + "\n    -> " + Hostile.cut(why));
	}

	/**
	 * Most fields hold what they should, some what nobody types, some are there twice.
	 */
	private String form() {
		List<String> fields = new ArrayList<>();
		honest().forEach((name, value) -> {
			if (!this.hostile.in(8)) {
				fields.add(name + "=" + (this.hostile.in(25) ? this.hostile.any(VALUES) : value));
			}
		});
		if (this.hostile.in(2)) {
			fields.add(this.hostile.any(this.names) + "=" + this.hostile.any(VALUES));
		}
		return String.join("&", fields);
	}

	/** A few names with anything behind them, sometimes very long. */
	private String question() {
		List<String> some = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			some.add(this.hostile.any(this.names) + "=" + (this.hostile.in(3) ? this.hostile.any(VALUES)
					: this.hostile.any(List.copyOf(honest().values()))));
		}
		return String.join("&", some);
	}

	private Map<String, String> honest() {
		Map<String, String> fields = new LinkedHashMap<>();
		String unit = this.fixtures.fill("{unit}");
		for (String pair : List.of("name=Prov", "id=SE5566778899-" + this.fixtures.key().hashCode(),
				"kind=health-centre", "operator=private", "opened=2020-01-01", "assignment=kalmar-halsoval",
				"unit=" + unit, "requirement=G25", "from=2025-08-01", "to=2025-09-01", "reason=Prov",
				"decision=approved", "day=2025-06-30", "listed=100", "text=Prov", "owner=Prov", "due=2025-09-01",
				"issuer=urn:prov", "roles=reviewer", "subject=" + this.fixtures.key(), "last_day=2025-06-30",
				"act=confirm", "light=green", "sure=true")) {
			String[] both = pair.split("=", 2);
			fields.put(both[0], both[1]);
		}
		return fields;
	}

	private byte[] part() {
		java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
		body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(this.hostile.in(3) ? "unit;name\n<hostile>;\"<hostile>\"\n".getBytes(StandardCharsets.UTF_8)
				: this.hostile.file());
		body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	/** One of each role, by its column in the table of access. */
	private Map<Integer, Seat> seats() {
		Map<Integer, Seat> seats = new TreeMap<>();
		seats.put(0, new Seat("nobody", "language=sv", "none"));
		seats.put(1, seat(Role.COMMISSIONER, null));
		seats.put(2, seat(Role.REVIEWER, null));
		seats.put(4, seat(Role.REPORTER, this.fixtures.unit()));
		seats.put(6, seat(Role.MANAGER, this.fixtures.unit()));
		seats.put(8, seat(Role.AUDITOR, null));
		seats.put(9, seat(Role.ADMINISTRATOR, null));
		return seats;
	}

	private static Seat seat(Role role, String unit) {
		Answer in = alone.anonymous().form("/demo/login", Map.of("person", alone.subject(role, unit)));
		String cookie = in.header("Set-Cookie").replaceAll(";.*", "");
		Matcher token = TOKEN.matcher(alone.anonymous().get("/", "Cookie", cookie, "Accept", "text/html").text());
		assertThat(token.find()).as("%s is logged in", role).isTrue();
		return new Seat(role.word(), cookie, token.group(1));
	}

	/** What the templates call their fields. */
	private static Set<String> names() {
		Set<String> names = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/pages"))) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".html")).toList()) {
				NAME.matcher(Files.readString(file)).results().forEach((one) -> names.add(one.group(1)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

	private String digest() {
		return String.join("\n", alone.jdbc().sql(this.digestSql).query(String.class).list());
	}

	private record Seat(String who, String cookie, String token) {

	}

}
