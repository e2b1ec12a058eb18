package se.uppdragskollen.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

import se.uppdragskollen.assignment.Period;
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

	private final Map<String, Memory> memories = new HashMap<>();

	private final Map<String, TreeMap<Period, Report>> byUnit = new HashMap<>();

	private final Map<String, List<Trace>> traces = new HashMap<>();

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
		memory(report).map((memory) -> memory.slim(report))
			.ifPresent((slim) -> this.byUnit.computeIfAbsent(report.unit(), (unit) -> new TreeMap<>())
				.put(report.period(), slim));
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
		Memory memory = memory(report).orElse(null);
		if (memory == null) {
			return report;
		}
		if (!this.computed) {
			computeTraces();
			this.computed = true;
		}
		Report remembered = memory.remember(report, this.traces.getOrDefault(report.unit(), List.of()));
		return memory.compare(remembered, (id) -> this.peerGroups.peers(report.unit(), report.period(), id));
	}

	private Optional<Memory> memory(Report report) {
		return this.evaluators.apply(report)
			.map((evaluator) -> this.memories.computeIfAbsent(evaluator.edition().revision(),
					(revision) -> new Memory(evaluator)));
	}

	/** Oldest first, so that each derived value can rest on earlier ones. */
	private void computeTraces() {
		List<Report> all = new ArrayList<>();
		this.byUnit.values().forEach((reports) -> all.addAll(reports.values()));
		all.sort(Comparator.comparing(Report::period).thenComparing(Report::unit));
		for (Report slim : all) {
			this.traces.computeIfAbsent(slim.unit(), (unit) -> new ArrayList<>())
				.addAll(memory(slim).orElseThrow().own(slim));
		}
		for (Report slim : all) {
			Memory memory = memory(slim).orElseThrow();
			List<Trace> own = this.traces.getOrDefault(slim.unit(), List.of());
			for (Trace trace : memory.derived(memory.remember(slim, own))) {
				if (trace.use() == Trace.Use.PEERS) {
					this.peerGroups.note(slim.unit(), slim.period(), trace.datum(), trace.value());
				}
				else {
					own.add(trace);
				}
			}
		}
	}

}
