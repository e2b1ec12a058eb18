package se.uppdragskollen.report.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;

/**
 * Reads the first sheet of an Excel workbook ({@code .xlsx}), after a
 * {@link WorkbookGuard} has looked through it. Numbers, dates and formulas' results are
 * taken as the workbook holds them, with the digits that Excel shows.
 */
public final class ExcelTable {

	/** The largest workbook, as it lies on the disk: 20 MB. */
	public static final int LARGEST = 20_000_000;

	static final int MOST_ROWS = 1_000_000;

	private static final Set<String> ERRORS = Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
			"#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!");

	private final Map<String, CellFormat> formats = new HashMap<>();

	private final String name;

	private final Rows rows;

	private final Problems problems;

	private final boolean uncalculated;

	private int width;

	private ExcelTable(String name, Rows rows, Problems problems, boolean uncalculated) {
		this.name = name;
		this.rows = rows;
		this.problems = problems;
		this.uncalculated = uncalculated;
	}

	/**
	 * Hands over the rows of a workbook's first sheet, the first of them the one that
	 * names the columns.
	 * @return false when the sheet could not be read to its end, which the problems say
	 */
	public static boolean read(byte[] workbook, String name, Rows rows, Problems problems) {
		if (workbook.length > LARGEST) {
			problems.add(Problem.ofFile(name, "table-too-large", LARGEST / 1_000_000 + " MB"));
			return false;
		}
		WorkbookGuard guard = new WorkbookGuard(name);
		Optional<Problem> wrong = guard.problem(workbook);
		wrong.ifPresent(problems::add);
		return wrong.isEmpty() && new ExcelTable(name, rows, problems, guard.hasUncalculated()).read(workbook);
	}

	private boolean read(byte[] workbook) {
		try (ReadableWorkbook open = open(workbook); Stream<org.dhatim.fastexcel.reader.Row> sheet = firstSheet(open)) {
			return read(sheet.iterator());
		}
		catch (IOException | Unreadable ex) {
			this.problems.add(Problem.ofFile(this.name, "excel-broken"));
			return false;
		}
	}

	/** A workbook without styles has no formats, and cannot be opened as if it had. */
	private static ReadableWorkbook open(byte[] workbook) throws IOException, Unreadable {
		try {
			return new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, true));
		}
		catch (RuntimeException ex) {
			try {
				return new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(false, true));
			}
			catch (RuntimeException again) {
				throw new Unreadable();
			}
		}
	}

	private static Stream<org.dhatim.fastexcel.reader.Row> firstSheet(ReadableWorkbook workbook)
			throws IOException, Unreadable {
		try {
			return workbook.getFirstSheet().openStream();
		}
		catch (RuntimeException ex) {
			throw new Unreadable();
		}
	}

	private boolean read(Iterator<org.dhatim.fastexcel.reader.Row> sheet) throws Unreadable {
		int count = 0;
		while (true) {
			Row row = next(sheet);
			if (row == null) {
				return true;
			}
			if (++count > MOST_ROWS) {
				this.problems.at(this.name, row.cell(0).position(), "")
					.say("too-many-rows", BigDecimal.valueOf(MOST_ROWS));
				return false;
			}
			if (!row.isBlank() && !this.rows.next(row)) {
				return true;
			}
		}
	}

	/**
	 * The next row, or null at the end. The library says of broken content in many ways.
	 */
	private @Nullable Row next(Iterator<org.dhatim.fastexcel.reader.Row> sheet) throws Unreadable {
		try {
			return sheet.hasNext() ? row(sheet.next()) : null;
		}
		catch (RuntimeException ex) {
			throw new Unreadable();
		}
	}

	private Row row(org.dhatim.fastexcel.reader.Row read) {
		int line = read.getRowNum();
		List<Cell> cells = new ArrayList<>();
		for (org.dhatim.fastexcel.reader.Cell cell : read) {
			int column = cells.size() + 1;
			cells.add((cell == null) ? new Cell(line, column, "", Cell.Kind.SWEDISH) : cell(line, column, cell));
		}
		Row row = new Row(line, cells);
		this.width = (this.width == 0) ? row.used() : this.width;
		while (cells.size() < this.width) {
			cells.add(new Cell(line, cells.size() + 1, "", Cell.Kind.SWEDISH));
		}
		return row;
	}

	private Cell cell(int line, int column, org.dhatim.fastexcel.reader.Cell cell) {
		String raw = (cell.getRawValue() == null) ? "" : cell.getRawValue();
		Object value = cell.getValue();
		if (cell.getType() == CellType.FORMULA && raw.isEmpty() && this.uncalculated) {
			return new Cell(line, column, "", Cell.Kind.NOT_CALCULATED);
		}
		if (cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && ERRORS.contains(raw)) {
			return new Cell(line, column, raw, Cell.Kind.ERROR);
		}
		if (value instanceof BigDecimal number) {
			return number(line, column, cell, number);
		}
		return new Cell(line, column, (value == null) ? "" : value.toString(), Cell.Kind.SWEDISH);
	}

	private Cell number(int line, int column, org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
		String code = cell.getDataFormatString();
		CellFormat format = this.formats.computeIfAbsent((code == null) ? "" : code, CellFormat::of);
		try {
			if (format.isDate()) {
				return new Cell(line, column, format.date(cell.asDate()), Cell.Kind.SWEDISH);
			}
		}
		catch (DateTimeException | ArithmeticException ex) {
			return new Cell(line, column, format.number(number), Cell.Kind.NUMBER);
		}
		if (format.time()) {
			Optional<String> time = CellFormat.timeOfDay(number);
			if (time.isPresent()) {
				return new Cell(line, column, time.get(), Cell.Kind.SWEDISH);
			}
		}
		return new Cell(line, column, format.number(number), format.kind());
	}

	/** The workbook's content is not what it should be. */
	private static final class Unreadable extends Exception {

	}

}
