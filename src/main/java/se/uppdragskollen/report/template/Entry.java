package se.uppdragskollen.report.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a template.
 *
 * @param content a {@code String}, {@code BigDecimal}, {@code LocalDate} or
 * {@code LocalTime}; null when nothing stands there
 * @param kind what may be written there
 * @param choices what can be picked from a list, empty when there is none
 * @param onlyChoices whether nothing else may be written
 */
public record Entry(@Nullable Object content, Kind kind, List<String> choices, boolean onlyChoices) {

	/** What may be written in a cell. */
	public enum Kind {

		/** Nothing: the cell is locked. */
		LABEL,
		/** A number, or a word. */
		NUMBER,
		/** Text, to the letter. */
		TEXT,
		/** A date. */
		DATE,
		/** A time of day. */
		TIME

	}

	/** A cell that people read and cannot change. */
	public static Entry label(String text) {
		return new Entry(text, Kind.LABEL, List.of(), false);
	}

	/** A cell that people fill in. */
	public static Entry open(@Nullable Object content, Kind kind) {
		return new Entry(content, kind, List.of(), false);
	}

}
