package se.uppdragskollen.statement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.ListRow;
import se.uppdragskollen.report.RegisterValueReader;
import se.uppdragskollen.report.RegisterValueTable;

/**
 * A list of register values as it is read, each row checked by the edition in force on
 * its period's last day.
 */
final class RegisterValueRows {

	private final Subjects subjects;

	private final Checks checks;

	private final Problems problems;

	private final String assignment;

	private final Map<NewRegisterValue.Key, ListRow> rows = new HashMap<>();

	private final Map<NewRegisterValue.Key, NewRegisterValue> values = new LinkedHashMap<>();

	private final Map<LocalDate, Optional<Edition>> editions = new HashMap<>();

	private Set<String> registered = Set.of();

	RegisterValueRows(Subjects subjects, Checks checks, String assignment) {
		this.subjects = subjects;
		this.checks = checks;
		this.problems = checks.problems();
		this.assignment = assignment;
	}

	/** Reads a file; what is wrong goes to the checks' problems. */
	void read(String file, byte[] content) {
		List<ListRow> read = RegisterValueTable.read(file, content, this.problems);
		this.registered = this.subjects.registered(read.stream()
			.map((row) -> row.text(RegisterValueTable.UNIT))
			.filter(Checks::isSound)
			.collect(Collectors.toSet()));
		read.forEach(this::take);
	}

	/** The values, in the file's order. */
	List<NewRegisterValue> values() {
		return List.copyOf(this.values.values());
	}

	/** Starts a problem with a cell of the value's row. */
	Problems.At at(NewRegisterValue.Key key, String column) {
		ListRow row = this.rows.get(key);
		if (row == null) {
			throw new IllegalArgumentException("no row of " + key);
		}
		return row.at(this.problems, column).found(row.text(column));
	}

	private void take(ListRow row) {
		if (!RegisterValueTable.isWhole(row, this.problems)) {
			return;
		}
		String unit = row.text(RegisterValueTable.UNIT);
		if (!this.registered.contains(unit)) {
			row.at(this.problems, RegisterValueTable.UNIT).found(unit).say("unit-not-registered");
		}
		Optional<Period> period = this.checks.period(row.at(this.problems, RegisterValueTable.PERIOD),
				RegisterValueTable.period(row));
		Optional<Edition> edition = period.flatMap(
				(one) -> this.editions.computeIfAbsent(one.to(), (day) -> this.subjects.edition(this.assignment, day)));
		if (period.isPresent() && edition.isEmpty()) {
			row.at(this.problems, RegisterValueTable.PERIOD)
				.found(period.get().toString())
				.say("no-edition-in-force", period.get(), period.get().to());
		}
		edition
			.flatMap((one) -> RegisterValueTable.value(row, one, new RegisterValueReader(one, this.checks.today()),
					this.problems))
			.ifPresent((value) -> take(row, new NewRegisterValue(unit, period.orElseThrow(), value)));
	}

	private void take(ListRow row, NewRegisterValue value) {
		ListRow first = this.rows.putIfAbsent(value.key(), row);
		if (first != null) {
			row.at(this.problems, "element").found(row.text("element")).say("register-value-twice", first.line());
		}
		this.values.putIfAbsent(value.key(), value);
	}

}
