package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Identifiers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;

/**
 * Looks up what is known of each datum for one report: its own value, the latest earlier
 * one where that counts, a register's, or a formula's.
 */
final class Cells {

	private final PeriodPlan plan;

	private final Report report;

	private final RuleBook ruleBook;

	private final @Nullable Cell[] known;

	private final BitSet computing = new BitSet();

	Cells(PeriodPlan plan, Report report, RuleBook ruleBook) {
		this.plan = plan;
		this.report = report;
		this.ruleBook = ruleBook;
		this.known = new Cell[plan.data()];
	}

	/** What is known of an element or derived element of the edition. */
	Cell cell(String id) {
		PeriodPlan.DatumPlan datum = this.plan.datum(id);
		Cell cell = this.known[datum.place()];
		if (cell == null) {
			cell = (datum.datum() instanceof Element element) ? check(element, datum.place(), find(element))
					: computed(datum);
			this.known[datum.place()] = cell;
		}
		return cell;
	}

	private Cell computed(PeriodPlan.DatumPlan datum) {
		String id = datum.datum().id();
		return this.report.suppressed().contains(id) ? Cell.absent(Absence.SUPPRESSED, id)
				: compute(Objects.requireNonNull(datum.formula()), datum.place());
	}

	private Cell find(Element element) {
		String id = element.id();
		if (this.report.suppressed().contains(id)) {
			return Cell.absent(Absence.SUPPRESSED, id);
		}
		if (element.selfReported()) {
			Object value = this.report.values().get(id);
			if (value != null) {
				return Cell.of(value);
			}
			if (this.report.notApplicable().containsKey(id)) {
				return element.mayBeNotApplicable() ? Cell.notApplicable(id, this.report.notApplicable().get(id))
						: Cell.absent(Absence.NOT_REPORTED, id);
			}
			return (element.period() == this.plan.period().kind()) ? Cell.absent(Absence.NOT_REPORTED, id)
					: latest(element);
		}
		RegisterValue register = register(id, element.from());
		if (register == null) {
			return (element.period() == this.plan.period().kind()) ? Cell.absent(Absence.NOT_REPORTED, id)
					: latest(element);
		}
		if (isContradicted(register)) {
			return Cell.absent(Absence.INVALID, id);
		}
		return isStale(element, register.asOf()) ? Cell.absent(Absence.STALE, id)
				: Cell.of(register.value(), register.asOf());
	}

	/** The latest earlier value, unless it is too old. */
	private Cell latest(Element element) {
		SortedMap<Period, Object> history = this.report.history().getOrDefault(element.id(), new TreeMap<>());
		Period last = null;
		for (Period period : history.keySet()) {
			last = period.to().isAfter(this.plan.period().to()) ? last : period;
		}
		Object value = (last == null) ? null : history.get(last);
		if (last == null || value == null) {
			return Cell.absent(Absence.NOT_REPORTED, element.id());
		}
		return isStale(element, last.to()) ? Cell.absent(Absence.STALE, element.id()) : Cell.of(value, last);
	}

	/** Whether a value of that day is too old at the period's end. */
	boolean isStale(Element element, LocalDate day) {
		return day.plus(element.validity()).isBefore(this.plan.period().to())
				&& day.plusDays(1).plus(element.validity()).minusDays(1).isBefore(this.plan.period().to());
	}

	/** The latest value that a register gives, or null when it gives none. */
	@Nullable RegisterValue register(String id, String source) {
		RegisterValue latest = null;
		for (RegisterValue one : this.report.registers()) {
			if (one.element().equals(id) && one.source().equals(source)
					&& (latest == null || one.asOf().isAfter(latest.asOf()))) {
				latest = one;
			}
		}
		return latest;
	}

	/** Whether the register says something else of the same day too. */
	boolean isContradicted(RegisterValue value) {
		for (RegisterValue one : this.report.registers()) {
			if (one != value && one.element().equals(value.element()) && one.source().equals(value.source())
					&& one.asOf().equals(value.asOf()) && !same(one.value(), value.value())) {
				return true;
			}
		}
		return false;
	}

	private static boolean same(Object one, Object other) {
		return (one instanceof BigDecimal a && other instanceof BigDecimal b) ? a.compareTo(b) == 0 : one.equals(other);
	}

	/** What cannot be true is not known, even if it got past the door. */
	private Cell check(Element element, int place, Cell cell) {
		boolean invalid = cell.known() && (!canBeTrue(element, cell.get()) || exceedsWhole(element, place, cell.get()));
		return invalid ? Cell.absent(Absence.INVALID, element.id()) : cell;
	}

	private boolean canBeTrue(Element element, Object value) {
		return switch (element.type()) {
			case INTEGER -> value instanceof BigDecimal number && isWhole(number) && inRange(element, number)
					&& number.signum() >= ((element.min() == null) ? 0 : -1);
			case DECIMAL -> value instanceof BigDecimal number && inRange(element, number);
			case BOOLEAN -> value instanceof Boolean;
			case DATE -> value instanceof LocalDate date && (element.future() || !isFuture(date));
			case TIME -> value instanceof java.time.LocalTime;
			case CHOICE -> value instanceof String choice && element.choices().containsKey(choice);
			case LIST -> value instanceof List<?> items && element.choices().keySet().containsAll(items);
			default -> value instanceof String text && Identifiers.fits(text, element.format());
		};
	}

	private static boolean isWhole(BigDecimal number) {
		return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
	}

	private boolean exceedsWhole(Element element, int place, Object value) {
		if (element.partOf() == null || this.computing.get(place)) {
			return false;
		}
		this.computing.set(place);
		boolean exceeds = cell(element.partOf()).value() instanceof BigDecimal whole && value instanceof BigDecimal part
				&& part.compareTo(whole) > 0;
		this.computing.clear(place);
		return exceeds;
	}

	private boolean isFuture(LocalDate date) {
		LocalDate handedIn = this.report.handedIn();
		return handedIn != null && date.isAfter(handedIn);
	}

	private static boolean inRange(Element element, BigDecimal number) {
		BigDecimal min = element.min();
		BigDecimal max = element.max();
		return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
	}

	private Cell compute(PeriodPlan.Formula formula, int place) {
		Derived derived = formula.derived();
		if (this.computing.get(place)) {
			return Cell.absent(Absence.NOT_COMPUTABLE, derived.id());
		}
		this.computing.set(place);
		Map<String, @Nullable Object> inputs = new HashMap<>(formula.constants());
		List<String> missing = new ArrayList<>();
		Absence why = null;
		Cell notApplicable = null;
		Object observed = null;
		for (String id : formula.data()) {
			Cell cell = cell(id);
			if (cell.known()) {
				inputs.put(id, cell.get());
				observed = (cell.observed() != null) ? cell.observed() : observed;
			}
			else if (derived.mayLack().contains(id)
					&& (cell.absence() == Absence.NOT_REPORTED || cell.absence() == Absence.NOT_APPLICABLE)) {
				inputs.put(id, null);
			}
			else if (cell.absence() == Absence.NOT_APPLICABLE) {
				notApplicable = cell;
			}
			else {
				missing.addAll(cell.missing());
				why = (why == null) ? cell.absence() : why;
			}
		}
		this.computing.clear(place);
		if (why != null) {
			return Cell.absent(why, missing.stream().distinct().toList());
		}
		if (notApplicable != null) {
			return notApplicable;
		}
		Object value = typed(derived, this.ruleBook.evaluate(derived.id(), inputs));
		if (value == null) {
			return Cell.absent(Absence.NOT_COMPUTABLE, derived.id());
		}
		return (observed == null) ? Cell.of(value) : Cell.of(value, observed);
	}

	private static @Nullable Object typed(Derived derived, @Nullable Object value) {
		return switch (derived.type()) {
			case INTEGER -> (value instanceof BigDecimal number && isWhole(number)) ? number : null;
			case DECIMAL -> (value instanceof BigDecimal) ? value : null;
			case BOOLEAN -> (value instanceof Boolean) ? value : null;
			case DATE -> (value instanceof LocalDate) ? value : null;
			case TIME -> (value instanceof java.time.LocalTime) ? value : null;
			default -> (value instanceof String text && derived.type() == ElementType.TEXT) ? text : null;
		};
	}

	Report report() {
		return this.report;
	}

}
