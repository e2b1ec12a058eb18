package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;

/**
 * What reports judged by one edition leave behind, and what of it a report needs. A
 * report gets no more than its rules may read, so that its fingerprint changes only when
 * its outcomes could.
 */
public final class Memory {

	/**
	 * Periods before the report's own that are remembered: rules look back a year of
	 * months at most, and may lack some.
	 */
	public static final int LONGEST_TREND = 24;

	private static final int DECIMALS = 10;

	private final Evaluator evaluator;

	private final Edition edition;

	private final Needs all;

	private final Map<PeriodKind, Needs> byKind = new EnumMap<>(PeriodKind.class);

	public Memory(Evaluator evaluator) {
		this.evaluator = evaluator;
		this.edition = evaluator.edition();
		this.all = Needs.of(this.edition);
		for (PeriodKind kind : PeriodKind.values()) {
			this.byKind.put(kind, Needs.of(this.edition, kind));
		}
	}

	/** What the report itself says that later reports may need. */
	public List<Trace> own(Report report) {
		List<Trace> traces = new ArrayList<>();
		for (String id : this.all.elements()) {
			Object value = report.values().get(id);
			if (value != null) {
				traces.add(new Trace(Trace.Use.HISTORY, id, report.period(), value, null, null));
			}
		}
		for (RegisterValue value : report.registers()) {
			Element element = this.edition.elements().get(value.element());
			if (element == null || !this.all.elements().contains(value.element())
					|| !element.from().equals(value.source())) {
				continue;
			}
			if (element.period() == report.period().kind()) {
				traces.removeIf((one) -> one.datum().equals(value.element()) && one.use() == Trace.Use.HISTORY);
				traces.add(new Trace(Trace.Use.HISTORY, value.element(), report.period(), value.value(), null, null));
			}
			traces.add(new Trace(Trace.Use.REGISTER, value.element(), report.period(), value.value(), value.source(),
					value.asOf()));
		}
		return traces;
	}

	/** The report with no more than what it may leave behind, to save memory. */
	Report slim(Report report) {
		Map<String, Object> values = new LinkedHashMap<>(report.values());
		values.keySet().retainAll(this.all.elements());
		List<RegisterValue> registers = report.registers()
			.stream()
			.filter((one) -> this.all.elements().contains(one.element()))
			.toList();
		Map<String, String> notApplicable = new LinkedHashMap<>(report.notApplicable());
		notApplicable.keySet().retainAll(this.all.elements());
		return new Report(report.unit(), report.assignment(), report.period(), report.handedIn(), values, notApplicable,
				report.suppressed(), registers, List.of(), List.of(), report.history(), report.peers());
	}

	/** What follows from a report that remembers its past. */
	public List<Trace> derived(Report remembered) {
		List<Trace> traces = new ArrayList<>();
		this.evaluator.values(remembered, needs(remembered).trends()).forEach((id, value) -> {
			if (this.edition.derived().containsKey(id)) {
				traces.add(new Trace(Trace.Use.HISTORY, id, remembered.period(), kept(value), null, null));
			}
		});
		this.evaluator.values(remembered, needs(remembered).peers()).forEach((id, value) -> {
			if (value instanceof BigDecimal) {
				traces.add(new Trace(Trace.Use.PEERS, id, remembered.period(), kept(value), null, null));
			}
		});
		return traces;
	}

	/**
	 * What is computed may have no end: it is kept with as many digits as reports may
	 * hold.
	 */
	private static Object kept(Object value) {
		return (value instanceof BigDecimal number && number.scale() > DECIMALS)
				? number.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
	}

	/**
	 * The report with its past.
	 * @param traces what the unit's other reports have left behind, in any order; those
	 * of later periods are passed over
	 */
	public Report remember(Report report, Collection<Trace> traces) {
		Needs needed = needs(report);
		if (needed.isEmpty()) {
			return report;
		}
		Map<String, TreeMap<Period, Object>> past = new LinkedHashMap<>();
		for (Trace trace : traces) {
			if (trace.use() == Trace.Use.HISTORY && isPast(trace.period(), report) && reads(trace, report)) {
				past.computeIfAbsent(trace.datum(), (id) -> new TreeMap<>()).put(trace.period(), trace.value());
			}
		}
		Map<String, SortedMap<Period, Object>> history = new LinkedHashMap<>(report.history());
		past.forEach((id, values) -> {
			int keep = needed.trends().contains(id) ? LONGEST_TREND : 1;
			while (values.size() > keep) {
				values.pollFirstEntry();
			}
			values.putAll(history.getOrDefault(id, new TreeMap<>()));
			history.put(id, values);
		});
		return report.with(history, report.peers()).withRegisters(registers(report, traces));
	}

	/**
	 * The report with its peers, those that it already tells apart.
	 * @param peers how comparable units stand, null when they are too few
	 */
	public Report compare(Report report, Function<String, java.util.Optional<Peers>> peers) {
		Map<String, Peers> all = new LinkedHashMap<>(report.peers());
		for (String id : needs(report).peers()) {
			if (!all.containsKey(id)) {
				peers.apply(id).ifPresent((one) -> all.put(id, one));
			}
		}
		return report.with(report.history(), all);
	}

	/** What a report of that kind of period is compared with others by. */
	public Set<String> peers(PeriodKind kind) {
		return Objects.requireNonNull(this.byKind.get(kind)).peers();
	}

	private Needs needs(Report report) {
		return Objects.requireNonNull(this.byKind.get(report.period().kind()));
	}

	/** A longer period that ends on the same day counts too. */
	private static boolean isPast(Period period, Report report) {
		return !period.to().isAfter(report.period().to()) && !period.equals(report.period());
	}

	/**
	 * A derived element's earlier values are those of the same kind of period, and so are
	 * those of an element of the report's own kind; of others the latest counts.
	 */
	private boolean reads(Trace trace, Report report) {
		Element element = this.edition.elements().get(trace.datum());
		boolean trend = needs(report).trends().contains(trace.datum());
		if (element == null) {
			return trend && trace.period().kind() == report.period().kind();
		}
		return trend || element.period() != report.period().kind() && needs(report).elements().contains(trace.datum());
	}

	/** A register's latest value is carried to reports of another kind of period. */
	private List<RegisterValue> registers(Report report, Collection<Trace> traces) {
		Map<String, Trace> latest = new TreeMap<>();
		for (Trace trace : traces) {
			Element element = this.edition.elements().get(trace.datum());
			boolean carried = trace.use() == Trace.Use.REGISTER && element != null
					&& element.from().equals(trace.source()) && element.period() != report.period().kind()
					&& isPast(trace.period(), report);
			if (carried) {
				latest.merge(trace.datum(), trace,
						(one, other) -> (one.period().compareTo(other.period()) < 0) ? other : one);
			}
		}
		List<RegisterValue> registers = new ArrayList<>(report.registers());
		latest.values().forEach((trace) -> {
			String source = Objects.requireNonNull(trace.source());
			if (registers.stream()
				.noneMatch((one) -> one.element().equals(trace.datum()) && one.source().equals(source))) {
				registers
					.add(new RegisterValue(source, trace.datum(), trace.value(), Objects.requireNonNull(trace.asOf())));
			}
		});
		return registers;
	}

}
