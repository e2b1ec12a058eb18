package se.uppdragskollen.web.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.page.PageSamples;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every document that the service makes passes PDF/UA-1, in both languages and with all
 * that a demo's region gives it to tell. A new one fails until it has a sample.
 */
class EveryPaperTests {

	private static final Path KEPT = Path.of("target/documents/every");

	private final RunningService demo = RunningService.demo();

	@Test
	void everyDocumentPasses() throws Exception {
		PageSamples samples = new PageSamples(this.demo);
		Files.createDirectories(KEPT);
		List<String> wrong = new ArrayList<>();
		int documents = 0;
		for (String pattern : samples.files()) {
			assertThat(samples.of(pattern)).as(pattern + " has no address in samples.txt").isNotEmpty();
			for (String sample : samples.of(pattern)) {
				for (String language : List.of("sv", "en")) {
					Answer answer = answer(samples, sample, language);
					if (String.valueOf(answer.header("Content-Type")).startsWith("application/pdf")) {
						documents++;
						Files.write(KEPT.resolve(sample.replaceAll("[^A-Za-z0-9.-]+", "_") + "-" + language + ".pdf"),
								answer.bytes());
						PdfUa.broken(answer.bytes()).forEach((one) -> wrong.add(sample + ", " + language + ": " + one));
					}
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(documents).isGreaterThanOrEqualTo(4);
	}

	/** What the first of the demo's people who may have it gets. */
	private Answer answer(PageSamples samples, String sample, String language) {
		return Stream.of("greta", "vera", "viola", "bodil", "admina")
			.map((person) -> samples.fill(sample, samples.unitOf(person))
				.map((address) -> this.demo.client(person).get(address, "Cookie", "language=" + language)))
			.flatMap(Optional::stream)
			.filter((one) -> one.status() == 200)
			.findFirst()
			.orElseThrow(() -> new AssertionError("nobody gets " + sample));
	}

}
