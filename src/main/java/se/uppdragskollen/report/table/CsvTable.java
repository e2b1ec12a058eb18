package se.uppdragskollen.report.table;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;

/**
 * Reads a CSV file as Excel and others save it: UTF-8, or Windows-1252 when it is not
 * UTF-8; columns separated by semicolon, comma or tab, whichever the first line has most
 * of. Where they are not separated by comma, a decimal comma is one.
 */
public final class CsvTable {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final int LONGEST_FIRST_LINE = 1_000_000;

	private static final int BUFFER = 65_536;

	private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");

	private CsvTable() {
	}

	/**
	 * Hands over the rows of a file, the first of them the one that names the columns.
	 * @return false when the file could not be read to its end, which the problems say
	 */
	public static boolean read(Path file, String name, Rows rows, Problems problems) throws IOException {
		return read(() -> Files.newInputStream(file), name, rows, problems);
	}

	/**
	 * Hands over the rows of a file's content, as of a file.
	 * @return false when it could not be read to its end, which the problems say
	 */
	public static boolean read(byte[] content, String name, Rows rows, Problems problems) throws IOException {
		return read(() -> new ByteArrayInputStream(content), name, rows, problems);
	}

	private static boolean read(Content file, String name, Rows rows, Problems problems) throws IOException {
		Optional<Charset> charset = charset(file);
		if (charset.isEmpty()) {
			problems.add(Problem.ofFile(name, "csv-not-text"));
			return false;
		}
		char separator;
		try (BufferedReader reader = open(file, charset.get())) {
			separator = separator(reader);
		}
		try (BufferedReader reader = open(file, charset.get());
				CsvReader<CsvRecord> records = CsvReader.builder()
					.fieldSeparator(separator)
					.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
					.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
					.allowUnclosedQuote(false)
					.ofCsvRecord(reader)) {
			return read(records.iterator(), (separator == ',') ? Cell.Kind.TEXT : Cell.Kind.SWEDISH, name, rows,
					problems);
		}
	}

	private static boolean read(Iterator<CsvRecord> records, Cell.Kind kind, String name, Rows rows,
			Problems problems) {
		int line = 0;
		while (true) {
			CsvRecord csv;
			try {
				if (!records.hasNext()) {
					return true;
				}
				csv = records.next();
			}
			catch (CsvParseException ex) {
				broken(ex, line, name, problems);
				return false;
			}
			line = Math.toIntExact(csv.getStartingLineNumber());
			Row row = row(line, csv, kind);
			boolean forExcelOnly = line == 1 && csv.getField(0).startsWith("sep=");
			if (!forExcelOnly && !row.isBlank() && !rows.next(row)) {
				return true;
			}
		}
	}

	private static void broken(CsvParseException ex, int lastLine, String name, Problems problems) {
		String said = String.valueOf(ex.getMessage());
		Matcher line = LINE.matcher(said);
		Position position = new Position(line.find() ? Integer.parseInt(line.group(1)) : lastLine + 1, 1);
		problems.at(name, position, "").say(said.contains("quote") ? "csv-quotes" : "csv-row-too-large");
	}

	private static Row row(int line, CsvRecord csv, Cell.Kind kind) {
		List<Cell> cells = new ArrayList<>(csv.getFieldCount());
		for (int i = 0; i < csv.getFieldCount(); i++) {
			cells.add(new Cell(line, i + 1, FormulaGuard.bare(csv.getField(i)), kind));
		}
		return new Row(line, cells);
	}

	private static BufferedReader open(Content file, Charset charset) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(file.open(), charset), BUFFER);
		reader.mark(1);
		if (reader.read() != '\ufeff') {
			reader.reset();
		}
		return reader;
	}

	/** The separator that a text's first line with something in it has most of. */
	public static char separator(Reader text) throws IOException {
		int[] count = new int[128];
		boolean quoted = false;
		boolean blank = true;
		StringBuilder start = new StringBuilder();
		for (int i = 0; i < LONGEST_FIRST_LINE; i++) {
			int c = text.read();
			if (c < 0 || (c == '\n' || c == '\r') && !quoted) {
				if (c < 0 || !blank && !start.toString().equals("sep=")) {
					break;
				}
				start.setLength(0);
				blank = true;
				count = new int[128];
				continue;
			}
			blank = blank && Character.isWhitespace(c);
			quoted ^= c == '"';
			if (start.length() < 4) {
				start.append((char) c);
			}
			if (c < count.length && !quoted) {
				count[c]++;
			}
		}
		char most = (count[';'] >= count[',']) ? ';' : ',';
		return (count['\t'] > count[most]) ? '\t' : most;
	}

	private static Optional<Charset> charset(Content file) throws IOException {
		for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS_1252)) {
			try (InputStream in = file.open()) {
				if (isText(in, charset)) {
					return Optional.of(charset);
				}
			}
		}
		return Optional.empty();
	}

	/** Whether all bytes are characters in this encoding, none of them NUL. */
	private static boolean isText(InputStream in, Charset charset) throws IOException {
		CharsetDecoder decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
		CharBuffer chars = CharBuffer.allocate(BUFFER);
		boolean end = false;
		while (!end) {
			int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
			end = read < 0;
			bytes.position(bytes.position() + Math.max(read, 0)).flip();
			CoderResult result = decoder.decode(bytes, chars, end);
			if (result.isError() || chars.flip().chars().anyMatch((c) -> c == 0)) {
				return false;
			}
			chars.clear();
			bytes.compact();
		}
		return true;
	}

	/** What can be read several times. */
	private interface Content {

		InputStream open() throws IOException;

	}

}
