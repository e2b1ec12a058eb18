package se.uppdragskollen.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;

/**
 * Lets several reports give each other history and peers. First {@link #note} every
 * report, then {@link #fill} each before it is evaluated. What a report itself says of
 * its history and peers is left as it is. Only what the rules need is kept, so that many
 * reports take little memory.
 */
public final class Surroundings {

	private final Function<Report, Optional<Evaluator>> evaluators;

	private final PeerGroups peerGroups;

	private final Map<String, Needs> needs = new HashMap<>();

	private final Map<String, TreeMap<Period, Report>> byUnit = new HashMap<>();

	private final Map<String, Map<String, TreeMap<Period, Object>>> series = new HashMap<>();

	private boolean computed;

	/**
	 * Surroundings of reports.
	 * @param evaluators which evaluator judges a report; nothing when none can
	 * @param comparable whether two units may be compared; a unit is never its own peer
	 */
	public Surroundings(Function<Report, Optional<Evaluator>> evaluators, BiPredicate<String, String> comparable) {
		this.evaluators = evaluators;
		this.peerGroups = new PeerGroups(comparable);
	}

	/** Takes down what other reports may need of this one. */
	public void note(Report report) {
		Edition edition = this.evaluators.apply(report).map(Evaluator::edition).orElse(null);
		if (edition == null) {
			return;
		}
		Needs needed = needs(edition);
		if (needed.isEmpty()) {
			return;
		}
		Map<String, Object> values = new LinkedHashMap<>(report.values());
		values.keySet().retainAll(needed.elements());
		List<RegisterValue> registers = report.registers()
			.stream()
			.filter((one) -> needed.elements().contains(one.element()))
			.toList();
		Map<String, String> notApplicable = new LinkedHashMap<>(report.notApplicable());
		notApplicable.keySet().retainAll(needed.elements());
		Report slim = new Report(report.unit(), report.assignment(), report.period(), report.handedIn(), values,
				notApplicable, report.suppressed(), registers, List.of(), List.of(), report.history(), report.peers());
		this.byUnit.computeIfAbsent(report.unit(), (unit) -> new TreeMap<>()).put(report.period(), slim);
	}

	/** Forgets a unit's report: two were handed in for the period. */
	public void forget(String unit, Period period) {
		TreeMap<Period, Report> reports = this.byUnit.get(unit);
		if (reports != null) {
			reports.remove(period);
		}
	}

	/** The report with history, earlier register values and peers filled in. */
	public Report fill(Report report) {
		Edition edition = this.evaluators.apply(report).map(Evaluator::edition).orElse(null);
		if (edition == null || needs(edition).isEmpty()) {
			return report;
		}
		if (!this.computed) {
			computeSeries();
			this.computed = true;
		}
		Report remembered = withPast(report, edition);
		Map<String, Peers> peers = new LinkedHashMap<>(report.peers());
		for (String id : needs(edition).peers()) {
			if (!peers.containsKey(id)) {
				this.peerGroups.peers(report.unit(), report.period(), id).ifPresent((one) -> peers.put(id, one));
			}
		}
		return remembered.with(remembered.history(), peers);
	}

	private Needs needs(Edition edition) {
		return this.needs.computeIfAbsent(edition.revision(), (revision) -> Needs.of(edition));
	}

	/** Oldest first, so that each derived value can rest on earlier ones. */
	private void computeSeries() {
		List<Report> all = new ArrayList<>();
		this.byUnit.values().forEach((reports) -> all.addAll(reports.values()));
		all.sort(Comparator.comparing(Report::period).thenComparing(Report::unit));
		all.forEach(this::noteSeries);
		for (Report slim : all) {
			Evaluator evaluator = this.evaluators.apply(slim).orElseThrow();
			Edition edition = evaluator.edition();
			Needs needed = needs(edition);
			Map<String, TreeMap<Period, Object>> own = this.series.computeIfAbsent(slim.unit(),
					(unit) -> new HashMap<>());
			Report remembered = withPast(slim, edition);
			evaluator.values(remembered, needed.trends()).forEach((id, value) -> {
				if (edition.derived().containsKey(id)) {
					own.computeIfAbsent(id, (one) -> new TreeMap<>()).put(slim.period(), value);
				}
			});
			evaluator.values(remembered, needed.peers())
				.forEach((id, value) -> this.peerGroups.note(slim.unit(), slim.period(), id, value));
		}
	}

	/** What the unit itself and, of the report's kind of period, registers say. */
	private void noteSeries(Report slim) {
		Edition edition = this.evaluators.apply(slim).orElseThrow().edition();
		Map<String, TreeMap<Period, Object>> own = this.series.computeIfAbsent(slim.unit(), (unit) -> new HashMap<>());
		slim.values()
			.forEach((id, value) -> own.computeIfAbsent(id, (one) -> new TreeMap<>()).put(slim.period(), value));
		for (RegisterValue value : slim.registers()) {
			Element element = edition.elements().get(value.element());
			if (element != null && element.from().equals(value.source()) && element.period() == slim.period().kind()) {
				own.computeIfAbsent(element.id(), (one) -> new TreeMap<>()).put(slim.period(), value.value());
			}
		}
	}

	/** A longer period that ends on the same day counts too. */
	private static boolean isPast(Period period, Report report) {
		return !period.to().isAfter(report.period().to()) && !period.equals(report.period());
	}

	private Report withPast(Report report, Edition edition) {
		Map<String, SortedMap<Period, Object>> history = new LinkedHashMap<>(report.history());
		Map<String, TreeMap<Period, Object>> own = this.series.getOrDefault(report.unit(), Map.of());
		own.forEach((id, values) -> {
			if (edition.datum(id).isPresent()) {
				SortedMap<Period, Object> earlier = new TreeMap<>(values);
				earlier.keySet().removeIf((period) -> !isPast(period, report));
				earlier.putAll(history.getOrDefault(id, new TreeMap<>()));
				if (!earlier.isEmpty()) {
					history.put(id, earlier);
				}
			}
		});
		return report.with(history, report.peers()).withRegisters(registers(report, edition));
	}

	/** A register's latest value is carried to reports of another kind of period. */
	private List<RegisterValue> registers(Report report, Edition edition) {
		List<RegisterValue> registers = new ArrayList<>(report.registers());
		TreeMap<Period, Report> reports = this.byUnit.getOrDefault(report.unit(), new TreeMap<>());
		for (Report earlier : reports.descendingMap().values()) {
			if (!isPast(earlier.period(), report)) {
				continue;
			}
			for (RegisterValue value : earlier.registers()) {
				Element element = edition.elements().get(value.element());
				boolean carried = element != null && element.from().equals(value.source())
						&& element.period() != report.period().kind();
				if (carried && registers.stream()
					.noneMatch((one) -> one.element().equals(value.element()) && one.source().equals(value.source()))) {
					registers.add(value);
				}
			}
		}
		return registers;
	}

}
