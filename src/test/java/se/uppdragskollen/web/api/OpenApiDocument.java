package se.uppdragskollen.web.api;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The description of the interface, read so that answers can be held against it.
 */
final class OpenApiDocument {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

	private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry
				.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

	private final JsonNode root;

	private final Map<JsonNode, Schema> schemas = new HashMap<>();

	private OpenApiDocument(JsonNode root) {
		this.root = root;
	}

	static OpenApiDocument read() {
		try (InputStream in = OpenApiDocument.class.getResourceAsStream("/se/uppdragskollen/web/openapi.yaml")) {
			JsonNode yaml = new YAMLMapper().readTree(in);
			return new OpenApiDocument(JSON.readTree(JSON.writeValueAsString(yaml)));
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	JsonNode root() {
		return this.root;
	}

	/** All operations, in the order of the description. */
	List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		this.root.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((one) -> operations.add(new Operation(one.getKey().toUpperCase(java.util.Locale.ROOT),
						path.getKey(), one.getValue()))));
		return operations;
	}

	Operation operation(String id) {
		return operations().stream()
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("not described: " + id));
	}

	/** Whether it is asked for a list: an array, or an object with its items. */
	boolean lists(Operation operation) {
		JsonNode schema = resolve(operation.node().at("/responses/200/content/application~1json/schema"));
		return operation.method().equals("GET")
				&& (schema.path("type").asString("").equals("array") || schema.path("properties").has("items"));
	}

	/** What a reference leads to, or the node itself. */
	JsonNode resolve(JsonNode node) {
		JsonNode reference = node.get("$ref");
		return (reference == null) ? node : resolve(this.root.at(reference.asString().substring(1)));
	}

	/** An operation's parameters in the path, the query or the header. */
	Stream<JsonNode> parameters(Operation operation, String where) {
		return operation.node()
			.path("parameters")
			.valueStream()
			.map(this::resolve)
			.filter((one) -> one.path("in").asString().equals(where));
	}

	/** Their names. */
	Set<String> names(Operation operation, String where) {
		return parameters(operation, where).map((one) -> one.path("name").asString())
			.collect(Collectors.toCollection(HashSet::new));
	}

	/** Where an instance is not as a schema of the description says. */
	List<String> problems(JsonNode schema, JsonNode instance) {
		return this.schemas.computeIfAbsent(schema, this::compiled)
			.validate(instance)
			.stream()
			.map((error) -> error.getInstanceLocation() + ": " + error.getMessage())
			.toList();
	}

	private Schema compiled(JsonNode schema) {
		ObjectNode whole = JSON.createObjectNode();
		whole.put("$schema", DIALECT);
		whole.setAll((ObjectNode) schema);
		whole.set("components", this.root.path("components"));
		return REGISTRY.getSchema(whole);
	}

	/** Where a schema is none. */
	List<String> problemsOfSchema(JsonNode schema) {
		return REGISTRY.getSchema(SchemaLocation.of(DIALECT))
			.validate(schema)
			.stream()
			.map((error) -> error.getInstanceLocation() + ": " + error.getMessage())
			.toList();
	}

	/** Where an answer is not as the description says. */
	List<String> problems(Operation operation, Answer answer) {
		JsonNode described = resolve(operation.node().path("responses").path(String.valueOf(answer.status())));
		if (described.isMissingNode()) {
			return List.of("not described: " + answer.status());
		}
		List<String> problems = new ArrayList<>(headers(described, answer));
		JsonNode content = described.path("content");
		if (content.isMissingNode()) {
			if (answer.bytes().length > 0) {
				problems.add("a body that is not described");
			}
			return problems;
		}
		String type = answer.header("Content-Type").replaceFirst(";.*", "");
		JsonNode media = content.path(content.has("*/*") ? "*/*" : type);
		if (media.isMissingNode()) {
			problems.add("content of a type that is not described: " + type);
		}
		else if (media.has("schema") && type.endsWith("json")) {
			problems.addAll(problems(media.path("schema"), answer.json()));
		}
		return problems;
	}

	private List<String> headers(JsonNode described, Answer answer) {
		List<String> problems = new ArrayList<>();
		JsonNode headers = described.path("headers");
		headers.properties().forEach((one) -> {
			JsonNode header = resolve(one.getValue());
			String value = answer.header(one.getKey());
			if (value.isEmpty() && header.path("required").asBoolean()) {
				problems.add("without header " + one.getKey());
			}
			else if (!value.isEmpty()) {
				problems(header.path("schema"), JSON.valueToTree(value))
					.forEach((problem) -> problems.add(one.getKey() + problem));
			}
		});
		for (String name : List.of("ETag", "Location")) {
			if (!answer.header(name).isEmpty() && !headers.has(name)) {
				problems.add("a header that is not described: " + name);
			}
		}
		return problems;
	}

	/** Visits every schema of the description with where it stands. */
	void eachSchema(BiConsumer<String, JsonNode> visitor) {
		eachSchema("", this.root, false, visitor);
	}

	private static void eachSchema(String at, JsonNode node, boolean named, BiConsumer<String, JsonNode> visitor) {
		if (at.endsWith("/example")) {
			return;
		}
		if (named) {
			visitor.accept(at, node);
			return;
		}
		node.properties()
			.forEach((one) -> eachSchema(at + "/" + one.getKey(), one.getValue(),
					one.getKey().equals("schema") || at.equals("/components/schemas"), visitor));
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			eachSchema(at + "/" + i, node.get(i), false, visitor);
		}
	}

	/**
	 * An operation.
	 *
	 * @param method in capitals
	 * @param path as the description writes it
	 * @param node all that is described
	 */
	record Operation(String method, String path, JsonNode node) {

		String id() {
			return this.node.path("operationId").asString();
		}

		boolean open() {
			return this.node.path("x-open").asBoolean();
		}

		/** The acts of which one must be allowed. */
		List<String> acts() {
			return this.node.path("x-act").valueStream().map(JsonNode::asString).toList();
		}

		/** What is sent, empty when nothing is. */
		JsonNode body() {
			return this.node.path("requestBody").path("content");
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
