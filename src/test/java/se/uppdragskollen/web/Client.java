package se.uppdragskollen.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who talks to the service as other systems do.
 */
public final class Client {

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final int port;

	private final String token;

	public Client(int port, String token) {
		this.port = port;
		this.token = token;
	}

	public String token() {
		return this.token;
	}

	public Answer get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	public Answer delete(String path, String... headers) {
		return send("DELETE", path, BodyPublishers.noBody(), headers);
	}

	/** Sends JSON. */
	public Answer post(String path, String json, String... headers) {
		return json("POST", path, json, headers);
	}

	/** Sends JSON. */
	public Answer put(String path, String json, String... headers) {
		return json("PUT", path, json, headers);
	}

	public Answer json(String method, String path, String json, String... headers) {
		return send(method, path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
	}

	/** Sends what a form's fields hold. */
	public Answer form(String path, Map<String, String> fields, String... headers) {
		String body = fields.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send("POST", path, BodyPublishers.ofString(body),
				with(headers, "Content-Type", "application/x-www-form-urlencoded"));
	}

	/** Uploads a file as the part {@code file}. */
	public Answer upload(String path, String name, byte[] content, String... headers) {
		String boundary = "----part0123456789";
		byte[] before = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8);
		byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
		java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
		body.writeBytes(before);
		body.writeBytes(content);
		body.writeBytes(after);
		return send("POST", path, BodyPublishers.ofByteArray(body.toByteArray()),
				with(headers, "Content-Type", "multipart/form-data; boundary=" + boundary));
	}

	public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.timeout(Duration.ofSeconds(60))
			.method(method, body);
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String[] with(String[] headers, String name, String value) {
		String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
		more[headers.length] = name;
		more[headers.length + 1] = value;
		return more;
	}

	/**
	 * What the service answers.
	 */
	public record Answer(HttpResponse<byte[]> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public byte[] bytes() {
			return this.response.body();
		}

		public String text() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		@Override
		public String toString() {
			return status() + " " + text();
		}

	}

}
