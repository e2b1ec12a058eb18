package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.report.RegisterValue;

/**
 * Holds what a unit says of itself against what a register says.
 */
final class Registers {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Facts facts;

	Registers(Facts facts) {
		this.facts = facts;
	}

	void compare(Draft draft, Datum datum, String source, @Nullable Limit tolerance) {
		RegisterValue register = this.facts.cells().register(datum.id(), source);
		if (tolerance != null) {
			draft.parameter(tolerance);
		}
		if (register == null) {
			draft.lacks(Absence.NOT_REPORTED, List.of(datum.id() + "@" + source));
			return;
		}
		if (isStale(datum, register.asOf())) {
			draft.lacks(Absence.STALE, List.of(datum.id() + "@" + source));
			return;
		}
		if (this.facts.cells().isContradicted(register) || !isOfType(datum, register.value())) {
			draft.lacks(Absence.INVALID, List.of(datum.id() + "@" + source));
			return;
		}
		draft.limit(register.value());
		if (!draft.known()) {
			return;
		}
		Object own = this.facts.cells().cell(datum.id()).get();
		if (own instanceof BigDecimal number && register.value() instanceof BigDecimal other) {
			numbers(draft, datum, number, other, tolerance);
		}
		else {
			draft.value(own).holds(own.equals(register.value()));
		}
		if (draft.fails()) {
			draft.change(datum.id(), nearest(own, register.value(), tolerance));
		}
	}

	private static void numbers(Draft draft, Datum datum, BigDecimal own, BigDecimal other, @Nullable Limit tolerance) {
		BigDecimal allowed = allowed(other, tolerance);
		BigDecimal exact = own.subtract(other).abs();
		BigDecimal shown = (own.scale() <= 2) ? own : Rounding.beside(own, other.add(allowed));
		draft.value(shown)
			.holds(exact.compareTo(allowed) <= 0)
			.margin(Rounding.beside(allowed.subtract(exact), BigDecimal.ZERO));
	}

	private static BigDecimal allowed(BigDecimal other, @Nullable Limit tolerance) {
		if (tolerance == null) {
			return BigDecimal.ZERO;
		}
		return (tolerance.parameter().unit() == Unit.PERCENT) ? other.abs().multiply(tolerance.number()).divide(HUNDRED)
				: tolerance.number();
	}

	private static Object nearest(Object own, Object other, @Nullable Limit tolerance) {
		if (own instanceof BigDecimal number && other instanceof BigDecimal register) {
			BigDecimal allowed = allowed(register, tolerance);
			boolean whole = number.stripTrailingZeros().scale() <= 0 && register.stripTrailingZeros().scale() <= 0;
			if (number.compareTo(register) < 0) {
				BigDecimal low = register.subtract(allowed);
				return whole ? low.setScale(0, RoundingMode.CEILING) : low;
			}
			BigDecimal high = register.add(allowed);
			return whole ? high.setScale(0, RoundingMode.FLOOR) : high;
		}
		return other;
	}

	/**
	 * A register's value counts from within the period, or as long as the element is
	 * valid.
	 */
	private boolean isStale(Datum datum, LocalDate asOf) {
		if (!asOf.isBefore(this.facts.period().from())) {
			return false;
		}
		return !(datum instanceof Element element) || this.facts.cells().isStale(element, asOf);
	}

	private static boolean isOfType(Datum datum, Object value) {
		return switch (datum.type()) {
			case INTEGER, DECIMAL -> value instanceof BigDecimal;
			case BOOLEAN -> value instanceof Boolean;
			case DATE -> value instanceof LocalDate;
			case TIME -> value instanceof LocalTime;
			case LIST -> value instanceof List;
			default -> value instanceof String;
		};
	}

}
