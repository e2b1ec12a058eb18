package se.uppdragskollen.report.table;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a text as a formula: what begins with a sign that
 * makes one gets an apostrophe before it when it is written to CSV, and loses it when it
 * is read.
 */
public final class FormulaGuard {

	private static final String SIGNS = "[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20]";

	private static final Pattern FORMULA = Pattern.compile("'*" + SIGNS + "(?s:.*)");

	private static final Pattern GUARDED = Pattern.compile("'+" + SIGNS + "(?s:.*)");

	private FormulaGuard() {
	}

	/** The text as a CSV file may hold it. */
	public static String guarded(String text) {
		return FORMULA.matcher(text).matches() ? "'" + text : text;
	}

	/** The text that {@link #guarded} was given. */
	public static String bare(String text) {
		return (!text.isEmpty() && text.charAt(0) == '\'' && GUARDED.matcher(text).matches()) ? text.substring(1)
				: text;
	}

}
