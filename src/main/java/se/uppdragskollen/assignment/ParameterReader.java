package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;

/**
 * Reads a parameter: its unit and dated values.
 */
final class ParameterReader {

	private final Problems problems;

	ParameterReader(Problems problems) {
		this.problems = problems;
	}

	@Nullable Parameter read(String requirement, String name, Fields fields) {
		if (!name.matches("[a-z][a-z0-9_]*")) {
			this.problems.at(fields.file(), fields.position(), fields.pathOf("")).found(name).say("datum-id");
		}
		Unit unit = fields.word("unit", Unit.class);
		Node node = fields.required("values");
		if (node == null || unit == null) {
			return null;
		}
		TreeMap<LocalDate, Parameter.Value> values = new TreeMap<>();
		Fields dated = Fields.open(fields.file(), fields.pathOf("values"), node, this.problems);
		for (String written : dated.names()) {
			Node entry = dated.node(written);
			LocalDate date = date(dated, written);
			if (date == null || entry == null) {
				continue;
			}
			Fields value = Fields.of(fields.file(), dated.pathOf(written), entry, this.problems, "value", "source");
			Object read = value(value, unit);
			String source = value.text("source");
			if (read != null && source != null) {
				values.put(date, new Parameter.Value(read, source));
			}
		}
		if (dated.names().isEmpty()) {
			fields.problem("values").say("no-values");
		}
		return values.isEmpty() ? null : new Parameter(requirement, name, unit, values, fields.position());
	}

	private @Nullable LocalDate date(Fields dated, String written) {
		try {
			return LocalDate.parse(written);
		}
		catch (DateTimeException ex) {
			this.problems.at(dated.file(), dated.keyPosition(written), dated.pathOf(written))
				.found(written)
				.say("date-expected");
			return null;
		}
	}

	private static @Nullable Object value(Fields fields, Unit unit) {
		return switch (unit) {
			case DATE -> fields.date("value");
			case LIST -> list(fields);
			case PHASE -> fields.text("value", "[a-z][a-z0-9_]*", "phase-word");
			default -> number(fields, unit);
		};
	}

	private static @Nullable List<String> list(Fields fields) {
		List<String> items = (fields.required("value") == null) ? List.of() : fields.texts("value");
		if (items.isEmpty()) {
			fields.problem("value").say("list-expected");
			return null;
		}
		return items;
	}

	private static @Nullable BigDecimal number(Fields fields, Unit unit) {
		BigDecimal number = fields.number("value");
		boolean whole = unit == Unit.PERIODS || unit == Unit.CENTRES || unit == Unit.STEPS || unit == Unit.MONTHS
				|| unit == Unit.YEARS || unit == Unit.WEEKS || unit == Unit.DAYS;
		if (number != null && whole && (number.signum() < 0 || number.stripTrailingZeros().scale() > 0)) {
			fields.problem("value").say("whole-number-expected");
			return null;
		}
		return number;
	}

}
