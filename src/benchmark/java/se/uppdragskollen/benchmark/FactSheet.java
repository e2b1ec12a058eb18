package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * A report as facts for rule engines, each once, by a name that only it has. What
 * is asked and not known is a fact too. Made before the clock starts.
 */
record FactSheet(Report report, Map<String, Object> facts) {

	private static final int BACK = 5;

	static List<FactSheet> of(Edition edition, Evaluator evaluator, List<Report> reports) {
		Map<PeriodKind, Set<String>> asked = Asked.elements(edition);
		return reports.stream().map((report) -> {
			Map<String, Object> facts = new LinkedHashMap<>();
			facts.put("kind " + report.period().kind().word(),
					new Kind(report.period().kind().word(), report.period().to()));
			Set<String> elements = asked.get(report.period().kind());
			Map<String, Object> values = evaluator.values(report, elements);
			elements.forEach((id) -> facts.put("value " + id, new Value(id, values.get(id))));
			for (Rule rule : edition.rules()) {
				if (edition.requirements().get(rule.requirement()).period() == report.period().kind()) {
					rule.statements().forEach((statement) -> note(statement, report, facts));
				}
			}
			return new FactSheet(report, facts);
		}).toList();
	}

	private static void note(Statement statement, Report report, Map<String, Object> facts) {
		if (!(statement instanceof Statement.Obligation obligation)) {
			return;
		}
		List<Takes> takes = obligation.word().takes();
		String x = obligation.arguments().get(0).text();
		if (takes.contains(Takes.PERIODS)) {
			facts.put("series " + x, series(x, report));
		}
		if (takes.contains(Takes.DEVIATIONS)) {
			facts.put("peers " + x, new PeerGroup(x, report.peers().get(x)));
		}
		int source = takes.indexOf(Takes.SOURCE);
		if (source >= 0) {
			String register = obligation.arguments().get(source).text();
			facts.put("register " + x + " " + register, new RegisterSays(x, register, register(x, register, report)));
		}
		int counterpart = takes.indexOf(Takes.COUNTERPART);
		if (counterpart >= 0) {
			String from = obligation.arguments().get(counterpart).text();
			String requirement = obligation.requirement().text();
			facts.put("opinion " + from + " " + requirement,
					new Opinion(from, requirement, flag(from, requirement, report)));
		}
	}

	private static Series series(String id, Report report) {
		SortedMap<Period, Object> history = report.history().getOrDefault(id, new TreeMap<>());
		List<@Nullable BigDecimal> back = new ArrayList<>();
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

}
