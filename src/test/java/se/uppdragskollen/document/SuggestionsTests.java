package se.uppdragskollen.document;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class SuggestionsTests {

	private static final List<String> NAMES = List.of("assessed_total", "assessed_within_3_days", "listed", "fte",
			"self-report");

	@ParameterizedTest
	@CsvSource({ "asessed_total, assessed_total", "assessed_totla, assessed_total", "Assessed-Total, assessed_total",
			"assesed_within_3_day, assessed_within_3_days", "lsited, listed", "fta, fte", "self_report, self-report" })
	void findsTheNameThatIsMeant(String typed, String meant) {
		assertThat(Suggestions.nearest(typed, NAMES)).contains(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "opening_hours", "xyz", "", "assessed", "listed" })
	void suggestsNothingWhenNothingIsNearOrTheNameIsRight(String typed) {
		assertThat(Suggestions.nearest(typed, NAMES)).isEmpty();
	}

	@Test
	void ofTwoEquallyNearTheFirstInTheAlphabet() {
		assertThat(Suggestions.nearest("bat", List.of("cat", "bar"))).contains("bar");
	}

	/** Names of the same hash code, many of them, and long ones: no trap. */
	@Test
	void isNotKeptBusyByManyWrongNames() {
		List<String> names = IntStream.range(0, 300).mapToObj((i) -> "an_element_with_a_long_name_" + i).toList();
		Problems problems = new Problems();
		assertTimeout(Duration.ofSeconds(10), () -> {
			for (int i = 0; i < 50_000; i++) {
				String bits = String.format("%17s", Integer.toBinaryString(i)).replace(' ', '0');
				String wrong = bits.replace("0", "Aa").replace("1", "BB");
				problems.at("f", new Position(1, 1), wrong).found(wrong).allowedNames(names).say("unknown-element");
			}
			problems.at("f", new Position(2, 1), "x").found("x".repeat(2_000_000)).allowedNames(names).say("x");
			assertThat(problems.size()).isEqualTo(50_001);
			assertThat(problems.all()).as("more nobody reads").hasSize(10_000);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "87,5;87.5", "22 709;22709", "22\u00a0709,5;22709.5", "\u22123;-3", "-3;-3",
			"85 %;85", "' 7 ';7", "1.5;1.5" })
	void readsNumbersAsPeopleWriteThem(String written, String meant) {
		assertThat(Numbers.meant(written)).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ca 5", "1,2,3", "22 70", "5-6", "1e5", "--1" })
	void guessesNoNumberWhereNoneCanBeMeant(String written) {
		assertThat(Numbers.meant(written)).isNull();
	}

}
