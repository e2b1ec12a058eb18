package se.uppdragskollen.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Part;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.Rule;

/**
 * What an edition asks for one period: the requirements owed and the parameters as they
 * stand on its last day. Made once for all reports of the period.
 */
final class PeriodPlan {

	private static final int MONTHS = 12;

	private final Edition edition;

	private final Period period;

	private final List<Requirement> owed;

	private final Map<String, RequirementPlan> requirements = new HashMap<>();

	private final Map<String, DatumPlan> data = new HashMap<>();

	private final List<RulePlan> rules;

	private final List<Period> earlier = new ArrayList<>();

	PeriodPlan(Edition edition, Period period) {
		this.edition = edition;
		this.period = period;
		this.owed = edition.requirements()
			.values()
			.stream()
			.filter((requirement) -> requirement.period() == period.kind())
			.toList();
		edition.requirements()
			.values()
			.forEach((requirement) -> this.requirements.put(requirement.id(), new RequirementPlan(requirement,
					this.owed.indexOf(requirement), limits(requirement), rules(requirement), finding(requirement))));
		edition.elements().values().forEach((element) -> place(element, null));
		edition.derived().values().forEach((derived) -> place(derived, formula(derived)));
		this.rules = edition.rules().stream().map(RulePlan::new).toList();
		for (int back = 0; back <= MONTHS; back++) {
			this.earlier.add(period.minus(back));
		}
	}

	private void place(Datum datum, @Nullable Formula formula) {
		this.data.put(datum.id(), new DatumPlan(this.data.size(), datum, formula));
	}

	private List<Integer> rules(Requirement requirement) {
		return IntStream.range(0, this.edition.rules().size())
			.filter((i) -> this.edition.rules().get(i).requirement().equals(requirement.id()))
			.boxed()
			.toList();
	}

	private FindingKind finding(Requirement requirement) {
		boolean deviation = requirement.level() == Level.MUST
				&& this.edition.chapterOf(requirement).part() == Part.BASIC;
		return deviation ? FindingKind.DEVIATION : FindingKind.QUESTION;
	}

	private Map<String, Limit> limits(Requirement requirement) {
		Map<String, Limit> byName = new HashMap<>();
		for (Parameter parameter : requirement.parameters().values()) {
			Parameter.InForce one = parameter.onOrFirst(this.period.to());
			byName.put(parameter.name(), new Limit(parameter, parameter.qualifiedName(), one.value(), one.from(),
					changedInPeriod(parameter, one)));
		}
		return byName;
	}

	/** A first value is no change. */
	private boolean changedInPeriod(Parameter parameter, Parameter.InForce inForce) {
		boolean inside = inForce.from().isAfter(this.period.from()) && !inForce.from().isAfter(this.period.to());
		return inside && parameter.values().firstKey().isBefore(inForce.from());
	}

	private Formula formula(Derived derived) {
		FormulaNames names = FormulaNames.of(this.edition, derived.formula());
		Map<String, @Nullable Object> constants = new HashMap<>();
		constants.put("period_start", this.period.from());
		constants.put("period_end", this.period.to());
		names.parameters().forEach((written, parameter) -> {
			Object value = parameter.onOrFirst(this.period.to()).value();
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

	RequirementPlan requirement(String id) {
		return Objects.requireNonNull(this.requirements.get(id));
	}

	@Nullable Limit limit(String requirement, String name) {
		RequirementPlan plan = this.requirements.get(requirement);
		return (plan == null) ? null : plan.limits().get(name);
	}

	DatumPlan datum(String id) {
		DatumPlan datum = this.data.get(id);
		if (datum == null) {
			throw new IllegalArgumentException("no element " + id);
		}
		return datum;
	}

	/** How many elements and derived elements there are. */
	int data() {
		return this.data.size();
	}

	/** The period that many before this one. */
	Period earlier(int back) {
		return (back < this.earlier.size()) ? this.earlier.get(back) : this.period.minus(back);
	}

	List<RulePlan> rules() {
		return this.rules;
	}

	/**
	 * A requirement and what of it the period fixes.
	 *
	 * @param requirement the requirement
	 * @param index its place among those owed, or −1 when the period does not owe it
	 * @param limits its parameters by name
	 * @param rules the places of the rules that speak of it
	 * @param finding what a deviation leads to
	 */
	record RequirementPlan(Requirement requirement, int index, Map<String, Limit> limits, List<Integer> rules,
			FindingKind finding) {

	}

	/**
	 * An element or derived element.
	 *
	 * @param place its place among all
	 * @param datum itself
	 * @param formula a derived element's, else null
	 */
	record DatumPlan(int place, Datum datum, @Nullable Formula formula) {

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
