package se.uppdragskollen.web.api;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of {@code src/docs/interface.md} do what the page says, against a demo.
 */
class InterfacePageTests {

	private static final Path PAGE = Path.of("src/docs/interface.md");

	/** Tells the lines of a failure, the innermost function's first. */
	private static final String FAILED = "trap 'echo; echo \"failed in lines $LINENO ${BASH_LINENO[*]}\"' ERR";

	private static RunningService demo;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		demo = RunningService.start(RunningService.newDatabase(), Map.of("uppdragskollen.demo.centres", 24));
	}

	@AfterAll
	static void stop() {
		demo.close();
	}

	@Test
	void everyLineWorksInOrder() throws IOException, InterruptedException {
		assertThat(hasCurl()).as("curl is missing: install it, on Debian and Ubuntu with 'apt-get install curl'")
			.isTrue();
		List<String> page = Files.readAllLines(PAGE);
		assertThat(page).as("two pages at most").hasSizeLessThan(150);
		assertThat(run(script(page))).endsWith("\nall done\n");
		assertThat(this.folder.resolve("outcomes.xlsx")).isNotEmptyFile();
		assertThat(this.folder.resolve("log.csv")).content().contains("submit-report");
	}

	/**
	 * The lines at the same place as on the page, so that a failure tells its line there.
	 */
	private static String script(List<String> page) {
		StringBuilder script = new StringBuilder();
		boolean block = false;
		for (String line : page) {
			boolean fence = line.startsWith("```");
			script.append((block && !fence) ? line : script.isEmpty() ? FAILED : "").append('\n');
			block = fence ? line.equals("```sh") : block;
		}
		return script.append("echo; echo all done\n").toString();
	}

	private String run(String script) throws IOException, InterruptedException {
		Path output = this.folder.resolve("output");
		Path lines = Files.writeString(this.folder.resolve("lines.sh"),
				script.replace("localhost:8080", "localhost:" + demo.port()));
		Process bash = new ProcessBuilder("bash", "-Eeuo", "pipefail", lines.toString()).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		if (!bash.waitFor(3, TimeUnit.MINUTES)) {
			bash.destroyForcibly().waitFor();
		}
		return Files.readString(output);
	}

	private static boolean hasCurl() {
		for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
			if (Files.isExecutable(Path.of(folder, "curl"))) {
				return true;
			}
		}
		return false;
	}

}
