package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;
import se.uppdragskollen.report.table.Row;

/**
 * An element on each row. The rows of one unit and period are one report wherever they
 * stand, so reports are handed over when the file has been read to its end: at most
 * {@link #MOST_ROWS} rows.
 */
final class LongForm implements TableForm {

	static final int MOST_ROWS = 2_000_000;

	private static final int MOST_SHARED_TEXTS = 50_000;

	private final String file;

	private final Columns columns;

	private final Intake intake;

	private final int mostRows;

	private final Map<String, Group> groups = new LinkedHashMap<>();

	private final Map<String, String> texts = new HashMap<>();

	private int rows;

	LongForm(String file, Columns columns, Intake intake) {
		this(file, columns, intake, MOST_ROWS);
	}

	LongForm(String file, Columns columns, Intake intake, int mostRows) {
		this.file = file;
		this.columns = columns;
		this.intake = intake;
		this.mostRows = mostRows;
	}

	/** The rows of one unit and period. */
	private static final class Group {

		private final Cell unit;

		private final Cell period;

		private final List<Entry> entries = new ArrayList<>();

		private boolean refused;

		Group(Cell unit, Cell period) {
			this.unit = unit;
			this.period = period;
		}

	}

	/** One row, without what the group knows. */
	private record Entry(String element, int elementColumn, Cell value, String status, int statusColumn, Cell comment) {

	}

	@Override
	public void row(Row row) {
		this.rows++;
		if (this.rows > this.mostRows) {
			if (this.rows == this.mostRows + 1) {
				this.groups.clear();
				Problems problems = new Problems();
				problems.at(this.file, row.cell(0).position(), "")
					.say("too-many-long-rows", BigDecimal.valueOf(this.mostRows));
				this.intake.tell(this.file, problems);
			}
			return;
		}
		Cell unit = this.columns.cell(row, Columns.UNIT);
		Cell period = this.columns.period(row);
		Cell element = this.columns.cell(row, Columns.ELEMENT);
		boolean named = isNamed(unit, Columns.UNIT) & isNamed(period, Columns.PERIOD);
		boolean about = isNamed(element, Columns.ELEMENT);
		if (named && about) {
			Cell value = this.columns.cell(row, Columns.VALUE);
			Cell status = this.columns.cell(row, Columns.STATUS);
			Cell comment = this.columns.cell(row, Columns.COMMENT);
			group(unit, period).entries.add(new Entry(shared(element.text()), element.column(), shared(value),
					shared(status.text()), status.column(), shared(comment)));
		}
		else if (named) {
			group(unit, period).refused = true;
		}
	}

	private boolean isNamed(Cell cell, String column) {
		if (cell.isBlank()) {
			Problems problems = new Problems();
			problems.at(this.file, cell.position(), column).say("cell-empty", column);
			this.intake.tell(this.file, problems);
		}
		return !cell.isBlank();
	}

	@Override
	public void unreadable(Row row) {
		Cell unit = this.columns.cell(row, Columns.UNIT);
		Cell period = this.columns.period(row);
		if (!unit.isBlank() && !period.isBlank()) {
			group(unit, period).refused = true;
		}
	}

	private Group group(Cell unit, Cell period) {
		return this.groups.computeIfAbsent(unit.text() + "\n" + period.text(), (key) -> new Group(unit, period));
	}

	private Cell shared(Cell cell) {
		return new Cell(cell.line(), cell.column(), shared(cell.text()), cell.kind());
	}

	/** The same text kept once: most rows repeat names and small figures. */
	private String shared(String text) {
		String known = this.texts.get(text);
		if (known != null) {
			return known;
		}
		if (this.texts.size() < MOST_SHARED_TEXTS) {
			this.texts.put(text, text);
		}
		return text;
	}

	@Override
	public void end(boolean whole) {
		if (this.rows > this.mostRows) {
			return;
		}
		if (!whole) {
			this.intake.tell(Problem.ofFile(this.file, "table-broken-off"));
			return;
		}
		this.groups.values().forEach(this::report);
		this.groups.clear();
	}

	private void report(Group group) {
		ReportTree tree = new ReportTree(this.file, group.unit, group.period, this.intake);
		if (group.refused) {
			tree.refuse();
		}
		Map<String, Integer> lines = new HashMap<>();
		for (Entry entry : group.entries) {
			Integer first = lines.putIfAbsent(entry.element(), entry.value().line());
			if (first == null) {
				element(tree, entry);
			}
			else {
				tree.problem(cell(entry, entry.elementColumn(), entry.element()), "values." + entry.element())
					.found(entry.element())
					.say("element-twice", first);
			}
		}
		tree.end();
	}

	private static void element(ReportTree tree, Entry entry) {
		Cell name = cell(entry, entry.elementColumn(), entry.element());
		Cell value = entry.value();
		Cell status = cell(entry, entry.statusColumn(), entry.status());
		String path = "values." + entry.element();
		RowStatus known = status.isBlank() ? RowStatus.REPORTED : RowStatus.of(status.text()).orElse(null);
		if (known == null) {
			tree.problem(status, path)
				.found(status.text())
				.allowedNames(RowStatus.written())
				.allowed(RowStatus.allowed())
				.say("unknown-word");
		}
		else if (known == RowStatus.NOT_APPLICABLE) {
			tree.notApplicable(entry.element(), name.position(), value);
		}
		else if (known == RowStatus.SUPPRESSED && !value.isBlank() && !value.text().equals(ReportTree.SUPPRESSED)) {
			tree.problem(value, path).say("suppressed-with-value");
		}
		else if (known == RowStatus.SUPPRESSED) {
			tree.suppressed(entry.element(), name.position());
		}
		else if (!value.isBlank()) {
			tree.value(entry.element(), name.position(), value);
		}
		else if (!status.isBlank()) {
			tree.problem(value, path).say("reported-without-value");
		}
		if (!entry.comment().isBlank()) {
			tree.comment(entry.element(), name.position(), entry.comment());
		}
	}

	private static Cell cell(Entry entry, int column, String text) {
		return new Cell(entry.value().line(), column, text, Cell.Kind.TEXT);
	}

}
