package se.uppdragskollen.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.Rule;

/**
 * What an edition asks for one period: the requirements owed and the parameters as they
 * stand on its last day. Made once for all reports of the period.
 */
final class PeriodPlan {

	private final Edition edition;

	private final Period period;

	private final List<Requirement> owed;

	private final Map<String, Integer> indexes = new HashMap<>();

	private final Map<String, Map<String, Limit>> limits = new HashMap<>();

	private final Map<String, Formula> formulas = new HashMap<>();

	private final List<RulePlan> rules;

	PeriodPlan(Edition edition, Period period) {
		this.edition = edition;
		this.period = period;
		this.owed = edition.requirements()
			.values()
			.stream()
			.filter((requirement) -> requirement.period() == period.kind())
			.toList();
		for (int i = 0; i < this.owed.size(); i++) {
			this.indexes.put(this.owed.get(i).id(), i);
		}
		edition.requirements()
			.values()
			.forEach((requirement) -> this.limits.put(requirement.id(), limits(requirement)));
		edition.derived().values().forEach((derived) -> this.formulas.put(derived.id(), formula(derived)));
		this.rules = edition.rules().stream().map(RulePlan::new).toList();
	}

	private Map<String, Limit> limits(Requirement requirement) {
		Map<String, Limit> byName = new HashMap<>();
		for (Parameter parameter : requirement.parameters().values()) {
			parameter.on(this.period.to())
				.ifPresent((one) -> byName.put(parameter.name(),
						new Limit(parameter, one.value(), one.from(), one.from().isAfter(this.period.from()))));
		}
		return byName;
	}

	private Formula formula(Derived derived) {
		FormulaNames names = FormulaNames.of(this.edition, derived.formula());
		Map<String, @Nullable Object> constants = new HashMap<>();
		constants.put("period_start", this.period.from());
		constants.put("period_end", this.period.to());
		names.parameters().forEach((written, parameter) -> {
			Object value = parameter.on(this.period.to()).map(Parameter.InForce::value).orElse(null);
			int dot = written.indexOf('.');
			if (dot < 0) {
				constants.put(written, value);
			}
			else {
				Map<String, @Nullable Object> own = new LinkedHashMap<>();
				if (constants.get(written.substring(0, dot)) instanceof Map<?, ?> before) {
					before.forEach((name, one) -> own.put(String.valueOf(name), one));
				}
				own.put(written.substring(dot + 1), value);
				constants.put(written.substring(0, dot), own);
			}
		});
		return new Formula(derived, List.copyOf(names.data()), constants);
	}

	Edition edition() {
		return this.edition;
	}

	Period period() {
		return this.period;
	}

	List<Requirement> owed() {
		return this.owed;
	}

	/** The place of an owed requirement, or −1 when the period does not owe it. */
	int indexOf(String requirement) {
		return this.indexes.getOrDefault(requirement, -1);
	}

	@Nullable Limit limit(String requirement, String name) {
		return this.limits.getOrDefault(requirement, Map.of()).get(name);
	}

	Formula formula(String derived) {
		Formula formula = this.formulas.get(derived);
		if (formula == null) {
			throw new IllegalArgumentException("no derived element " + derived);
		}
		return formula;
	}

	List<RulePlan> rules() {
		return this.rules;
	}

	/**
	 * A formula and what of its inputs the period fixes.
	 */
	record Formula(Derived derived, List<String> data, Map<String, @Nullable Object> constants) {

	}

	/**
	 * A rule and the elements that its scope reads.
	 */
	record RulePlan(Rule rule, List<String> scopeReads) {

		RulePlan(Rule rule) {
			this(rule, (rule.scope() == null) ? List.of()
					: rule.scope().elements().map(Argument::text).distinct().toList());
		}

	}

}
