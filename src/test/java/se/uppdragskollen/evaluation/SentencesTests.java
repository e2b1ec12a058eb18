package se.uppdragskollen.evaluation;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.evaluation.naive.Kalmar;
import se.uppdragskollen.language.Bilingual;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of an outcome whose value is held against several limits.
 */
class SentencesTests {

	@Test
	void aMetRequirementTellsTheNearestOfItsLimits() {
		Edition edition = Kalmar.edition("2025-01");
		Outcome outcome = new Evaluator(edition, new DroolsRuleBooks().of(edition))
			.evaluate(Kalmar.sound(edition, PeriodKind.MONTH))
			.outcomes()
			.stream()
			.filter((one) -> one.requirement().id().equals("G24"))
			.findFirst()
			.orElseThrow();

		assertThat(outcome.obligations()).hasSizeGreaterThan(2).allMatch((one) -> Boolean.TRUE.equals(one.holds()));
		Bilingual said = Sentences.of(edition, outcome);
		assertThat(said.sv()).containsOnlyOnce("Kravet är");
		assertThat(said.en()).containsOnlyOnce("at least");
	}

}
