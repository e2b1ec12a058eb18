package se.uppdragskollen.report.table;

/**
 * Takes a table's rows one by one. Rows with nothing in them are not handed over.
 */
@FunctionalInterface
public interface Rows {

	/**
	 * Takes the next row.
	 * @return false when no more rows are wanted
	 */
	boolean next(Row row);

}
