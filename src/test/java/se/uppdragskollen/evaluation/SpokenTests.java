package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.rule.ObligationWord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Figures as people say them, which never read as if they were on the limit's other side.
 */
class SpokenTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			NOT_BELOW_PEERS, 82.6693227, 82.926175, 82.7, 83.0, 0.3
			NOT_BELOW_PEERS, 82.95, 82.926175, 82.95, 82.93, 0.02
			NOT_ABOVE_PEERS, 84.96, 84.91, 85.0, 84.9, 0.1
			AGREES_WITH_REGISTER, 84.2307692, 84.230716, 84.2308, 84.2307, 0.0001
			AT_LEAST_THAT_OF, 84.96, 85.01, 84.96, 85.01, 0.05
			SAME_AS, 84.25, 84.25, 84.3, 84.3, 0.0
			""")
	void aFigureHasOneDecimalOrAsManyAsItTakes(ObligationWord word, BigDecimal value, BigDecimal limit,
			BigDecimal saidValue, BigDecimal saidLimit, BigDecimal distance) {
		Obligation exact = obligation(word, value, limit, value.subtract(limit).abs(), Map.of("share", limit));
		Obligation said = Spoken.of(exact);
		assertThat(said.value()).isEqualTo(saidValue);
		assertThat(said.limit()).isEqualTo(saidLimit);
		assertThat(said.margin()).isEqualByComparingTo(distance);
		assertThat(said.smallestChange()).isEqualTo(Map.of("share", saidLimit));
	}

	/** All peers alike make both bounds the same. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			0.54321, 0.5 0.5, 0.5 0.5
			51.26, 50.01 50.04, 50.01 50.04
			51.26, 40.123 50.678, 40.2 50.6
			""")
	void boundsStayApartAndInOrder(BigDecimal value, String bounds, String told) {
		Obligation exact = obligation(ObligationWord.NEAR_PEERS, value, numbers(bounds), null, Map.of());
		assertThat(Spoken.of(exact).limit()).isEqualTo(numbers(told));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			71.25 71.31 71.36, 71.25 71.31 71.36
			71.25 72.31 73.36, 71.3 72.3 73.4
			""")
	void aSeriesKeepsItsOrder(String values, String told) {
		Obligation exact = obligation(ObligationWord.NOT_FALLING, new BigDecimal("71.361"), numbers(values), null,
				Map.of());
		assertThat(Spoken.of(exact).limit()).isEqualTo(numbers(told));
	}

	private static List<BigDecimal> numbers(String written) {
		return List.of(written.split(" ")).stream().map(BigDecimal::new).toList();
	}

	private static Obligation obligation(ObligationWord word, Object value, Object limit, BigDecimal margin,
			Map<String, Object> enough) {
		return new Obligation("rule", word, List.of("share"), Severity.YELLOW, false, value, limit, null, null, false,
				margin, Map.of(), Map.of(), List.of(), null, null, enough);
	}

}
