package se.uppdragskollen.report.template;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import se.uppdragskollen.report.table.FormulaGuard;

/**
 * Writes a template as the CSV that Swedish Excel opens with a double click: semicolons,
 * UTF-8 with a byte order mark, decimal comma. The guide is left out.
 */
public final class CsvTemplate {

	private CsvTemplate() {
	}

	/** Writes the template and leaves the stream open. */
	public static void write(Template template, OutputStream out) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write('\ufeff');
		CsvWriter csv = CsvWriter.builder()
			.fieldSeparator(';')
			.lineDelimiter(LineDelimiter.CRLF)
			.bufferSize(0)
			.build(text);
		csv.writeRecord(template.columns().stream().map(Template.Column::heading).toList());
		for (List<Entry> row : template.rows()) {
			csv.writeRecord(row.stream().map(CsvTemplate::cell).toList());
		}
		text.flush();
	}

	private static String cell(Entry entry) {
		if (entry.content() instanceof BigDecimal number) {
			return comma(number);
		}
		return (entry.content() == null) ? "" : FormulaGuard.guarded(entry.content().toString());
	}

	/** A number with decimal comma. */
	static String comma(BigDecimal number) {
		return plain(number).toPlainString().replace('.', ',');
	}

	/** The number without the zeros that say nothing. */
	static BigDecimal plain(BigDecimal number) {
		return (number.signum() == 0) ? BigDecimal.ZERO : number.stripTrailingZeros();
	}

}
