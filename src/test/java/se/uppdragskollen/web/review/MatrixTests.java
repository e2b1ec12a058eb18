package se.uppdragskollen.web.review;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.assessment.OutcomeRow;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.page.Say;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The matrix calls outcomes what the centre's own pages call them.
 */
class MatrixTests {

	private final Edition edition = RunningService.shared()
		.get(Editions.class)
		.inForceOn("kalmar-halsoval", LocalDate.of(2025, 6, 30))
		.orElseThrow();

	@Test
	void tellsRecommendationsThatAreNotMetApart() {
		List<Matrix> matrices = Matrix.of("kalmar-halsoval", List.of(row("G13"), row("G11")), this.edition, List.of(),
				new Say(Language.SV));
		assertThat(matrices).singleElement().satisfies((matrix) -> {
			assertThat(matrix.now("not-met")).isEqualTo(1);
			assertThat(matrix.now("to-discuss")).isEqualTo(1);
			assertThat(matrix.groups()
				.stream()
				.flatMap((group) -> group.rows().stream())
				.map((one) -> one.id() + " " + one.outcomes()))
				.containsExactlyInAnyOrder("G11 [not-met]", "G13 [to-discuss]");
		});
	}

	private static OutcomeRow row(String requirement) {
		return new OutcomeRow("SE5566778899-A101", "Provköpings hälsocentral", "kalmar-halsoval",
				Period.parse("2025-Q2").orElseThrow(), requirement, "competence", "not-met", "deviation", "yellow", 1);
	}

}
