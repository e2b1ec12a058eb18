package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

/**
 * A report again and again, each time without one of the things that it says. What an
 * older value would take the place of, as the formats have it, goes together with the
 * older ones; and a count goes together with a part that exceeds it, since such a report
 * says two things at once. A text that a formula may lack stays: leaving it out is an
 * answer.
 */
final class Removals {

	private final Map<String, Element> elements;

	private final Set<String> optional = new HashSet<>();

	Removals(Edition edition) {
		this.elements = edition.elements();
		for (Derived derived : edition.derived().values()) {
			this.optional.addAll(derived.mayLack());
		}
	}

	/**
	 * What was taken out, and the report without it.
	 * @param concerns the elements to take out; others are left alone
	 */
	Map<String, Report> of(Report report, Predicate<String> concerns) {
		Map<String, Report> all = new LinkedHashMap<>();
		Set<String> named = new LinkedHashSet<>(report.values().keySet());
		report.registers().forEach((one) -> named.add(one.element()));
		named.removeIf((id) -> this.optional.contains(id) || !concerns.test(id));
		named.forEach((id) -> all.put(id, without(report, id)));
		for (RegisterValue one : report.registers()) {
			if (concerns.test(one.element())) {
				all.put(one.element() + "@" + one.source(), withoutRegister(report, one));
			}
		}
		report.history().forEach((id, earlier) -> {
			for (Period period : concerns.test(id) ? earlier.keySet() : Set.<Period>of()) {
				all.put(id + "@" + period, withoutHistory(report, id, period));
			}
		});
		for (String id : report.peers().keySet()) {
			if (concerns.test(id)) {
				Map<String, Peers> others = new TreeMap<>(report.peers());
				others.remove(id);
				all.put(id + "@peers", report.with(report.history(), others));
			}
		}
		for (Signal signal : report.signals()) {
			all.put("signal@" + signal.from(), withoutSignals(report, signal));
		}
		return all;
	}

	/** Without all that is said of an element itself. */
	private Report without(Report report, String id) {
		Map<String, Object> values = new HashMap<>(report.values());
		values.remove(id);
		for (Element part : this.elements.values()) {
			if (id.equals(part.partOf()) && exceeds(value(report, part.id()), value(report, id))) {
				values.remove(part.id());
			}
		}
		Element element = this.elements.get(id);
		List<RegisterValue> registers = (element == null || element.selfReported()) ? report.registers()
				: registersWithout(report, id, element.from());
		Map<String, SortedMap<Period, Object>> history = new HashMap<>(report.history());
		if (isOfAnotherKind(report, element)) {
			history.remove(id);
		}
		return with(report, values, registers, report.signals(), history);
	}

	private Report withoutRegister(Report report, RegisterValue value) {
		Element element = this.elements.get(value.element());
		if (element != null && element.from().equals(value.source())) {
			return without(report, value.element());
		}
		return with(report, report.values(), registersWithout(report, value.element(), value.source()),
				report.signals(), report.history());
	}

	private Report withoutHistory(Report report, String id, Period period) {
		SortedMap<Period, Object> earlier = new TreeMap<>(report.history().get(id));
		earlier.remove(period);
		if (isOfAnotherKind(report, this.elements.get(id))) {
			earlier.headMap(period).clear();
		}
		Map<String, SortedMap<Period, Object>> history = new HashMap<>(report.history());
		history.put(id, earlier);
		return report.with(history, report.peers());
	}

	private static Report withoutSignals(Report report, Signal signal) {
		List<Signal> others = report.signals().stream().filter((one) -> one.from() != signal.from()).toList();
		return with(report, report.values(), report.registers(), others, report.history());
	}

	private static List<RegisterValue> registersWithout(Report report, String id, String source) {
		List<RegisterValue> others = new ArrayList<>(report.registers());
		others.removeIf((one) -> one.element().equals(id) && one.source().equals(source));
		return others;
	}

	private static boolean isOfAnotherKind(Report report, @Nullable Element element) {
		return element != null && element.period() != report.period().kind();
	}

	private static @Nullable Object value(Report report, String id) {
		return report.values().get(id);
	}

	private static boolean exceeds(@Nullable Object part, @Nullable Object whole) {
		return part instanceof BigDecimal one && whole instanceof BigDecimal other && one.compareTo(other) > 0;
	}

	private static Report with(Report report, Map<String, Object> values, List<RegisterValue> registers,
			List<Signal> signals, Map<String, SortedMap<Period, Object>> history) {
		return new Report(report.unit(), report.assignment(), report.period(), report.handedIn(), values,
				report.notApplicable(), report.suppressed(), registers, signals, report.exemptions(), history,
				report.peers());
	}

}
