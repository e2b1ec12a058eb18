package se.uppdragskollen.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
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

	private final Map<String, List<Demanded>> byRequirement;

	private final Kind kind;

	private final Report report;

	private final @Nullable Found[] found;

	private final Set<String> concerned = new HashSet<>();

	private final Set<String> unknown = new HashSet<>();

	private final Set<String> notApplicable = new HashSet<>();

	Verdicts(Edition edition, List<Demanded> demanded, Map<String, List<Demanded>> byRequirement, FactSheet sheet) {
		this.edition = edition;
		this.demanded = demanded;
		this.byRequirement = byRequirement;
		this.kind = sheet.kind();
		this.report = sheet.report();
		this.found = new Found[demanded.size()];
	}

	/** What a rule found. */
	public void found(int place, boolean holds, Object first, Object last) {
		Demanded one = this.demanded.get(place);
		Object value = (first instanceof Value known) ? known.value() : first;
		Object limit = (one.limit() == null) ? last
				: this.kind.limits().get(one.requirement().id(), one.limit());
		this.found[place] = new Found(one, holds, value, limit);
	}

	/** A rule that does not concern all concerns this report. */
	public void concerns(String rule) {
		this.concerned.add(rule);
	}

	/** A computed value. */
	public Value derive(String id, Value... inputs) {
		@Nullable Object[] values = new Object[inputs.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = inputs[i].value();
		}
		return new Value(id, Formulas.compute(id, values, this.kind.end(), this.kind.limits()));
	}

	/** Whether a rule concerns the report is not known. */
	public void unknown(String requirement) {
		this.unknown.add(requirement);
	}

	public void notApplicable(String requirement) {
		this.notApplicable.add(requirement);
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
		List<Found> all = found(id);
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

	/** What no rule found is not known, when it was asked. */
	private List<Found> found(String id) {
		List<Found> all = new ArrayList<>(2);
		for (Demanded one : this.byRequirement.getOrDefault(id, List.of())) {
			if (this.found[one.place()] != null) {
				all.add(this.found[one.place()]);
			}
			else if (one.rule().scope() == null || this.concerned.contains(one.rule().name())) {
				all.add(new Found(one, null, null, null));
			}
		}
		return all;
	}

	/** How it went with a requirement, with all that was compared. */
	record Verdict(String requirement, OutcomeKind outcome, @Nullable Severity severity, List<Found> found) {

	}

}
