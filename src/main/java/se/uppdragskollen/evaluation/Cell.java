package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one datum for a report: its value and from when it is, or why it is
 * not known.
 *
 * @param value the value, null when it is not known
 * @param observed the period or day that the value is of, when it is not the report's own
 * period; else null
 * @param absence why the value is not known, null when it is
 * @param reason the unit's own reason for "not applicable", else null
 * @param missing the elements that would have to be known
 */
record Cell(@Nullable Object value, @Nullable Object observed, @Nullable Absence absence, @Nullable String reason,
		List<String> missing) {

	static Cell of(Object value) {
		return new Cell(value, null, null, null, List.of());
	}

	static Cell of(Object value, Object observed) {
		return new Cell(value, observed, null, null, List.of());
	}

	static Cell absent(Absence absence, String element) {
		return new Cell(null, null, absence, null, List.of(element));
	}

	static Cell absent(Absence absence, List<String> elements) {
		return new Cell(null, null, absence, null, elements);
	}

	static Cell notApplicable(String element, @Nullable String reason) {
		return new Cell(null, null, Absence.NOT_APPLICABLE, reason, List.of(element));
	}

	boolean known() {
		return this.absence == null;
	}

	Object get() {
		return Objects.requireNonNull(this.value);
	}

	BigDecimal number() {
		return (BigDecimal) get();
	}

}
