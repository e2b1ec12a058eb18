package se.uppdragskollen.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does what a browser does at a login: keeps cookies by server, follows redirects, fills
 * in the provider's form. The services are asked through a proxy with TLS, whose headers
 * it sends.
 */
final class Browser {

	private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final Map<Integer, Map<String, String>> cookies = new HashMap<>();

	/** Every address that was asked, in order. */
	private final List<URI> asked = new ArrayList<>();

	/** What the servers said when they set a cookie. */
	private final List<String> set = new ArrayList<>();

	HttpResponse<String> get(String address) {
		return send("GET", URI.create(address), null, Map.of());
	}

	HttpResponse<String> send(String method, URI address, String form, Map<String, String> headers) {
		this.asked.add(address);
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + address.getPort() + address.getRawPath()
					+ ((address.getRawQuery() == null) ? "" : "?" + address.getRawQuery())))
			.method(method, (form == null) ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
		if (address.getScheme().equals("https")) {
			request.header("X-Forwarded-Proto", "https").header("X-Forwarded-Port", String.valueOf(address.getPort()));
		}
		request.header("Accept", "text/html");
		if (form != null && !headers.containsKey("Content-Type")) {
			request.header("Content-Type", "application/x-www-form-urlencoded");
		}
		Map<String, String> jar = this.cookies.computeIfAbsent(address.getPort(), (port) -> new LinkedHashMap<>());
		if (!jar.isEmpty()) {
			request.header("Cookie",
					jar.entrySet()
						.stream()
						.map((one) -> one.getKey() + "=" + one.getValue())
						.collect(Collectors.joining("; ")));
		}
		headers.forEach(request::header);
		try {
			HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
			answer.headers().allValues("Set-Cookie").forEach((cookie) -> keep(jar, cookie));
			return answer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(Map<String, String> jar, String cookie) {
		this.set.add(cookie);
		String[] pair = cookie.split(";", 2)[0].split("=", 2);
		if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
			jar.remove(pair[0]);
		}
		else {
			jar.put(pair[0], pair[1]);
		}
	}

	/** Logs in, and gives the last answer. */
	HttpResponse<String> login(int service, String person) {
		HttpResponse<String> answer = get("https://localhost:" + service + "/oauth2/authorization/region");
		URI at = this.asked.get(0);
		for (int hop = 0; hop < 12; hop++) {
			at = this.asked.get(this.asked.size() - 1);
			if (answer.statusCode() / 100 == 3) {
				URI next = at.resolve(answer.headers().firstValue("Location").orElseThrow());
				if (next.getPort() == service && !next.getPath().startsWith("/login/oauth2/")) {
					return answer;
				}
				answer = send("GET", next, null, Map.of());
			}
			else if (at.getPath().equals("/login") && at.getPort() != service) {
				Matcher hidden = HIDDEN.matcher(answer.body());
				String csrf = hidden.find() ? "&_csrf=" + LoginProvider.encoded(hidden.group(1)) : "";
				answer = send("POST", at.resolve("/login"),
						"username=" + person + "&password=" + LoginProvider.PASSWORD + csrf, Map.of());
			}
			else {
				return answer;
			}
		}
		throw new IllegalStateException("does not end: " + this.asked);
	}

	String cookie(int port, String name) {
		return this.cookies.getOrDefault(port, Map.of()).get(name);
	}

	/** Moves the cookies of one server to another, as a proxy before both does. */
	void moved(int from, int to) {
		this.cookies.put(to, this.cookies.get(from));
	}

	List<URI> asked() {
		return this.asked;
	}

	List<String> set() {
		return this.set;
	}

}
