package se.uppdragskollen.web.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.api.OpenApiDocument.Operation;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The running service answers what the description of the interface says.
 */
class OpenApiAnswersTests {

	private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();

	private static final OpenApiCalls CALLS = new OpenApiCalls(DOCUMENT);

	private static final Map<Role, Client> PEOPLE = new EnumMap<>(Role.class);

	private static RunningService service;

	private static OpenApiStory story;

	private static Map<String, Answer> told;

	@BeforeAll
	static void tellTheStory() {
		service = RunningService.alone();
		story = new OpenApiStory(service, DOCUMENT);
		told = story.tell();
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void everyExampleIsAnsweredAsDescribed() {
		assertThat(told.keySet())
			.containsExactlyInAnyOrderElementsOf(DOCUMENT.operations().stream().map(Operation::id).toList());
	}

	@Test
	void everyRefusalIsDescribed() {
		List<String> wrong = new ArrayList<>();
		for (Operation operation : DOCUMENT.operations()) {
			if (!operation.open()) {
				refused(operation, service.anonymous(), Map.of(), 401, wrong);
				stranger(operation).ifPresent((one) -> refused(operation, one, Map.of(), 403, wrong));
			}
			Client known = operation.open() ? service.anonymous() : allowed(operation);
			for (Map<String, String> other : others(operation)) {
				refused(operation, known, other, 0, wrong);
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void listsAreFilesToo() {
		List<String> wrong = new ArrayList<>();
		List<Operation> lists = DOCUMENT.operations().stream().filter(DOCUMENT::lists).toList();
		for (Operation operation : lists) {
			for (String format : List.of("csv", "xlsx")) {
				if (!DOCUMENT.names(operation, "query").contains("format")) {
					wrong.add(operation + " is no file");
				}
				else if (!story.file(operation.id(), format)
					.header("Content-Disposition")
					.endsWith("." + format + "\"")) {
					wrong.add(operation + " is not " + format);
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(lists).extracting(Operation::id).contains("listUnits", "editions", "counts").hasSizeGreaterThan(20);
	}

	@Test
	void aFileHasARowForEveryItem() {
		List<String> wrong = new ArrayList<>();
		for (Operation operation : DOCUMENT.operations()) {
			if (DOCUMENT.lists(operation) && !DOCUMENT.names(operation, "query").contains("cursor")) {
				JsonNode json = story.file(operation.id(), "json").json();
				int items = (json.isArray() ? json : json.path("items")).size();
				String csv = story.file(operation.id(), "csv").text();
				int rows = CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv).stream().toList().size() - 1;
				if (rows != items || items == 0 && !operation.id().equals("precedents")) {
					wrong.add(operation + " has " + rows + " rows for " + items + " items");
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void namesThatAQueryDoesNotHaveAreRefused() {
		List<String> wrong = new ArrayList<>();
		for (Operation operation : DOCUMENT.operations()) {
			Set<String> names = DOCUMENT.names(operation, "query");
			if (operation.toString().startsWith("GET") && !names.isEmpty()) {
				Client known = operation.open() ? service.anonymous() : allowed(operation);
				Answer answer = known.get(operation.path().replaceAll("\\{.*?\\}", "1") + "?perod=2025-06");
				if (answer.status() != 422 || !answer.text().contains("perod")
						|| !names.stream().allMatch(answer.text()::contains)) {
					wrong.add(operation + " " + answer);
				}
				DOCUMENT.problems(operation, answer).forEach((one) -> wrong.add(operation + " " + one));
			}
		}
		assertThat(wrong).isEmpty();
	}

	/** Ways in which the example can be wrong. */
	private static List<Map<String, String>> others(Operation operation) {
		List<Map<String, String>> others = new ArrayList<>();
		if (operation.path().contains("{")) {
			Map<String, String> unknown = new TreeMap<>();
			DOCUMENT.names(operation, "path").forEach((name) -> unknown.put(name, "999999999"));
			others.add(unknown);
			Map<String, String> strange = new TreeMap<>();
			DOCUMENT.names(operation, "path").forEach((name) -> strange.put(name, "x"));
			others.add(strange);
		}
		if (operation.body().has("application/json")) {
			others.add(Map.of("body", "{\"broken"));
			others.add(Map.of("body", "{\"no_such_key\": 1}"));
			others.add(Map.of("body", "[]"));
			others.add(Map.of("body", "{}"));
		}
		Set<String> headers = DOCUMENT.names(operation, "header");
		if (headers.contains("If-Match")) {
			others.add(Map.of("If-Match", OpenApiCalls.NONE, "If-None-Match", OpenApiCalls.NONE));
			others.add(Map.of("If-Match", "\"999\""));
			others.add(Map.of("If-Match", "three"));
		}
		if (headers.contains("Idempotency-Key")) {
			others.add(Map.of("Idempotency-Key", OpenApiCalls.NONE));
		}
		return others;
	}

	private static void refused(Operation operation, Client who, Map<String, String> other, int status,
			List<String> wrong) {
		Answer answer = CALLS.call(operation, who, other);
		String what = operation + " " + other + " " + answer + " ";
		boolean expected = (status == 0) ? answer.status() >= 400 : answer.status() == status;
		if (!expected) {
			wrong.add(what + "is not refused");
		}
		DOCUMENT.problems(operation, answer).forEach((problem) -> wrong.add(what + problem));
	}

	private static Client allowed(Operation operation) {
		Role role = acts(operation).flatMap((act) -> act.roles().stream()).findFirst().orElseThrow();
		return somebody(role);
	}

	private static Optional<Client> stranger(Operation operation) {
		Set<Role> allowed = acts(operation).flatMap((act) -> act.roles().stream()).collect(Collectors.toSet());
		return Arrays.stream(Role.values())
			.filter((role) -> !allowed.contains(role))
			.findFirst()
			.map(OpenApiAnswersTests::somebody);
	}

	private static Stream<Act> acts(Operation operation) {
		return Arrays.stream(Act.values()).filter((act) -> operation.acts().contains(act.word()));
	}

	private static Client somebody(Role role) {
		return PEOPLE.computeIfAbsent(role, (one) -> service.person(one, one.ofCentre() ? OpenApiStory.UNIT : null));
	}

}
