package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

import se.uppdragskollen.report.Report;

/**
 * One report as a Swedish Excel saves it: a byte order mark, semicolons, decimal commas.
 * The long form holds what the centre itself reports, not what registers say.
 */
final class DecimalCommaFile {

	static final String NAME = "reports-decimal-comma.csv";

	static final String PERIOD = "2025-Q1";

	private DecimalCommaFile() {
	}

	static boolean holds(Report report, Centre centre) {
		return centre.is(Cast.DECIMAL_COMMA) && report.period().toString().equals(PERIOD);
	}

	static String text(Report report) {
		StringBuilder text = new StringBuilder("\ufeffunit;period;element;value\r\n");
		report.values()
			.forEach((element, value) -> text.append(report.unit())
				.append(';')
				.append(report.period())
				.append(';')
				.append(element)
				.append(';')
				.append(quoted(cell(value)))
				.append("\r\n"));
		return text.toString();
	}

	private static String cell(Object value) {
		if (value instanceof BigDecimal number) {
			return number.toPlainString().replace('.', ',');
		}
		if (value instanceof Boolean yes) {
			return yes ? "ja" : "nej";
		}
		if (value instanceof Collection<?> items) {
			return items.stream().map(String::valueOf).collect(Collectors.joining("|"));
		}
		return value.toString();
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch((c) -> c == ';' || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

}
