package se.uppdragskollen.language;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	/** Here _ is the hard space of Swedish figures and ~ its minus sign, U+2212. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0            | 0              | 0
			0.00         | 0              | 0
			-0.0         | 0              | 0
			7            | 7              | 7
			85           | 85             | 85
			84.2         | 84,2           | 84.2
			84.20        | 84,2           | 84.2
			0.05         | 0,05           | 0.05
			-0.8         | ~0,8           | -0.8
			-12          | ~12            | -12
			999          | 999            | 999
			1000         | 1000           | 1000
			9999.5       | 9999,5         | 9999.5
			10000        | 10_000         | 10,000
			22709        | 22_709         | 22,709
			-22709.25    | ~22_709,25     | -22,709.25
			123456       | 123_456        | 123,456
			1234567.891  | 1_234_567,891  | 1,234,567.891
			1E+3         | 1000           | 1000
			1E+6         | 1_000_000      | 1,000,000
			12E-4        | 0,0012         | 0.0012
			""")
	void writesFiguresAsTheReaderDoes(BigDecimal figure, String swedish, String english) {
		assertThat(Figures.say(figure, Language.SV)).isEqualTo(swedish.replace('_', '\u00a0').replace('~', '\u2212'));
		assertThat(Figures.say(figure, Language.EN)).isEqualTo(english);
	}

}
