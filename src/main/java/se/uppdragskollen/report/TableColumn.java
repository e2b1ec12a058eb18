package se.uppdragskollen.report;

import java.util.Locale;
import java.util.Optional;

import se.uppdragskollen.language.Language;

/**
 * A column of the long form, by the heading it has in either language. Those after the
 * comment are for people: a template has them, and they are not read.
 */
enum TableColumn {

	/** Who reports. */
	UNIT("unit", "enhet"),

	/** For when. */
	PERIOD("period", "period"),

	/** What is reported. */
	ELEMENT("element", "uppgift"),

	/** The value, or why there is none. */
	VALUE("value", "värde"),

	/** Whether there is a value. */
	STATUS("status", "status"),

	/** What the unit wants to tell the reviewer. */
	COMMENT("comment", "kommentar"),

	/** The unit's name. */
	UNIT_NAME("unit name", "enhetens namn"),

	/** The chapter's title. */
	CHAPTER("chapter", "kapitel"),

	/** The element's label. */
	QUESTION("question", "fråga"),

	/** The element's unit. */
	MEASURED_IN("measured in", "mäts i"),

	/** The value reported last time. */
	LAST_PERIOD("last period", "förra perioden"),

	/** What the value may be. */
	ALLOWED("allowed values", "tillåtna värden"),

	/** How to find the figure. */
	HELP("help", "hjälp");

	private final String english;

	private final String swedish;

	TableColumn(String english, String swedish) {
		this.english = english;
		this.swedish = swedish;
	}

	/** The column's name in the format. */
	String word() {
		return this.english;
	}

	/** The heading in a template. */
	String heading(Language language) {
		String word = (language == Language.SV) ? this.swedish : this.english;
		return word.substring(0, 1).toUpperCase(language.locale()) + word.substring(1);
	}

	/** The column with this heading, in either language, with capitals or without. */
	static Optional<TableColumn> of(String heading) {
		String small = heading.toLowerCase(Locale.ROOT);
		for (TableColumn column : values()) {
			if (column.english.equals(small) || column.swedish.equals(small)) {
				return Optional.of(column);
			}
		}
		return Optional.empty();
	}

}
