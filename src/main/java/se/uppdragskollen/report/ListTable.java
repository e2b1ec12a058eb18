package se.uppdragskollen.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;
import se.uppdragskollen.report.table.CsvTable;
import se.uppdragskollen.report.table.ExcelTable;
import se.uppdragskollen.report.table.Row;

/**
 * Reads a list that is no report (units, register values) from a table, a CSV file or the
 * first sheet of an Excel workbook, whichever its bytes are. The first row names the
 * columns, in any order. A cell with a formula's result is that result; one with an error
 * or a formula that was never calculated is a problem.
 */
public final class ListTable {

	private static final byte[] ARCHIVE = { 'P', 'K' };

	private static final byte[] OLD_OR_ENCRYPTED = { (byte) 0xD0, (byte) 0xCF };

	/** PNG, JPEG, GIF and PDF. */
	private static final List<byte[]> PICTURES = List.of(new byte[] { (byte) 0x89, 'P', 'N', 'G' },
			new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF }, new byte[] { 'G', 'I', 'F', '8' },
			new byte[] { '%', 'P', 'D', 'F' });

	private final Map<String, List<String>> columns;

	private final Set<String> required;

	private final int mostRows;

	/**
	 * A kind of list.
	 * @param columns the columns that there may be, each with the other names that it may
	 * have, in small letters
	 * @param required those that there must be
	 * @param mostRows how many rows at most
	 */
	public ListTable(Map<String, List<String>> columns, Set<String> required, int mostRows) {
		this.columns = Map.copyOf(columns);
		this.required = Set.copyOf(required);
		this.mostRows = mostRows;
	}

	/**
	 * The rows of a file, in its order; without those that have a problem.
	 * @param file its name, for problems
	 */
	public List<ListRow> read(String file, byte[] content, Problems problems) {
		if (content.length == 0) {
			problems.add(Problem.ofFile(file, "file-empty"));
			return List.of();
		}
		Reading reading = new Reading(file, problems);
		boolean whole = read(file, content, reading, problems);
		if (whole && problems.isEmpty() && reading.rows.isEmpty()) {
			problems.add(Problem.ofFile(file, "list-without-rows"));
		}
		return List.copyOf(reading.rows);
	}

	private static boolean read(String file, byte[] content, Reading reading, Problems problems) {
		if (PICTURES.stream().anyMatch((start) -> startsWith(content, start))) {
			problems.add(Problem.ofFile(file, "list-no-table"));
			return false;
		}
		if (startsWith(content, ARCHIVE) || startsWith(content, OLD_OR_ENCRYPTED)) {
			return ExcelTable.read(content, file, reading::next, problems);
		}
		try {
			return CsvTable.read(content, file, reading::next, problems);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean startsWith(byte[] content, byte[] start) {
		return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
	}

	private @Nullable String canonical(String heading) {
		String small = heading.toLowerCase(Locale.ROOT);
		if (this.columns.containsKey(small)) {
			return small;
		}
		return this.columns.entrySet()
			.stream()
			.filter((one) -> one.getValue().contains(small))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	/** The reading of one file. */
	private final class Reading {

		private final String file;

		private final Problems problems;

		private final List<ListRow> rows = new ArrayList<>();

		private @Nullable Map<String, Integer> index;

		private int width;

		private int read;

		Reading(String file, Problems problems) {
			this.file = file;
			this.problems = problems;
		}

		boolean next(Row row) {
			Map<String, Integer> known = this.index;
			if (known == null) {
				this.width = row.used();
				this.index = header(row);
				return this.problems.isEmpty();
			}
			if (++this.read > ListTable.this.mostRows) {
				this.problems.at(this.file, row.cell(0).position(), "")
					.say("list-too-long", BigDecimal.valueOf(ListTable.this.mostRows));
				return false;
			}
			if (row.used() > this.width) {
				Cell beyond = row.cell(this.width);
				this.problems.at(this.file, beyond.position(), "")
					.say((beyond.kind() == Cell.Kind.TEXT) ? "row-too-long-comma" : "row-too-long", row.used(),
							this.width);
				return true;
			}
			ListRow read = new ListRow(this.file, row, known);
			if (read.isSound(this.problems)) {
				this.rows.add(read);
			}
			return true;
		}

		private Map<String, Integer> header(Row row) {
			Map<String, Integer> found = new HashMap<>();
			for (int i = 0; i < this.width; i++) {
				Cell cell = row.cell(i);
				String name = canonical(cell.text());
				if (name == null) {
					this.problems.at(this.file, cell.position(), cell.text())
						.found(cell.text())
						.allowedNames(ListTable.this.columns.keySet())
						.say("list-column-unknown");
				}
				else if (found.containsKey(name)) {
					this.problems.at(this.file, cell.position(), name)
						.found(cell.text())
						.say("column-twice", found.getOrDefault(name, 0) + 1);
				}
				else {
					found.put(name, i);
				}
			}
			for (String name : ListTable.this.required) {
				if (!found.containsKey(name)) {
					this.problems.at(this.file, row.cell(0).position(), name).say("list-column-missing", name);
				}
			}
			return found;
		}

	}

}
