package se.uppdragskollen.report.template;

import java.util.List;

/**
 * A table to fill in.
 *
 * @param name what the table's sheet is called
 * @param columns the columns
 * @param frozen how many columns stay in sight when the others move
 * @param rows an entry for each column
 * @param guide how to fill it in
 * @param onlyChoices what is told when something else than a list's choices is written
 * where only they may
 * @param rarelyElse what is told where something else may be meant
 */
public record Template(String name, List<Column> columns, int frozen, List<List<Entry>> rows, Guide guide,
		String onlyChoices, String rarelyElse) {

	/**
	 * A column.
	 *
	 * @param width in characters
	 */
	public record Column(String heading, int width) {

	}

	/**
	 * A page of text.
	 *
	 * @param name what its sheet is called
	 * @param title what stands above it
	 * @param paragraphs the text
	 */
	public record Guide(String name, String title, List<String> paragraphs) {

	}

}
