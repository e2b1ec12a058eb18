package se.uppdragskollen.report.table;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line where it begins, counted from 1
 * @param cells from the first column on
 */
public record Row(int line, List<Cell> cells) {

	/** The cell in this column, counted from 0; a blank one beyond the row's end. */
	public Cell cell(int index) {
		return (index < this.cells.size()) ? this.cells.get(index) : new Cell(this.line, index + 1, "", Cell.Kind.TEXT);
	}

	public boolean isBlank() {
		return this.cells.stream().allMatch(Cell::isBlank);
	}

	/** How many cells there are up to the last one with something in it. */
	public int used() {
		int used = this.cells.size();
		while (used > 0 && this.cells.get(used - 1).isBlank()) {
			used--;
		}
		return used;
	}

}
