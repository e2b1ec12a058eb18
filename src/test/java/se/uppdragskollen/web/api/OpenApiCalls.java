package se.uppdragskollen.web.api;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.api.OpenApiDocument.Operation;
import tools.jackson.databind.JsonNode;

/**
 * Asks the service what the description's examples ask.
 */
record OpenApiCalls(OpenApiDocument document) {

	/** In the place of a body or header: none is sent. */
	static final String NONE = "";

	/**
	 * Asks as the example does.
	 * @param other what to ask in another way: values of the path, query and header by
	 * name, and {@code body}
	 */
	Answer call(Operation operation, Client who, Map<String, String> other) {
		String path = path(operation, other);
		String[] headers = headers(operation, other);
		JsonNode media = operation.body().path("multipart/form-data");
		if (!media.isMissingNode()) {
			return who.upload(path, media.path("x-file-name").asString(),
					media.path("example").path("file").asString().getBytes(StandardCharsets.UTF_8), headers);
		}
		String body = other.getOrDefault("body", operation.body().path("application/json").path("example").toString());
		return body.isEmpty() ? who.send(operation.method(), path, BodyPublishers.noBody(), headers)
				: who.json(operation.method(), path, body, headers);
	}

	private String path(Operation operation, Map<String, String> other) {
		String path = operation.path();
		for (JsonNode one : this.document.parameters(operation, "path").toList()) {
			String name = one.path("name").asString();
			path = path.replace("{" + name + "}", other.getOrDefault(name, one.path("example").asString()));
		}
		String query = this.document.parameters(operation, "query")
			.filter((one) -> one.has("example") || other.containsKey(one.path("name").asString()))
			.map((one) -> one.path("name").asString() + "="
					+ URLEncoder.encode(other.getOrDefault(one.path("name").asString(), one.path("example").asString()),
							StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return query.isEmpty() ? path : path + "?" + query;
	}

	private String[] headers(Operation operation, Map<String, String> other) {
		List<String> headers = new ArrayList<>();
		for (JsonNode one : this.document.parameters(operation, "header").toList()) {
			String name = one.path("name").asString();
			String value = other.getOrDefault(name, one.path("example").asString());
			if (!value.isEmpty()) {
				headers.add(name);
				headers.add(value);
			}
		}
		return headers.toArray(String[]::new);
	}

}
