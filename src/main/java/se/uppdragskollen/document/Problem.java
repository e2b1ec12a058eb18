package se.uppdragskollen.document;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;

/**
 * One thing that is wrong in what somebody wrote: where it stands, what was found there,
 * what is allowed and, for a name that almost exists, which one may be meant.
 *
 * @param file the file as the user named it
 * @param line the line, counted from 1; 0 when the problem concerns the whole file
 * @param column the column, counted from 1; 0 with line 0
 * @param path where in the document, as {@code requirements[3].parameters.lowest_share};
 * empty at the top
 * @param key which problem: a sentence in the message bundles, {@code problem.} + key
 * @param holes what fills the sentence
 * @param found what was found, a text or a figure, or null when nothing stands there
 * @param allowed what would be accepted, or null when the sentence says it
 * @param suggestion what may be meant: a name that exists and resembles the one found, or
 * a figure; or null
 */
public record Problem(String file, int line, int column, String path, String key, List<Object> holes,
		@Nullable Object found, @Nullable Object allowed, @Nullable Object suggestion) {

	/** By file, then from the top of the file. */
	public static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::file)
		.thenComparingInt(Problem::line)
		.thenComparingInt(Problem::column)
		.thenComparing(Problem::path)
		.thenComparing(Problem::key);

	/** A problem with a whole file. */
	public static Problem ofFile(String file, String key, Object... holes) {
		return new Problem(file, 0, 0, "", key, List.of(holes), null, null, null);
	}

	/** The sentence alone, without the place. */
	public String sentence(Language language) {
		StringBuilder said = new StringBuilder(Messages.text(language, "problem." + this.key, this.holes.toArray()));
		if (this.found != null) {
			said.append(' ').append(Messages.text(language, "problem.found", shorten(this.found)));
		}
		if (this.allowed != null) {
			said.append(' ').append(Messages.text(language, "problem.allowed", this.allowed));
		}
		if (this.suggestion != null) {
			said.append(' ').append(Messages.text(language, "problem.did-you-mean", this.suggestion));
		}
		return said.toString();
	}

	/** The place and the sentence, on one line. */
	public String text(Language language) {
		StringBuilder said = new StringBuilder(this.file);
		if (this.line > 0) {
			said.append(':').append(this.line).append(':').append(this.column);
		}
		said.append(": ");
		if (!this.path.isEmpty()) {
			said.append(this.path).append(": ");
		}
		return said.append(sentence(language)).toString();
	}

	private static Object shorten(Object found) {
		if (!(found instanceof String text)) {
			return found;
		}
		String line = text.replaceAll("\\s+", " ").strip();
		return (line.length() <= 80) ? line : line.substring(0, 79) + "…";
	}

}
