package se.uppdragskollen.web.api;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.api.OpenApiDocument.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description of the interface is sound, and tells of every handler: no more, no
 * less.
 */
class OpenApiTests {

	private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();

	private final RunningService service = RunningService.shared();

	@Test
	void describesEveryHandlerAndNothingElse() {
		Map<String, String> described = new TreeMap<>();
		DOCUMENT.operations()
			.forEach((one) -> described.put(one.toString(), one.open() ? "open" : String.join(" ", one.acts())));
		Map<String, String> handlers = new TreeMap<>();
		handlers().forEach((address, handler) -> handlers.put(address, permission(handler)));
		assertThat(described).isEqualTo(handlers);
	}

	@Test
	void describesWhatEveryHandlerTakes() {
		List<String> wrong = new ArrayList<>();
		Map<String, HandlerMethod> handlers = handlers();
		for (Operation operation : DOCUMENT.operations()) {
			HandlerMethod handler = handlers.get(operation.toString());
			compare(operation + " path",
					Set.of(operation.path().replaceAll("[^{]*\\{([^}]*)\\}[^{]*", "$1 ").split(" ")),
					operation.path().contains("{") ? DOCUMENT.names(operation, "path") : Set.of(operation.path()),
					wrong);
			Set<String> headers = DOCUMENT.names(operation, "header");
			headers.remove("Accept-Language");
			compare(operation + " headers", parameters(handler, RequestHeader.class), headers, wrong);
			Set<String> query = DOCUMENT.names(operation, "query");
			if (operation.node().path("responses").path("200").path("content").has("text/csv")
					&& query.contains("limit")) {
				query.removeAll(Set.of("format", "limit", "cursor"));
			}
			Set<String> asked = parameters(handler, RequestParam.class);
			Filters filters = handler.getMethodAnnotation(Filters.class);
			asked.addAll((filters == null) ? Set.of() : Set.of(filters.value()));
			compare(operation + " query", asked, query, wrong);
			Arrays.stream(handler.getMethodParameters())
				.filter((one) -> one.hasParameterAnnotation(RequestBody.class) && one.getParameterType().isRecord())
				.forEach((one) -> compare(operation + " body", keys(one.getParameterType()),
						new HashSet<>(DOCUMENT.resolve(operation.body().path("application/json").path("schema"))
							.path("properties")
							.propertyNames()),
						wrong));
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void isSoundOpenApi() {
		assertThat(DOCUMENT.root().path("openapi").asString()).startsWith("3.1.");
		List<String> ids = DOCUMENT.operations().stream().map(Operation::id).toList();
		assertThat(ids).doesNotHaveDuplicates().allMatch((id) -> id.matches("[a-z][A-Za-z]+"));
		List<String> wrong = new ArrayList<>();
		DOCUMENT.eachSchema((at, schema) -> {
			DOCUMENT.problemsOfSchema(schema).forEach((problem) -> wrong.add(at + problem));
			loose(at, schema, wrong);
		});
		references(DOCUMENT.root(), wrong);
		assertThat(wrong).isEmpty();
		Set<String> parts = new TreeSet<>(DOCUMENT.root().propertyNames());
		assertThat(parts).containsExactly("components", "info", "openapi", "paths", "security", "servers", "tags");
		for (Operation operation : DOCUMENT.operations()) {
			assertThat(operation.node().path("summary").asString()).as(operation.toString()).isNotBlank();
			assertThat(operation.node().path("responses").propertyNames()).as(operation.toString())
				.allMatch((status) -> status.matches("[2-4]\\d\\d|5XX"));
		}
	}

	/** The same schemas that the command line prints. */
	@Test
	void holdsTheFormatsOfReportsAndResults() {
		for (String name : List.of("report", "result")) {
			String own = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
			JsonNode described = DOCUMENT.root().path("components").path("schemas").path(own);
			String same = described.toString().replace("#/components/schemas/" + own + "/", "#/");
			JsonNode published = published(name);
			assertThat(new JsonMapper().readTree(same)).as(name).isEqualTo(published);
		}
	}

	@Test
	void itsExamplesAreWhatTheirSchemasSay() {
		List<String> wrong = new ArrayList<>();
		examples("", DOCUMENT.root(), wrong);
		assertThat(wrong).isEmpty();
		for (Operation operation : DOCUMENT.operations()) {
			operation.node().path("responses").properties().forEach((response) -> {
				JsonNode media = response.getValue().path("content").path("application/json");
				assertThat(media.isMissingNode() || media.has("example")).as(operation + " " + response.getKey())
					.isTrue();
			});
		}
	}

	private Map<String, HandlerMethod> handlers() {
		Map<String, HandlerMethod> handlers = new TreeMap<>();
		this.service.get(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
			for (String path : mapping.getPathPatternsCondition().getPatternValues()) {
				if (path.startsWith("/api/v1")) {
					mapping.getMethodsCondition()
						.getMethods()
						.forEach((method) -> handlers.put(method + " " + path, handler));
				}
			}
		});
		return handlers;
	}

	private static String permission(HandlerMethod handler) {
		Needs needs = handler.getMethodAnnotation(Needs.class);
		if (needs == null) {
			return handler.hasMethodAnnotation(Open.class) ? "open" : "closed";
		}
		return Arrays.stream(needs.value()).map(Act::word).collect(Collectors.joining(" "));
	}

	private static Set<String> parameters(HandlerMethod handler,
			Class<? extends java.lang.annotation.Annotation> annotation) {
		Set<String> names = new HashSet<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			var asked = parameter.getParameterAnnotation(annotation);
			if (asked == null || parameter.getParameterType() == MultipartFile.class
					|| parameter.getParameterType() == Map.class) {
				continue;
			}
			String name = (String) org.springframework.core.annotation.AnnotationUtils.getValue(asked, "name");
			names.add((name == null || name.isEmpty()) ? parameter.getParameter().getName() : name);
		}
		return names;
	}

	private static Set<String> keys(Class<?> type) {
		Set<String> keys = new HashSet<>();
		for (RecordComponent component : type.getRecordComponents()) {
			JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
			keys.add((named != null) ? named.value()
					: component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
		}
		return keys;
	}

	private static void compare(String what, Set<String> actual, Set<String> described, List<String> wrong) {
		if (!actual.equals(described)) {
			wrong.add(what + ": " + actual + " described as " + described);
		}
	}

	/** Objects take no keys that are not described. */
	private static void loose(String at, JsonNode schema, List<String> wrong) {
		if (schema.path("type").toString().contains("object") && !schema.has("additionalProperties")
				&& !at.endsWith("/current")) {
			wrong.add(at + " takes anything");
		}
		schema.properties().forEach((one) -> loose(at + "/" + one.getKey(), one.getValue(), wrong));
	}

	private static void references(JsonNode node, List<String> wrong) {
		JsonNode reference = node.path("$ref");
		if (reference.isString() && DOCUMENT.resolve(node).isMissingNode()) {
			wrong.add(reference + " leads nowhere");
		}
		node.forEach((one) -> references(one, wrong));
	}

	private static void examples(String at, JsonNode node, List<String> wrong) {
		if (node.has("example") && node.has("schema")) {
			DOCUMENT.problems(node.path("schema"), node.path("example")).forEach((problem) -> wrong.add(at + problem));
			return;
		}
		node.properties().forEach((one) -> examples(at + "/" + one.getKey(), one.getValue(), wrong));
	}

	private static JsonNode published(String name) {
		try (var in = OpenApiTests.class.getResourceAsStream("/se/uppdragskollen/schemas/" + name + ".schema.json")) {
			var schema = (tools.jackson.databind.node.ObjectNode) new JsonMapper().readTree(in);
			schema.remove(List.of("$schema", "$id"));
			return schema;
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
