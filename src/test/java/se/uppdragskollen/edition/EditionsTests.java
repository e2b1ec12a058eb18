package se.uppdragskollen.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EditionsTests {

	private final RunningService service = RunningService.shared();

	private final Editions editions = this.service.get(Editions.class);

	@Test
	void keepsWhatTheRegionsFolderHolds() {
		Edition file = Assignments.at(Path.of("")).edition("kalmar-halsoval", "2025-01", new Problems()).orElseThrow();
		Edition kept = this.editions.inForceOn("kalmar-halsoval", LocalDate.of(2025, 6, 30)).orElseThrow();
		assertThat(kept.revision()).isEqualTo(file.revision());
		assertThat(kept.requirements().keySet()).isEqualTo(file.requirements().keySet());
		assertThat(this.editions.inForceOn("kalmar-halsoval", LocalDate.of(2022, 6, 30))).isEmpty();
	}

	@Test
	void keepsTheOldRevisionBesideTheNewOne(@TempDir Path home) throws IOException {
		try (RunningService alone = RunningService.alone()) {
			Editions own = alone.get(Editions.class);
			String before = own.current("kalmar-halsoval", "2025-01").orElseThrow().revision();
			RegionFolder.copyTo(home);
			Path chapter = home.resolve("assignments/kalmar-halsoval/2025-01/accessibility.yaml");
			Files.writeString(chapter, Files.readString(chapter).replace("{value: 4000,", "{value: 4001,"));
			assertThat(alone.get(PublishEditions.class).from(home, Audit.SYSTEM)).isEmpty();
			String after = own.current("kalmar-halsoval", "2025-01").orElseThrow().revision();
			assertThat(after).isNotEqualTo(before);
			assertThat(own.revision(before).revision()).isEqualTo(before);
			assertThat(own.all().stream().filter((one) -> one.edition().equals("2025-01")))
				.extracting(PublishedEdition::revision, PublishedEdition::current)
				.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(after, true),
						org.assertj.core.groups.Tuple.tuple(before, false));
		}
	}

	@Test
	void takesInNothingOfAnEditionWithAFault(@TempDir Path home) throws IOException {
		try (RunningService alone = RunningService.alone()) {
			RegionFolder.copyTo(home);
			Path chapter = home.resolve("assignments/kalmar-halsoval/2025-01/accessibility.yaml");
			Files.writeString(chapter, Files.readString(chapter).replace("severity: red", "severity: purple"));
			int before = alone.get(Editions.class).all().size();
			List<Problem> wrong = alone.get(PublishEditions.class).from(home, Audit.SYSTEM);
			assertThat(wrong).isNotEmpty();
			assertThat(alone.get(Editions.class).all()).hasSize(before);
		}
	}

	@Test
	void letsNobodyChangeWhatWasPublished() {
		assertThatThrownBy(
				() -> this.service.jdbc().sql("update edition_revision set published_by = 'somebody else'").update())
			.isInstanceOf(DataAccessException.class);
	}

	/** The opening hours of 2025 were in force from the second day of the year. */
	@Test
	void tellsEachParameterAsItIsOnTheDay() {
		assertThat(parameters("2025-01-01").get("G22 lowest_hours")).isEqualTo("45 hours-per-week from 2023-07-01");
		assertThat(parameters("2025-01-02").get("G22 lowest_hours")).isEqualTo("47.5 hours-per-week from 2025-01-02");
		Map<String, String> first = parameters("2025-01-01");
		Map<String, String> second = parameters("2025-01-02");
		first.remove("G22 lowest_hours");
		second.remove("G22 lowest_hours");
		assertThat(first).hasSizeGreaterThan(50).isEqualTo(second);
		assertThat(asked("2026-01-01").status()).isEqualTo(422);
	}

	private Map<String, String> parameters(String day) {
		Map<String, String> all = new TreeMap<>();
		asked(day).json()
			.forEach((one) -> all.put(one.path("requirement").asString() + " " + one.path("name").asString(),
					one.path("value") + " " + one.path("unit").asString() + " from " + one.path("from").asString()));
		return all;
	}

	private Answer asked(String day) {
		return this.service.person(Role.AUDITOR).get("/api/v1/editions/kalmar-halsoval/2025-01/parameters?on=" + day);
	}

}
