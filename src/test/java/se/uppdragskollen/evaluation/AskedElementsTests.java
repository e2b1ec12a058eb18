package se.uppdragskollen.evaluation;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who asks for an element, and after which answer alone.
 */
class AskedElementsTests {

	private final AskedElements asked = AskedElements.of(RunningService.shared()
		.get(Editions.class)
		.inForceOn("kalmar-halsoval", LocalDate.of(2025, 6, 30))
		.orElseThrow());

	@Test
	void tellsAfterWhichAnswerAnElementIsAskedAlone() {
		assertThat(this.asked.onlyAfter("closing_refers_to"))
			.contains(new AskedElements.Answer("planned_closing", true));
		assertThat(this.asked.onlyAfter("manager_name")).contains(new AskedElements.Answer("manager_appointed", true));
	}

	@Test
	void followsFormulas() {
		assertThat(this.asked.onlyAfter("closing_to")).contains(new AskedElements.Answer("planned_closing", true));
	}

	@Test
	void asksTheQuestionItselfAndWhatEveryRuleReads() {
		assertThat(this.asked.onlyAfter("planned_closing")).isEmpty();
		assertThat(this.asked.onlyAfter("assessed_total")).isEmpty();
		assertThat(this.asked.onlyAfter("no_such_element")).isEmpty();
	}

}
