package se.uppdragskollen.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;
import se.uppdragskollen.report.table.Row;

/**
 * A table's columns as its first row names them.
 *
 * @param cells the names and where they stand
 * @param index by name, counted from 0
 */
record Columns(List<Cell> cells, Map<String, Integer> index) {

	static final String UNIT = TableColumn.UNIT.word();

	static final String PERIOD = TableColumn.PERIOD.word();

	static final String ELEMENT = TableColumn.ELEMENT.word();

	static final String VALUE = TableColumn.VALUE.word();

	static final String STATUS = TableColumn.STATUS.word();

	static final String COMMENT = TableColumn.COMMENT.word();

	private static final Set<String> READ = Set.of(UNIT, PERIOD, ELEMENT, VALUE, STATUS, COMMENT);

	private static final Map<String, String> MEANT = Map.of("hsa-id", UNIT, "hsaid", UNIT);

	/** A month as Excel shows and saves it when a text file is opened and saved again. */
	private static final Pattern EXCEL_MONTH = Pattern
		.compile("(?i)(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)(?:s|i|t)?\\.?-(\\d\\d)");

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep",
			"okt", "nov", "dec");

	/** The columns, with what is wrong with them told. */
	static Columns of(String file, Row header, Problems problems) {
		List<Cell> cells = header.cells().subList(0, header.used());
		Map<String, Integer> index = new HashMap<>();
		for (int i = 0; i < cells.size(); i++) {
			Cell cell = cells.get(i);
			String name = canonical(cell.text());
			if (name.isEmpty()) {
				problems.at(file, cell.position(), "").say("column-without-name");
			}
			else if (index.containsKey(name)) {
				problems.at(file, cell.position(), name)
					.found(cell.text())
					.say("column-twice", index.getOrDefault(name, 0) + 1);
			}
			else {
				index.put(name, i);
			}
		}
		Columns columns = new Columns(cells, index);
		columns.check(file, problems);
		return columns;
	}

	/** The fixed names may be Swedish, and written with capitals. */
	private static String canonical(String name) {
		return TableColumn.of(name).map(TableColumn::word).orElse(name);
	}

	private void check(String file, Problems problems) {
		List<String> required = isLong() ? List.of(UNIT, PERIOD, ELEMENT, VALUE) : List.of(UNIT, PERIOD);
		List<String> missing = new ArrayList<>(required);
		missing.removeAll(this.index.keySet());
		for (Cell cell : this.cells) {
			String name = cell.text();
			String meant = MEANT.get(name.toLowerCase(Locale.ROOT));
			boolean known = TableColumn.of(name).isPresent() || name.isEmpty();
			if (meant != null && missing.contains(meant)) {
				problems.at(file, cell.position(), name).found(name).suggestion(meant).say("column-unknown");
			}
			else if (isLong() && !known) {
				problems.at(file, cell.position(), name).found(name).allowedNames(READ).say("column-unknown");
			}
		}
		for (String name : missing) {
			problems.at(file, this.cells.get(0).position(), name)
				.found(String.join(", ", this.cells.stream().map(Cell::text).toList()))
				.say("column-missing", name);
		}
	}

	/** Whether each row is one element, or else one report. */
	boolean isLong() {
		return this.index.containsKey(ELEMENT) || this.index.containsKey(VALUE);
	}

	int width() {
		return this.cells.size();
	}

	/** Whether this column, counted from 0, has this name. */
	boolean is(int column, String name) {
		return this.index.getOrDefault(name, -1) == column;
	}

	/** The row's cell in a column that may be left out. */
	Cell cell(Row row, String name) {
		return row.cell(this.index.getOrDefault(name, this.cells.size()));
	}

	/** The row's period, where Excel has made a month of it as that month. */
	Cell period(Row row) {
		return period(cell(row, PERIOD));
	}

	/** A cell with a period, where Excel has made a month of it as that month. */
	static Cell period(Cell cell) {
		Matcher month = EXCEL_MONTH.matcher(cell.text());
		if (!month.matches()) {
			return cell;
		}
		String name = month.group(1).toLowerCase(Locale.ROOT).replace("may", "maj").replace("oct", "okt");
		int number = MONTHS.indexOf(name) + 1;
		return new Cell(cell.line(), cell.column(), "20" + month.group(2) + ((number < 10) ? "-0" : "-") + number,
				cell.kind());
	}

}
