package se.uppdragskollen.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Report;

/**
 * What the rules of one session find: the global of a rule engine. Public because rules
 * call it.
 */
public final class Verdicts {

	private final Edition edition;

	private final List<Demanded> demanded;

	private final Limits limits;

	private final Report report;

	private final Map<String, List<Found>> found = new LinkedHashMap<>();

	private final Set<String> unknown = new HashSet<>();

	private final Set<String> notApplicable = new HashSet<>();

	Verdicts(Edition edition, List<Demanded> demanded, Limits limits, Report report) {
		this.edition = edition;
		this.demanded = demanded;
		this.limits = limits;
		this.report = report;
	}

	/** What a rule demands, held against its facts. */
	public void check(int place, Object... facts) {
		Demanded one = this.demanded.get(place);
		this.found.computeIfAbsent(one.requirement().id(), (id) -> new ArrayList<>(2))
			.add(Compared.of(one, this.limits, this.report.period().to(), facts));
	}

	/** A computed value. */
	public Value derive(String id, Value... inputs) {
		@Nullable Object[] values = new Object[inputs.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = inputs[i].value();
		}
		LocalDate end = this.report.period().to();
		return new Value(id, Formulas.compute(id, values, end, this.limits));
	}

	/** Whether a rule concerns the report is not known. */
	public void unknown(String requirement) {
		this.unknown.add(requirement);
	}

	public void notApplicable(String requirement) {
		this.notApplicable.add(requirement);
	}

	public Limits limits() {
		return this.limits;
	}

	/** One verdict for each requirement owed, in the edition's order. */
	List<Verdict> verdicts() {
		List<Verdict> verdicts = new ArrayList<>();
		for (Requirement requirement : this.edition.requirements().values()) {
			if (requirement.period() == this.report.period().kind()) {
				verdicts.add(verdict(requirement.id()));
			}
		}
		return verdicts;
	}

	private Verdict verdict(String id) {
		List<Found> all = this.found.getOrDefault(id, List.of());
		for (Exemption one : this.report.exemptions()) {
			if (one.requirement().equals(id) && one.covers(this.report.period().to())) {
				return new Verdict(id, OutcomeKind.EXEMPT, null, all);
			}
		}
		Severity worst = null;
		boolean lacking = this.unknown.contains(id);
		boolean holds = false;
		for (Found one : all) {
			if (Boolean.FALSE.equals(one.holds())) {
				Severity severity = one.demanded().severity();
				worst = (worst == null || severity.compareTo(worst) < 0) ? severity : worst;
			}
			lacking |= one.holds() == null;
			holds |= Boolean.TRUE.equals(one.holds());
		}
		OutcomeKind kind = (worst != null) ? OutcomeKind.NOT_MET : lacking ? OutcomeKind.NOT_ASSESSABLE
				: this.notApplicable.contains(id) ? OutcomeKind.NOT_APPLICABLE
						: holds ? OutcomeKind.MET : OutcomeKind.NOT_ASSESSABLE;
		return new Verdict(id, kind, worst, all);
	}

	/** How it went with a requirement, with all that was compared. */
	record Verdict(String requirement, OutcomeKind outcome, @Nullable Severity severity, List<Found> found) {

	}

}
