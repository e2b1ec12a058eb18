package se.uppdragskollen.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of file that reports come in, known by the ending of its name.
 */
enum FileKind {

	/** One report. */
	YAML("yaml", "yml"),

	/** One report. */
	JSON("json"),

	/** A report on each line. */
	JSON_LINES("jsonl", "ndjson"),

	/** A table in text. */
	CSV("csv", "tsv"),

	/** A table in a workbook. */
	EXCEL("xlsx"),

	/** A workbook that may run programs: refused. */
	EXCEL_WITH_MACROS("xlsm", "xltm", "xlsb", "xlam"),

	/** A workbook as before 2007: refused. */
	OLD_EXCEL("xls", "xlt");

	/** The endings that are read, for messages. */
	static final List<String> READ = List.of(".yaml", ".yml", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx");

	private final List<String> endings;

	FileKind(String... endings) {
		this.endings = List.of(endings);
	}

	/** The kind of a file with this name, or nothing when reports do not come in such. */
	static Optional<FileKind> ofName(String name) {
		String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		for (FileKind kind : values()) {
			if (kind.endings.contains(ending)) {
				return Optional.of(kind);
			}
		}
		return Optional.empty();
	}

}
