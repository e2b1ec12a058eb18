package se.uppdragskollen.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;

import static org.assertj.core.api.Assertions.assertThat;

class StoriesTests {

	@TempDir
	static Path folder;

	private static Map<String, Outcome> outcomes;

	@BeforeAll
	static void evaluate() throws IOException {
		outcomes = Region.of(Region.options(1, 40), folder.resolve("forty")).outcomes();
	}

	@Test
	void everyStoryIsFound() {
		assertThat(found(outcomes)).isEqualTo(expected());
	}

	@Test
	void everyStoryIsFoundInTheSmallestRegionToo() throws IOException {
		Region smallest = Region.of(Region.options(2024, DemoOptions.FEWEST_CENTRES), folder.resolve("ten"));

		assertThat(found(smallest.outcomes())).isEqualTo(expected());
	}

	@Test
	void twinsGetTheSameOutcomes() {
		assertThat(outcomesOf(Cast.PRIVATE_TWIN)).isEqualTo(outcomesOf(Cast.REGIONAL_TWIN)).hasSizeGreaterThan(200);
	}

	@Test
	void mostCentresMeetMostRequirementsAndEachFailsSomewhere() {
		Map<String, int[]> counts = new TreeMap<>();
		outcomes.values().forEach((one) -> {
			int[] count = counts.computeIfAbsent(one.requirement().id(), (id) -> new int[2]);
			count[0] += (one.kind() == OutcomeKind.MET) ? 1 : 0;
			count[1] += (one.kind() == OutcomeKind.NOT_MET) ? 1 : 0;
		});
		// Three years are needed for their trends, and two are reported
		List.of("U18b", "U24", "U25").forEach(counts::remove);

		assertThat(counts).hasSize(58);
		assertThat(counts).allSatisfy((id, count) -> {
			assertThat(count[0]).as(id + " met").isPositive();
			assertThat(count[1]).as(id + " not met").isPositive();
		});
		int met = counts.values().stream().mapToInt((count) -> count[0]).sum();
		int notMet = counts.values().stream().mapToInt((count) -> count[1]).sum();
		assertThat(100 * met / (met + notMet)).isBetween(75, 92);
		assertThat(counts.values().stream().filter((count) -> count[0] > count[1]).count()).isGreaterThanOrEqualTo(54);
	}

	@Test
	void theListNamesEveryStoryInBothLanguages() throws IOException {
		Node.Sequence stories = listed(folder.resolve("forty"));

		assertThat(stories.items()).hasSameSizeAs(Stories.all());
		assertThat(stories.items()).allSatisfy((one) -> assertThat(((Node.Mapping) one).entries())
			.containsOnlyKeys("id", "title", "look_for", "file", "units", "periods", "requirements", "expected"));
		assertThat(stories.items()).extracting((one) -> text(one, "id"))
			.containsExactlyElementsOf(Stories.all().stream().map(Story::id).toList());
	}

	@Test
	void storiesOutsideTheMonthsAreNotListed() throws IOException {
		DemoOptions autumn = new DemoOptions(Region.ASSIGNMENTS, 1, 10, YearMonth.of(2024, 8), YearMonth.of(2024, 11));
		DemoRegion.write(autumn, folder.resolve("autumn"));

		assertThat(listed(folder.resolve("autumn")).items()).extracting((one) -> text(one, "id"))
			.containsExactly("falling-months");
		assertThat(folder.resolve("autumn").resolve(DemoRegion.DECIMAL_COMMAS)).doesNotExist();
	}

	@Test
	void decimalCommasStandInAFileOfTheirOwn() throws IOException {
		String text = Files.readString(folder.resolve("forty").resolve(DemoRegion.DECIMAL_COMMAS));

		assertThat(text).startsWith("\ufeffunit;period;element;value\r\n")
			.contains(Centres.unit(Cast.DECIMAL_COMMA) + ";2025-Q1;opening_hours_per_week;47,5\r\n");
		assertThat(Files.readString(folder.resolve("forty").resolve(DemoRegion.REPORTS))).doesNotContain(
				Centres.unit(Cast.DECIMAL_COMMA) + "\",\"assignment\":\"kalmar-halsoval\",\"period\":\"2025-Q1");
	}

	private static List<String> expected() {
		return expectations().stream().map((one) -> said(one, one.outcome() + " " + one.severity())).toList();
	}

	private static List<String> found(Map<String, Outcome> outcomes) {
		return expectations().stream().map((one) -> {
			Outcome outcome = outcomes.get(Region.key(Centres.unit(one.centre()), one.period(), one.requirement()));
			return said(one, (outcome == null) ? "nothing" : outcome.kind() + " " + outcome.severity());
		}).toList();
	}

	private static List<Story.Expected> expectations() {
		return Stories.all().stream().flatMap((story) -> story.expected().stream()).toList();
	}

	private static String said(Story.Expected one, String outcome) {
		return one.centre() + " " + one.period() + " " + one.requirement() + ": " + outcome;
	}

	private static List<String> outcomesOf(int centre) {
		List<String> own = new ArrayList<>();
		outcomes.forEach((key, outcome) -> {
			if (key.startsWith(Centres.unit(centre))) {
				// Names and ids are the twins' own
				List<Object> numbers = outcome.obligations()
					.stream()
					.<Object>map((one) -> (one.value() instanceof BigDecimal number) ? number : "")
					.toList();
				own.add(key.substring(key.indexOf(' ')) + " " + outcome.kind() + " " + outcome.severity() + " "
						+ numbers);
			}
		});
		return List.copyOf(new TreeSet<>(own));
	}

	private static Node.Sequence listed(Path folder) throws IOException {
		Problems problems = new Problems();
		Path file = folder.resolve(DemoRegion.STORIES);
		Node tree = new Document(file.toString(), Files.readString(file)).tree(problems).orElseThrow();
		assertThat(problems.all()).isEmpty();
		return (Node.Sequence) ((Node.Mapping) tree).entries().get("stories").value();
	}

	private static String text(Node story, String key) {
		return ((Node.Scalar) ((Node.Mapping) story).entries().get(key).value()).raw();
	}

}
