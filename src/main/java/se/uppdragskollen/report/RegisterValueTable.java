package se.uppdragskollen.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.table.Cell;

/**
 * A list of register values, CSV or Excel: a unit's value for a period on each row.
 */
public final class RegisterValueTable {

	/** Rows at most. */
	public static final int MOST_ROWS = 100_000;

	public static final String UNIT = "unit";

	public static final String PERIOD = "period";

	private static final Set<String> REQUIRED = Set.of(UNIT, PERIOD, "source", "element", "value", "as_of");

	private static final ListTable TABLE = new ListTable(
			Map.of(UNIT, List.of("enhet", "hsa-id"), PERIOD, List.of(), "source", List.of("källa", "register"),
					"element", List.of("uppgift"), "value", List.of("värde"), "as_of",
					List.of("as of", "avser", "avser den", "per", "per den", "datum", "uttagsdatum")),
			REQUIRED, MOST_ROWS);

	private RegisterValueTable() {
	}

	/** The rows of a file in its order; with problems those that can be read. */
	public static List<ListRow> read(String file, byte[] content, Problems problems) {
		return TABLE.read(file, content, problems);
	}

	/** Whether no cell of the row is empty; tells of those that are. */
	public static boolean isWhole(ListRow row, Problems problems) {
		int before = problems.size();
		for (String column : REQUIRED) {
			if (row.cell(column).isBlank()) {
				row.at(problems, column).say("cell-empty", column);
			}
		}
		return problems.size() == before;
	}

	/** The row's period, where Excel has made a month of it as that month. */
	public static String period(ListRow row) {
		return Columns.period(row.cell(PERIOD)).text();
	}

	/** What the register says in a row, or nothing with problems. */
	public static Optional<RegisterValue> value(ListRow row, Edition edition, RegisterValueReader reader,
			Problems problems) {
		Datum datum = edition.datum(row.text("element")).orElse(null);
		Map<String, Node.Entry> entries = new LinkedHashMap<>();
		for (String key : RegisterValueReader.KEYS) {
			Cell cell = row.cell(key);
			Node node = key.equals("value") ? ReportTree.node(datum, cell)
					: new Node.Scalar(cell.position(), Node.Kind.TEXT, cell.text());
			entries.put(key, new Node.Entry(cell.position(), node));
		}
		return reader.read(row.file(), new Node.Mapping(new Position(row.line(), 1), entries), problems);
	}

}
