package se.uppdragskollen.report;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;
import se.uppdragskollen.report.table.Row;
import se.uppdragskollen.report.table.Rows;

/**
 * Makes reports of one table's rows: the first row names the columns, and by them the
 * form is known, long (an element on each row) or wide (a report on each row).
 */
final class TableReports implements Rows {

	private final String file;

	private final Intake intake;

	private @Nullable Columns columns;

	private @Nullable TableForm form;

	private final int mostRows;

	private int rows;

	TableReports(String file, Intake intake, int mostRows) {
		this.file = file;
		this.intake = intake;
		this.mostRows = mostRows;
	}

	@Override
	public boolean next(Row row) {
		Columns known = this.columns;
		TableForm reports = this.form;
		if (known == null || reports == null) {
			return header(row);
		}
		this.rows++;
		if (this.rows > this.mostRows) {
			Problems problems = new Problems();
			problems.at(this.file, row.cell(0).position(), "")
				.say("too-many-long-rows", BigDecimal.valueOf(this.mostRows));
			this.intake.tell(this.file, problems);
			return false;
		}
		int cells = row.used();
		if (cells > known.width() || row.cells().size() < known.width()) {
			Problems problems = new Problems();
			boolean tooLong = cells > known.width();
			Cell at = row.cell(tooLong ? known.width() : 0);
			boolean comma = tooLong && at.kind() == Cell.Kind.TEXT;
			problems.at(this.file, at.position(), "")
				.say(comma ? "row-too-long-comma" : tooLong ? "row-too-long" : "row-too-short",
						tooLong ? cells : row.cells().size(), known.width());
			this.intake.tell(this.file, problems);
			reports.unreadable(row);
		}
		else {
			reports.row(row);
		}
		return true;
	}

	private boolean header(Row row) {
		Problems problems = new Problems();
		Columns named = Columns.of(this.file, row, problems);
		this.intake.tell(this.file, problems);
		this.columns = named;
		if (!problems.isEmpty()) {
			return false;
		}
		this.form = named.isLong() ? new LongForm(this.file, named, this.intake)
				: new WideForm(this.file, named, this.intake);
		return true;
	}

	/**
	 * No more rows.
	 * @param whole whether the file has been read to its end
	 */
	void end(boolean whole) {
		TableForm reports = this.form;
		if (reports != null) {
			reports.end(whole && this.rows <= this.mostRows);
		}
		if (whole && this.columns == null) {
			this.intake.tell(Problem.ofFile(this.file, "file-empty"));
		}
		else if (whole && reports != null && this.rows == 0) {
			this.intake.tell(Problem.ofFile(this.file, "table-without-rows"));
		}
	}

}
