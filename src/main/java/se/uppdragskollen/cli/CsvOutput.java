package se.uppdragskollen.cli;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import de.siegmar.fastcsv.writer.CsvWriter;
import se.uppdragskollen.document.Canonical;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Obligation;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.Sentences;
import se.uppdragskollen.unit.Units;

/**
 * CSV, a row per outcome with its deciding obligation. Comma and decimal point whatever
 * the language; a cell that a spreadsheet would take for a formula gets an apostrophe.
 */
final class CsvOutput implements ResultOutput {

	private final Terminal terminal;

	private final Units units;

	CsvOutput(Terminal terminal, Units units) {
		this.terminal = terminal;
		this.units = units;
	}

	@Override
	public void begin(int reports) {
		row(Arrays.asList("unit", "name", "period", "edition", "requirement", "title", "outcome", "finding", "severity",
				"value", "operator", "limit", "margin", "credit", "sentence"));
	}

	@Override
	public void write(EvaluationResult result) {
		Sentences sentences = new Sentences(result.edition(), this.terminal.language());
		for (Outcome outcome : result.outcomes()) {
			Obligation deciding = deciding(outcome);
			row(Arrays.asList(result.report().unit(), safe(this.units.nameOf(result.report().unit())),
					result.report().period().toString(), result.edition().id(), outcome.requirement().id(),
					safe(outcome.requirement().title().in(this.terminal.language())), outcome.kind().word(),
					word(outcome.finding()), word(outcome.severity()),
					(deciding == null) ? null : cell(deciding.value()), (deciding == null) ? null : operator(deciding),
					(deciding == null) ? null : cell(deciding.limit()),
					(deciding == null) ? null : cell(deciding.margin()), credit(result, outcome),
					safe(sentences.say(outcome))));
		}
	}

	/**
	 * The obligation that decided: the first that fails, else the first unknown, else the
	 * first.
	 */
	private static @Nullable Obligation deciding(Outcome outcome) {
		List<Obligation> all = outcome.obligations();
		return all.stream()
			.filter(Obligation::fails)
			.findFirst()
			.or(() -> all.stream().filter(Obligation::isUnknown).findFirst())
			.or(() -> all.stream().findFirst())
			.orElse(null);
	}

	private static @Nullable String credit(EvaluationResult result, Outcome outcome) {
		return result.credits()
			.stream()
			.filter((credit) -> credit.requirement().equals(outcome.requirement().id()))
			.findFirst()
			.map((credit) -> Canonical.number(credit.value()))
			.orElse(null);
	}

	private static @Nullable String word(@Nullable Word word) {
		return (word == null) ? null : word.word();
	}

	private static @Nullable String cell(@Nullable Object value) {
		if (value == null) {
			return null;
		}
		return (value instanceof BigDecimal number) ? Canonical.number(number) : safe(String.valueOf(value));
	}

	/** An operator that begins with an equals sign is written as a word. */
	private static String operator(Obligation obligation) {
		String operator = obligation.word().operator();
		return operator.equals("=") ? "equals" : operator;
	}

	private static String safe(String text) {
		return (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	private void row(List<@Nullable String> cells) {
		StringWriter line = new StringWriter();
		List<@Nullable String> row = new ArrayList<>(cells);
		try (CsvWriter writer = CsvWriter.builder().build(line)) {
			writer.writeRecord(row);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		this.terminal.line(line.toString().stripTrailing());
	}

}
