package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

/**
 * Makes reports into facts, as the engine reads values. Which facts a kind of period asks
 * is found once.
 */
final class FactSheets {

	private static final int BACK = 5;

	private final Edition edition;

	private final Evaluator evaluator;

	private final Map<PeriodKind, Asking> asking = new EnumMap<>(PeriodKind.class);

	private final Map<LocalDate, Limits> limits = new ConcurrentHashMap<>();

	FactSheets(Edition edition, Evaluator evaluator) {
		this.edition = edition;
		this.evaluator = evaluator;
		Asked.elements(edition).forEach((kind, elements) -> this.asking.put(kind, asking(kind, elements)));
	}

	private Asking asking(PeriodKind kind, Set<String> elements) {
		Map<String, Function<Report, Object>> others = new LinkedHashMap<>();
		for (Demanded one : Demanded.of(this.edition)) {
			if (one.requirement().period() == kind) {
				one.facts()
					.stream()
					.filter((fact) -> !fact.startsWith("value "))
					.forEach((fact) -> others.put(fact, other(fact)));
			}
		}
		List<String> names = new ArrayList<>();
		names.add("kind " + kind.word());
		elements.forEach((id) -> names.add("value " + id));
		names.addAll(others.keySet());
		return new Asking(names, List.copyOf(elements), List.copyOf(others.values()));
	}

	FactSheet of(Report report) {
		Asking asking = this.asking.get(report.period().kind());
		LocalDate end = report.period().to();
		Limits inForce = this.limits.computeIfAbsent(end, (day) -> new Limits(this.edition, day));
		Kind kind = new Kind(report.period().kind().word(), end, inForce);
		List<Object> facts = new ArrayList<>(asking.names.size());
		facts.add(kind);
		Map<String, Object> values = this.evaluator.values(report, asking.elements);
		for (String id : asking.elements) {
			facts.add(new Value(id, values.get(id)));
		}
		for (Function<Report, Object> other : asking.others) {
			facts.add(other.apply(report));
		}
		return new FactSheet(report, kind, asking.names, facts);
	}

	private static Function<Report, Object> other(String fact) {
		String[] words = fact.split(" ");
		String x = words[1];
		return switch (words[0]) {
			case "series" -> (report) -> series(x, report);
			case "peers" -> (report) -> new PeerGroup(x, report.peers().get(x));
			case "register" -> (report) -> new RegisterSays(x, words[2], register(x, words[2], report));
			default -> (report) -> new Opinion(x, words[2], flag(x, words[2], report));
		};
	}

	private static Series series(String id, Report report) {
		SortedMap<Period, Object> history = report.history().getOrDefault(id, new TreeMap<>());
		List<@Nullable BigDecimal> back = new ArrayList<>(BACK + 1);
		for (int i = 0; i <= BACK; i++) {
			back.add((BigDecimal) history.get(report.period().minus(i)));
		}
		return new Series(id, back);
	}

	private static @Nullable Object register(String id, String source, Report report) {
		for (RegisterValue one : report.registers()) {
			if (one.element().equals(id) && one.source().equals(source)) {
				return one.value();
			}
		}
		return null;
	}

	private static @Nullable Flag flag(String from, String requirement, Report report) {
		for (Signal one : report.signals()) {
			if (one.from().word().equals(from)
					&& (one.requirement() == null || one.requirement().equals(requirement))) {
				return one.flag();
			}
		}
		return null;
	}

	/** What a kind of period asks. */
	private record Asking(List<String> names, List<String> elements, List<Function<Report, Object>> others) {

	}

}
