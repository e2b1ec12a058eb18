package se.uppdragskollen.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import se.uppdragskollen.report.table.CsvTable;

/**
 * Knows the kind of a stream without a name by how it begins.
 */
final class Sniffing {

	/** Enough for two of the longest lines of JSON Lines. */
	private static final int START = 2 * JsonLines.LONGEST + 2;

	private Sniffing() {
	}

	/** A stream that can be read again from where its kind was sniffed. */
	static InputStream sniffable(InputStream in) {
		return new BufferedInputStream(in);
	}

	/** The kind of a stream, which is left as it was. */
	static FileKind kind(InputStream sniffable) throws IOException {
		sniffable.mark(START);
		List<String> lines = new Lines(sniffable).firstTwo();
		sniffable.reset();
		if (lines.isEmpty()) {
			return FileKind.YAML;
		}
		String first = lines.get(0);
		if (first.startsWith("PK")) {
			return FileKind.EXCEL;
		}
		if (first.startsWith("\u00d0\u00cf\u0011\u00e0")) {
			return FileKind.OLD_EXCEL;
		}
		if (first.startsWith("{")) {
			boolean severalLines = first.endsWith("}") || lines.get(1).startsWith("{\"");
			return severalLines ? FileKind.JSON_LINES : FileKind.JSON;
		}
		if (first.startsWith("[")) {
			return FileKind.JSON;
		}
		return isHeader(first) ? FileKind.CSV : FileKind.YAML;
	}

	/** Whether a line names columns: a line of YAML has a colon and hardly these. */
	private static boolean isHeader(String line) throws IOException {
		char separator = CsvTable.separator(new StringReader(line));
		List<String> names = Arrays.stream(line.split(String.valueOf(separator)))
			.map((name) -> name.replace("\"", "").strip().toLowerCase(Locale.ROOT))
			.toList();
		return line.startsWith("sep=") || names.contains(Columns.UNIT) && names.contains(Columns.PERIOD)
				|| names.size() > 2 && line.indexOf(':') < 0;
	}

	/** The first lines with something in them, as Latin-1: enough to know the kind. */
	private static final class Lines {

		private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

		private final InputStream in;

		private int left = START;

		Lines(InputStream in) {
			this.in = in;
		}

		List<String> firstTwo() throws IOException {
			String first = next();
			return first.isEmpty() ? List.of() : first.startsWith("{") ? List.of(first, next()) : List.of(first);
		}

		private String next() throws IOException {
			StringBuilder line = new StringBuilder();
			while (this.left > 0) {
				int one = this.in.read();
				this.left--;
				if (one < 0 || one == '\n' && !line.toString().isBlank()) {
					break;
				}
				line.append((char) one);
				if (line.length() == 3 && line.toString().equals(BYTE_ORDER_MARK)) {
					line.setLength(0);
				}
			}
			return line.toString().strip();
		}

	}

}
