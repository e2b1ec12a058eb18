package se.uppdragskollen.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

	static final String UNIT = "unit";

	static final String PERIOD = "period";

	static final String ELEMENT = "element";

	static final String VALUE = "value";

	static final String STATUS = "status";

	private static final Set<String> LONG = Set.of(UNIT, PERIOD, ELEMENT, VALUE, STATUS);

	private static final Map<String, String> SWEDISH = Map.of("enhet", UNIT, "hsa-id", UNIT, "hsaid", UNIT, "uppgift",
			ELEMENT, "värde", VALUE);

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

	/** The fixed names may be written with capitals. */
	private static String canonical(String name) {
		String small = name.toLowerCase(Locale.ROOT);
		return LONG.contains(small) ? small : name;
	}

	private void check(String file, Problems problems) {
		List<String> required = isLong() ? List.of(UNIT, PERIOD, ELEMENT, VALUE) : List.of(UNIT, PERIOD);
		List<String> missing = new ArrayList<>(required);
		missing.removeAll(this.index.keySet());
		for (Cell cell : this.cells) {
			String name = canonical(cell.text());
			String swedish = SWEDISH.get(name.toLowerCase(Locale.ROOT));
			boolean known = LONG.contains(name) || name.isEmpty();
			if (swedish != null && missing.contains(swedish)) {
				problems.at(file, cell.position(), name).found(name).suggestion(swedish).say("column-unknown");
			}
			else if (isLong() && !known) {
				problems.at(file, cell.position(), name).found(name).allowedNames(LONG).say("column-unknown");
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

	/** The row's cell in a column that may be left out. */
	Cell cell(Row row, String name) {
		return row.cell(this.index.getOrDefault(name, this.cells.size()));
	}

}
