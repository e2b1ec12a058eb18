package se.uppdragskollen.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Nu Html Checker, which says whether pages are HTML. It runs beside the tests with
 * the jars that the build lays down for it: what it needs would change what the service
 * talks HTTP with.
 */
final class NuChecker {

	private static final Path JARS = Path.of("target/nu");

	private NuChecker() {
	}

	/**
	 * Checks all pages in a folder.
	 * @return each kind of error and warning once, with the page that it was found in
	 * first and how many times it was found
	 */
	static List<String> wrong(Path folder) throws IOException, InterruptedException {
		assertThat(JARS).as("the checker, which the build copies").isDirectoryContaining("glob:**validator-*.jar");
		Path said = folder.resolve("said.json");
		Process checker = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xss4m",
				"-XX:+UseSerialGC", "-cp", JARS + "/*", "nu.validator.client.SimpleCommandLineValidator", "--format",
				"json", "--skip-non-html", folder.toString())
			.redirectError(said.toFile())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		checker.waitFor();
		JsonNode messages = JsonMapper.shared()
			.readTree(Files.readString(said, StandardCharsets.UTF_8))
			.path("messages");
		assertThat(messages.isArray()).as("the checker's answer in " + said).isTrue();
		Map<String, Integer> times = new TreeMap<>();
		Map<String, String> first = new TreeMap<>();
		for (JsonNode message : messages) {
			// The rest is advice, as on the slashes that Thymeleaf's own fields have
			if (message.path("type").asString().equals("info")
					&& !message.path("subType").asString().equals("warning")) {
				continue;
			}
			String text = message.path("message").asString();
			times.merge(text, 1, Integer::sum);
			first.putIfAbsent(text, message.path("url").asString().replaceFirst(".*/", "") + ", line "
					+ message.path("lastLine").asInt() + ": " + message.path("extract").asString().strip());
		}
		List<String> wrong = new ArrayList<>();
		times.forEach((text, count) -> wrong.add(text + " (" + count + " times, first in " + first.get(text) + ")"));
		return wrong;
	}

}
