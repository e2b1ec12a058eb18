package se.uppdragskollen.report;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Numbers;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;
import se.uppdragskollen.report.table.Row;

/**
 * One row of a list in a table: what stands in each column, and where.
 */
public final class ListRow {

	private final String file;

	private final Row row;

	private final Map<String, Integer> index;

	ListRow(String file, Row row, Map<String, Integer> index) {
		this.file = file;
		this.row = row;
		this.index = index;
	}

	/** Whether all cells can be read; tells of those that cannot. */
	boolean isSound(Problems problems) {
		int before = problems.size();
		this.index.forEach((name, i) -> {
			Cell cell = this.row.cell(i);
			if (cell.kind() == Cell.Kind.NOT_CALCULATED) {
				at(problems, name).say("formula-not-calculated");
			}
			else if (cell.kind() == Cell.Kind.ERROR) {
				at(problems, name).found(cell.text()).say("cell-error");
			}
		});
		return problems.size() == before;
	}

	/** Whether the table has this column. */
	public boolean has(String column) {
		return this.index.containsKey(column);
	}

	/** What stands in the column, empty when nothing does or there is no such column. */
	public String text(String column) {
		return cell(column).text();
	}

	/** The number that stands in the column as files want it; nothing when none does. */
	public Optional<String> number(String column) {
		Cell cell = cell(column);
		@Nullable String meant = (cell.kind() == Cell.Kind.PERCENT) ? null : Numbers.meant(cell.text());
		return Optional.ofNullable(meant);
	}

	/** Starts a problem with what stands in the column. */
	public Problems.At at(Problems problems, String column) {
		return problems.at(this.file, cell(column).position(), column);
	}

	/** The file's name, for problems. */
	public String file() {
		return this.file;
	}

	/** The row's number in the file. */
	public int line() {
		return this.row.line();
	}

	Cell cell(String column) {
		Integer at = this.index.get(column);
		return (at == null) ? new Cell(this.row.line(), 1, "", Cell.Kind.TEXT) : this.row.cell(at);
	}

}
