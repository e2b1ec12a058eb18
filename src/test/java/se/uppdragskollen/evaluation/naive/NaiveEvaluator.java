package se.uppdragskollen.evaluation.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Report;

/**
 * The Kalmar editions in hand-written Java: a method per requirement, no rules, no
 * formulas. Written from the editions' texts, it is what the engine is held against, and
 * what its speed is measured by. Safe for use by several threads.
 */
public final class NaiveEvaluator {

	private final Edition edition;

	private final Map<PeriodKind, List<Rule>> owed = new EnumMap<>(PeriodKind.class);

	private final Map<LocalDate, Limits> limits = new ConcurrentHashMap<>();

	public NaiveEvaluator(Edition edition) {
		this.edition = edition;
		Map<String, BiFunction<Dossier, Judgement, Judgement>> methods = methods();
		for (PeriodKind kind : PeriodKind.values()) {
			this.owed.put(kind, new ArrayList<>());
		}
		for (Requirement requirement : edition.requirements().values()) {
			BiFunction<Dossier, Judgement, Judgement> method = methods.get(requirement.id());
			if (method == null) {
				throw new IllegalArgumentException("no method for " + requirement.id());
			}
			this.owed.get(requirement.period()).add(new Rule(requirement, method));
		}
	}

	/** One verdict for each requirement that the report owes, in the edition's order. */
	public List<Verdict> evaluate(Report report) {
		LocalDate end = report.period().to();
		Limits inForce = this.limits.computeIfAbsent(end, (day) -> new Limits(this.edition, day));
		Dossier dossier = new Dossier(this.edition, inForce, report);
		List<Rule> rules = this.owed.get(report.period().kind());
		List<Verdict> verdicts = new ArrayList<>(rules.size());
		for (Rule rule : rules) {
			verdicts.add(rule.judge(dossier, report, end));
		}
		return verdicts;
	}

	private static Map<String, BiFunction<Dossier, Judgement, Judgement>> methods() {
		Map<String, BiFunction<Dossier, Judgement, Judgement>> methods = new HashMap<>();
		Administration.addTo(methods);
		Competence.addTo(methods);
		Accessibility.addTo(methods);
		Premises.addTo(methods);
		Prevention.addTo(methods);
		PersonCentred.addTo(methods);
		Continuity.addTo(methods);
		Cooperation.addTo(methods);
		return methods;
	}

	/** A requirement and the method that judges it. */
	private record Rule(Requirement requirement, BiFunction<Dossier, Judgement, Judgement> method) {

		Verdict judge(Dossier dossier, Report report, LocalDate end) {
			for (Exemption exemption : report.exemptions()) {
				if (exemption.requirement().equals(this.requirement.id()) && !end.isBefore(exemption.from())
						&& !end.isAfter(exemption.to())) {
					return new Verdict(this.requirement.id(), OutcomeKind.EXEMPT, null, null);
				}
			}
			return this.method.apply(dossier, new Judgement(this.requirement.severity()))
				.verdict(this.requirement.id());
		}

	}

}
