package se.uppdragskollen.web.centre;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people type is read as they mean it, and kept as typed when it cannot be.
 */
class TypedAnswerTests {

	private final Map<String, Element> elements = RunningService.shared()
		.get(Editions.class)
		.current("kalmar-halsoval", "2025-01")
		.orElseThrow()
		.elements();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "SV | 412 | 412", "SV | 1 234 | 1234", "SV | 1\u00a0234,5 | 1234.5", "SV | 12.5 | 12.5",
					"SV | \u22123 | -3", "EN | 12.5 | 12.5", "EN | 1,234.5 | 1234.5", "EN | 12,345 | 12345" })
	void readsFiguresInTheReadersNotation(Language language, String typed, BigDecimal figure) {
		assertThat(read("assessed_total", language, "value.assessed_total", typed)).isEqualTo(Map.of("value", figure));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "EN | 12,5", "SV | 12,5,1", "SV | ungefär 40", "SV | 1e9", "SV | 1.000",
			"SV | 1.200.000", "EN | 1,23,456" })
	void keepsWhatIsNoFigureAsTyped(Language language, String typed) {
		assertThat(read("assessed_total", language, "value.assessed_total", typed)).isEqualTo(Map.of("value", typed));
	}

	@Test
	void anotherAnswerThanAValueCountsInItsPlace() {
		assertThat(read("assessed_total", Language.SV, "value.assessed_total", "12", "how.assessed_total", "unknown"))
			.isEqualTo(Map.of("unknown", true));
		assertThat(
				read("assessed_total", Language.SV, "value.assessed_total", "12", "how.assessed_total", "suppressed"))
			.isEqualTo(Map.of("suppressed", true));
		assertThat(read("assessed_total", Language.SV, "how.assessed_total", "not-applicable", "why.assessed_total",
				"Stängt"))
			.isEqualTo(Map.of("not_applicable", "Stängt"));
	}

	@Test
	void aPointIsAFractionWhereOneIsAskedFor() {
		assertThat(read("opening_hours_per_week", Language.SV, "value.opening_hours_per_week", "47.125"))
			.isEqualTo(Map.of("value", new BigDecimal("47.125")));
	}

	@Test
	void aReasonWithoutAValueSaysThatTheQuestionDoesNotApply() {
		assertThat(read("assessed_total", Language.SV, "value.assessed_total", "", "how.assessed_total", "value",
				"why.assessed_total", "Stängt"))
			.isEqualTo(Map.of("not_applicable", "Stängt"));
		assertThat(read("assessed_total", Language.SV, "value.assessed_total", "12", "how.assessed_total", "value",
				"why.assessed_total", "Stängt"))
			.isEqualTo(Map.of("value", BigDecimal.valueOf(12)));
	}

	@Test
	void saysNothingWhenNothingIsTyped() {
		assertThat(read("assessed_total", Language.SV, "value.assessed_total", " ", "how.assessed_total", "value",
				"comment.assessed_total", "", "unclear-what.assessed_total", "", "prefilled.assessed_total", "1"))
			.isEmpty();
	}

	@Test
	void tellsAnUnclearQuestionApartFromAnUnansweredOne() {
		assertThat(read("assessed_total", Language.SV, "unclear.assessed_total", "1", "comment.assessed_total", "Hm"))
			.isEqualTo(Map.of("comment", "Hm", "unclear", ""));
	}

	private Map<String, Object> read(String element, Language language, String... fields) {
		Map<String, List<String>> form = new java.util.LinkedHashMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], List.of(fields[i + 1]));
		}
		return TypedAnswer.read(Objects.requireNonNull(this.elements.get(element)), form, language);
	}

}
