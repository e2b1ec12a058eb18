package se.uppdragskollen.report.table;

import se.uppdragskollen.document.Position;

/**
 * One cell of a table.
 *
 * @param line the row, counted from 1
 * @param column the column, counted from 1
 * @param text what stands there, without spaces around it; dates as {@code 2025-02-01},
 * empty when the cell is
 * @param kind what the text is
 */
public record Cell(int line, int column, String text, Kind kind) {

	public Cell {
		text = trim(text);
	}

	/** What a cell's text is. */
	public enum Kind {

		/** Written where a comma separates columns: a decimal point is a point. */
		TEXT,
		/** Written where a decimal comma and spaces between thousands are usual. */
		SWEDISH,
		/** A number that the table knows to be one. */
		NUMBER,
		/** A number shown as percent: the text is 85 where the table says 85 %. */
		PERCENT,
		/** A formula that was never calculated. */
		NOT_CALCULATED,
		/** An error, as {@code #DIV/0!}. */
		ERROR

	}

	public boolean isBlank() {
		return this.text.isEmpty() && this.kind != Kind.NOT_CALCULATED && this.kind != Kind.ERROR;
	}

	public Position position() {
		return new Position(this.line, this.column);
	}

	/** The text without spaces around it, hard ones too. */
	private static String trim(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && isSpace(text.charAt(from))) {
			from++;
		}
		while (to > from && isSpace(text.charAt(to - 1))) {
			to--;
		}
		return text.substring(from, to);
	}

	private static boolean isSpace(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

}
