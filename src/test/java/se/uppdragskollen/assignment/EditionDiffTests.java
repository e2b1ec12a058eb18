package se.uppdragskollen.assignment;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.document.Problems;

import static org.assertj.core.api.Assertions.assertThat;

class EditionDiffTests {

	private static final Path SMALL = Path.of("src/test/resources/se/uppdragskollen/assignment/diff");

	@Test
	void tellsEveryChangeOfASmallPairInBothLanguages() throws IOException {
		List<String> told = EditionDiff.between(edition(SMALL, "liten", "2024"), edition(SMALL, "liten", "2025"))
			.stream()
			.map(EditionDiffTests::line)
			.toList();

		assertThat(told).containsExactlyElementsOf(Files.readAllLines(SMALL.resolve("changes.txt")));
	}

	@Test
	void smallPairHasEveryKindOfChange() {
		List<EditionChange> changes = EditionDiff.between(edition(SMALL, "liten", "2024"),
				edition(SMALL, "liten", "2025"));

		assertThat(changes).extracting(EditionChange::kind).containsAll(Arrays.asList(ChangeKind.values()));
		assertThat(changes).extracting(EditionChange::subject).doesNotContain("A3", "staff");
	}

	@Test
	void readsBackwardsToo() {
		List<EditionChange> changes = EditionDiff.between(edition(SMALL, "liten", "2025"),
				edition(SMALL, "liten", "2024"));

		assertThat(changes.stream().filter((one) -> one.kind() == ChangeKind.REQUIREMENT_NEW))
			.extracting(EditionChange::subject)
			.containsExactly("A2", "B2");
	}

	@ParameterizedTest
	@CsvSource({ "kalmar-halsoval, 2023-07", "kalmar-halsoval, 2025-01", "scotland-qof, 2010", "scotland-qof, 2011" })
	void sameEditionHasNoChanges(String assignment, String id) {
		Edition edition = edition(Path.of("."), assignment, id);

		assertThat(EditionDiff.between(edition, edition)).isEmpty();
	}

	@Test
	void draftOfAnEditionDiffersInTheOneLimitThatWasChanged() {
		Edition published = edition(Path.of("."), "kalmar-halsoval", "2025-01");
		Parameter hours = published.parameter("G22", "lowest_hours").orElseThrow();
		Edition draft = published.with(hours.with(LocalDate.of(2025, 9, 1), new BigDecimal("50")), "draft");

		assertThat(EditionDiff.between(published, draft)).extracting((change) -> change.sentence().sv())
			.containsExactly("”Öppet, timmar per vecka”: minst 47,5\u00a0timmar per vecka blir minst "
					+ "50\u00a0timmar per vecka från 1 september 2025 (lowest_hours).");
	}

	@Test
	void tellsWhatChangedInKalmarFrom2023To2025() {
		List<EditionChange> changes = EditionDiff.between(edition(Path.of("."), "kalmar-halsoval", "2023-07"),
				edition(Path.of("."), "kalmar-halsoval", "2025-01"));

		assertThat(changes.stream().filter((one) -> one.kind().inSubstance()).map(EditionChange::subject).distinct())
			.containsExactlyInAnyOrder("G04", "G12", "G13", "G21", "G22", "G27", "U14");
		assertThat(changes.stream().filter((one) -> one.kind() == ChangeKind.LIMIT_EARLIER))
			.extracting(EditionChange::subject)
			.containsExactlyInAnyOrder("G10", "G14", "U14");
		assertThat(changes).extracting((change) -> change.sentence().sv())
			.contains("”Öppet, timmar per vecka”: minst 45\u00a0timmar per vecka blir minst 47,5\u00a0timmar per vecka "
					+ "från 2 januari 2025 (lowest_hours).")
			.contains("”Jourpass som enheten tar del i”: ”Vardagskvällar”, ”Helger och helgdagar” blir "
					+ "”Helger och helgdagar” från 1 januari 2025 (required_duties).")
			.contains("En avvikelse var gul och är nu röd.")
			.contains("Uppgiften ”Dagar per vecka med specialist på plats” utgår.");
	}

	@Test
	void limitsThatAreOnlyDatedAnewAreNoChange() {
		List<EditionChange> changes = EditionDiff.between(edition(Path.of("."), "scotland-qof", "2010"),
				edition(Path.of("."), "scotland-qof", "2011"));

		assertThat(changes.stream().filter((one) -> one.kind() == ChangeKind.LIMIT)).extracting(EditionChange::subject)
			.containsExactly("BP04", "CHD06", "DEP01", "STROKE06");
		assertThat(changes).extracting(EditionChange::kind).doesNotContain(ChangeKind.RULE, ChangeKind.LIMIT_EARLIER);
	}

	private static String line(EditionChange change) {
		return (change.chapter() + " " + change.subject() + " " + change.kind().word() + ": " + change.sentence().sv()
				+ " / " + change.sentence().en())
			.strip()
			.replace('\u00a0', '~');
	}

	private static Edition edition(Path home, String assignment, String id) {
		Problems problems = new Problems();
		Edition edition = Assignments.at(home).edition(assignment, id, problems).orElse(null);
		assertThat(problems.all()).isEmpty();
		assertThat(edition).isNotNull();
		return edition;
	}

}
