package se.uppdragskollen.report;

import se.uppdragskollen.report.table.Row;

/**
 * How a table's rows make reports.
 */
interface TableForm {

	/** A row as long as the header. */
	void row(Row row);

	/**
	 * A row with more or fewer cells than the header has columns, which has been told:
	 * its report cannot be taken.
	 */
	void unreadable(Row row);

	/**
	 * No more rows.
	 * @param whole whether all the file's rows have been handed over
	 */
	void end(boolean whole);

}
