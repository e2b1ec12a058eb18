package se.uppdragskollen.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.ListRow;
import se.uppdragskollen.report.ListTable;

/**
 * A table of units as it was read: a unit on each row, as it will be registered, and its
 * count of listed persons.
 */
final class UnitTable {

	static final String UNIT = "unit";

	static final String ON_DAY = "on_day";

	private static final int MOST_ROWS = 5000;

	private static final ListTable TABLE = new ListTable(columns(), Set.of(UNIT), MOST_ROWS);

	private static final Map<String, String> WORDS = Map.of("hälsocentral", "health-centre", "vårdcentral",
			"health-centre", "område", "area", "kommun", "municipality", "regional", "regional", "regionen", "regional",
			"offentlig", "regional", "privat", "private");

	private final RegisteredUnits before;

	private final @Nullable LocalDate onDay;

	private final Problems problems;

	private final Map<String, ListRow> rows = new HashMap<>();

	private final Map<String, RegisteredUnit> units = new LinkedHashMap<>();

	private final Map<String, UnitCount> counts = new TreeMap<>();

	private UnitTable(RegisteredUnits before, @Nullable LocalDate onDay, Problems problems) {
		this.before = before;
		this.onDay = onDay;
		this.problems = problems;
	}

	/**
	 * Reads a table.
	 * @param before what is registered; the table changes it
	 * @param onDay the day of the counts where the table does not tell
	 */
	static UnitTable read(String file, byte[] content, RegisteredUnits before, @Nullable LocalDate onDay,
			Problems problems) {
		UnitTable table = new UnitTable(before, onDay, problems);
		TABLE.read(file, content, problems).forEach(table::take);
		if (problems.isEmpty()) {
			Map<String, RegisteredUnit> after = before.byId();
			after.putAll(table.units);
			new UnitChecks(after, (unit, field) -> table.at(unit, field, problems)).check(table.units.keySet());
		}
		return table;
	}

	private static Map<String, List<String>> columns() {
		Map<String, List<String>> columns = new HashMap<>();
		columns.put(UNIT, List.of("id", "hsa-id", "hsaid", "hsa_id", "enhet", "enhetens id"));
		columns.put(UnitEntry.NAME, List.of("namn", "enhetens namn"));
		columns.put(UnitEntry.KIND, List.of("slag", "typ"));
		columns.put(UnitEntry.MUNICIPALITY, List.of("kommun"));
		columns.put(UnitEntry.OPERATOR, List.of("regi", "driftsform", "drivs av"));
		columns.put(UnitEntry.OPERATOR_NAME, List.of("utförare", "bolag", "operator name"));
		columns.put(UnitEntry.ORGANISATION_NUMBER,
				List.of("organisationsnummer", "orgnr", "org.nr", "organisation number"));
		columns.put(UnitEntry.PARENT, List.of("filial till", "moderenhet", "filial of"));
		columns.put(UnitEntry.PEER_GROUP, List.of("jämförelsegrupp", "peer group"));
		columns.put(UnitEntry.OPENED, List.of("öppnad", "öppnade", "första dag", "first day"));
		columns.put(UnitEntry.CLOSED, List.of("stängd", "stängde", "sista dag", "last day"));
		columns.put(UnitEntry.MERGED_INTO, List.of("uppgår i", "uppgick i", "sammanslagen med", "merged into"));
		columns.put(ON_DAY, List.of("räknat den", "räknedag", "mätdatum", "on day"));
		columns.put(CountEntry.LISTED, List.of("listade", "antal listade", "listade personer"));
		columns.put(CountEntry.RUB_4, List.of("rub4", "rub 4"));
		columns.put(CountEntry.RUB_5, List.of("rub5", "rub 5"));
		return columns;
	}

	/** The units of the table, those that it leaves as they were too. */
	List<RegisteredUnit> units() {
		return new ArrayList<>(this.units.values());
	}

	RegisteredUnit unit(String id) {
		RegisteredUnit unit = this.units.get(id);
		if (unit == null) {
			throw new IllegalArgumentException("no row of " + id);
		}
		return unit;
	}

	/** The counts by unit. */
	Map<String, UnitCount> counts() {
		return this.counts;
	}

	/** Starts a problem with a field of the unit's row. */
	Problems.At at(String unit, String field, Problems problems) {
		ListRow row = this.rows.get(unit);
		if (row == null) {
			throw new IllegalArgumentException("no row of " + unit);
		}
		return row.at(problems, column(field));
	}

	private static String column(String field) {
		return field.equals(UnitEntry.ID) ? UNIT : field;
	}

	private void take(ListRow row) {
		String id = row.text(UNIT);
		ListRow first = this.rows.putIfAbsent(id, row);
		if (first != null && !id.isEmpty()) {
			row.at(this.problems, UNIT).found(id).say("unit-twice", first.line());
			return;
		}
		RegisteredUnit known = this.before.unit(id).orElse(null);
		Map<String, String> texts = new HashMap<>((known == null) ? Map.of() : known.texts());
		texts.put(UnitEntry.ID, id);
		for (String field : UnitEntry.FIELDS) {
			if (row.has(field)) {
				texts.put(field, word(field, row.text(field)));
			}
		}
		Optional<RegisteredUnit> unit = new UnitReader(texts, (field) -> row.at(this.problems, column(field)))
			.read((known == null) ? 1 : known.version());
		unit.ifPresent((one) -> this.units.put(id, one));
		Optional<UnitCount> count = count(row);
		if (unit.isPresent()) {
			count.ifPresent((one) -> this.counts.put(id, one));
		}
	}

	private static String word(String field, String text) {
		boolean isWord = field.equals(UnitEntry.KIND) || field.equals(UnitEntry.OPERATOR);
		return isWord ? WORDS.getOrDefault(text.toLowerCase(Locale.ROOT), text) : text;
	}

	private Optional<UnitCount> count(ListRow row) {
		CountEntry entry = new CountEntry(number(row, CountEntry.LISTED), number(row, CountEntry.RUB_4),
				number(row, CountEntry.RUB_5));
		if (entry.isEmpty()) {
			return Optional.empty();
		}
		String typed = row.text(ON_DAY);
		Optional<LocalDate> day = typed.isEmpty() ? Optional.ofNullable(this.onDay) : UnitReader.day(typed);
		if (day.isEmpty() && typed.isEmpty()) {
			row.at(this.problems, CountEntry.LISTED).say("count-without-day");
		}
		else if (day.isEmpty()) {
			row.at(this.problems, ON_DAY).found(typed).say("date-expected");
		}
		return day.flatMap((one) -> entry.read(one, 1, (field) -> row.at(this.problems, field)));
	}

	private static String number(ListRow row, String column) {
		return row.number(column).filter((meant) -> !meant.contains(".")).orElse(row.text(column));
	}

}
