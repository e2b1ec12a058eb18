package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Period;
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

	private final Map<String, Cell> known = new HashMap<>();

	private final Set<String> computing = new HashSet<>();

	Cells(PeriodPlan plan, Report report, RuleBook ruleBook) {
		this.plan = plan;
		this.report = report;
		this.ruleBook = ruleBook;
	}

	/** What is known of an element or derived element of the edition. */
	Cell cell(String id) {
		Cell cell = this.known.get(id);
		if (cell == null) {
			Element element = this.plan.edition().elements().get(id);
			cell = (element != null) ? check(element, find(element)) : compute(this.plan.formula(id));
			this.known.put(id, cell);
		}
		return cell;
	}

	private Cell find(Element element) {
		String id = element.id();
		if (this.report.suppressed().contains(id)) {
			return Cell.absent(Absence.SUPPRESSED, id);
		}
		if (element.selfReported()) {
			Object value = this.report.values().get(id);
			if (value != null) {
				return (element.period() == this.plan.period().kind()) ? Cell.of(value)
						: Cell.of(value, this.plan.period());
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
			return latest(element);
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

	private boolean isStale(Element element, LocalDate day) {
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

	/** What cannot be true is not known, even if it got past the door. */
	private Cell check(Element element, Cell cell) {
		if (!cell.known()) {
			return cell;
		}
		Object value = cell.get();
		boolean valid = switch (element.type()) {
			case INTEGER -> value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0
					&& inRange(element, number) && number.signum() >= ((element.min() == null) ? 0 : -1);
			case DECIMAL -> value instanceof BigDecimal number && inRange(element, number);
			case BOOLEAN -> value instanceof Boolean;
			case DATE -> value instanceof LocalDate date && (element.future() || !isFuture(date));
			case TIME -> value instanceof java.time.LocalTime;
			case CHOICE -> value instanceof String choice && element.choices().containsKey(choice);
			case LIST -> value instanceof List<?> items && element.choices().keySet().containsAll(items);
			default -> value instanceof String;
		};
		return (valid && !exceedsWhole(element, value)) ? cell : Cell.absent(Absence.INVALID, element.id());
	}

	private boolean exceedsWhole(Element element, Object value) {
		return element.partOf() != null && this.report.values().get(element.partOf()) instanceof BigDecimal whole
				&& value instanceof BigDecimal part && part.compareTo(whole) > 0;
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

	private Cell compute(PeriodPlan.Formula formula) {
		Derived derived = formula.derived();
		if (!this.computing.add(derived.id())) {
			return Cell.absent(Absence.NOT_COMPUTABLE, derived.id());
		}
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
			else if (derived.mayLack().contains(id)) {
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
		this.computing.remove(derived.id());
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
			case INTEGER ->
				(value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0) ? number : null;
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
