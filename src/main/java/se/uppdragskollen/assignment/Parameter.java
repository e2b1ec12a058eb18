package se.uppdragskollen.assignment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import se.uppdragskollen.document.Position;

/**
 * A named limit that rules read: dated values, each with its source.
 *
 * @param requirement the requirement that owns it
 * @param name its name within the requirement
 * @param unit what its values are
 * @param values in force from their date until the next one's
 * @param position where it stands
 */
public record Parameter(String requirement, String name, Unit unit, SortedMap<LocalDate, Value> values,
		Position position) {

	/**
	 * One dated value.
	 *
	 * @param value a {@code BigDecimal}; for the units {@code date}, {@code list} and
	 * {@code phase} a {@code LocalDate}, a {@code List<String>} or a {@code String}
	 * @param source where the value comes from
	 */
	public record Value(Object value, String source) {

	}

	/** A value and the day from which it is in force. */
	public record InForce(LocalDate from, Object value) {

	}

	/** As rules and results write it: {@code G25.lowest_share}. */
	public String qualifiedName() {
		return this.requirement + "." + this.name;
	}

	/** The value in force on a day, or nothing before the first. */
	public Optional<InForce> on(LocalDate day) {
		SortedMap<LocalDate, Value> until = this.values.headMap(day.plusDays(1));
		return until.isEmpty() ? Optional.empty() : Optional.ofNullable(until.get(until.lastKey()))
			.map((one) -> new InForce(until.lastKey(), one.value()));
	}

	/**
	 * The value in force on a day; before the first, which happens when a report is
	 * judged by a later edition than its own, the first.
	 */
	public InForce onOrFirst(LocalDate day) {
		return on(day).orElseGet(() -> {
			LocalDate first = this.values.firstKey();
			return new InForce(first, Objects.requireNonNull(this.values.get(first)).value());
		});
	}

	/** The same parameter with another value from a date. */
	public Parameter with(LocalDate from, Object value) {
		TreeMap<LocalDate, Value> changed = new TreeMap<>(this.values);
		changed.put(from, new Value(value, Optional.ofNullable(changed.get(from)).map(Value::source).orElse("")));
		return new Parameter(this.requirement, this.name, this.unit, changed, this.position);
	}

	/** The values by date, oldest first. */
	public Map<LocalDate, Value> dated() {
		return this.values;
	}

}
