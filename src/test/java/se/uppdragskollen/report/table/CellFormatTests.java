package se.uppdragskollen.report.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CellFormatTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			yyyy-mm-dd                     | 2025-02-01T00:00 | 2025-02-01
			yyyy\\-mm\\-dd;@                | 2025-02-03T00:00 | 2025-02-03
			[$-41D]d mmmm yyyy             | 2025-02-03T00:00 | 2025-02-03
			mmm-yy                         | 2025-02-01T00:00 | 2025-02
			mmm-yy                         | 2025-02-02T00:00 | 2025-02-02
			yyyy                           | 2025-01-01T00:00 | 2025
			yyyy-mm-dd hh:mm               | 2025-02-01T00:00 | 2025-02-01
			yyyy-mm-dd hh:mm               | 2025-02-01T08:30 | 2025-02-01T08:30
			yyyy-mm-dd                     | 2025-02-01T08:30 | 2025-02-01
			""")
	void writesDatesAsReportsDo(String code, LocalDateTime date, String written) {
		CellFormat format = CellFormat.of(code);
		assertThat(format.isDate()).isTrue();
		assertThat(format.date(date)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			General              | 0.28999999999999998 | 0.29        | NUMBER
			''                   | 412                 | 412         | NUMBER
			#,##0.00\\ "days"     | 412.50              | 412.5       | NUMBER
			_-* #,##0\\ "kr"_-    | 1E+3                | 1000        | NUMBER
			[Red]0.0             | 84.200000000000003  | 84.2        | NUMBER
			0%                   | 0.85                | 85          | PERCENT
			0.0%                 | 0.84199999999999997 | 84.2        | PERCENT
			General              | 1E+999999999        | 1E+999999999 | NUMBER
			General              | 0.0                 | 0           | NUMBER
			""")
	void writesNumbersWithTheDigitsShown(String code, BigDecimal stored, String written, Cell.Kind kind) {
		CellFormat format = CellFormat.of(code);
		assertThat(format.isDate() || format.time()).isFalse();
		assertThat(format.number(stored)).isEqualTo(written);
		assertThat(format.kind()).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource({ "h:mm, 0.354166666666667, 08:30", "[h]:mm, 0.5, 12:00", "h:mm AM/PM, 0, 00:00" })
	void writesTimesOfDay(String code, BigDecimal stored, String written) {
		CellFormat format = CellFormat.of(code);
		assertThat(format.isDate()).isFalse();
		assertThat(format.time()).isTrue();
		assertThat(CellFormat.timeOfDay(stored)).contains(written);
		assertThat(CellFormat.timeOfDay(stored.add(BigDecimal.ONE))).isEmpty();
	}

}
