package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.evaluation.naive.Kalmar;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.report.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of an outcome whose value is held against several limits.
 */
class SentencesTests {

	private final Edition edition = Kalmar.edition("2025-01");

	private final Report sound = Kalmar.sound(this.edition, PeriodKind.MONTH);

	@Test
	void aMetRequirementTellsTheNearestOfItsLimits() {
		Outcome outcome = outcome(this.sound, "G24");

		assertThat(outcome.obligations()).hasSizeGreaterThan(2).allMatch((one) -> Boolean.TRUE.equals(one.holds()));
		Bilingual said = Sentences.of(this.edition, outcome);
		assertThat(said.sv()).containsOnlyOnce("Kravet är");
		assertThat(said.en()).containsOnlyOnce("at least");
	}

	@Test
	void whatWouldHaveBeenEnoughIsEnoughForEveryLimit() {
		Map<String, Object> values = new HashMap<>(this.sound.values());
		values.put("assessed_total", new BigDecimal(400));
		values.put("assessed_within_3_days", new BigDecimal(300));
		Report poor = new Report(this.sound.unit(), this.sound.assignment(), this.sound.period(), this.sound.handedIn(),
				values, Map.of(), Set.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());

		String said = Sentences.of(this.edition, outcome(poor, "G25")).sv();

		assertThat(said)
			.contains("Kravet är minst 90\u00a0%. Det fattas 15\u00a0procentenheter.",
					"Kravet är minst 80\u00a0%. Det fattas 5\u00a0procentenheter.")
			.containsOnlyOnce("Det hade räckt med 360\u00a0patienter (därav bedömda inom tre dagar).")
			.doesNotContain("320");
	}

	private Outcome outcome(Report report, String requirement) {
		return new Evaluator(this.edition, new DroolsRuleBooks().of(this.edition)).evaluate(report)
			.outcome(requirement)
			.orElseThrow();
	}

}
