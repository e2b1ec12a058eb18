package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.evrete.KnowledgeService;
import org.evrete.api.ActivationMode;
import org.evrete.api.FactBuilder;
import org.evrete.api.IntToValue;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatelessSession;
import org.evrete.api.TypeResolver;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;

/**
 * The same outcomes with Evrete: each value is a fact with a type of its own (Evrete's
 * logical types; it has no hash index on a field), each report gets a stateless session.
 * Comparisons and scopes are where-conditions in Java. The facts are made inside the
 * clock.
 */
final class UsualEvrete {

	private final Edition edition;

	private final List<Demanded> demanded;

	private final KnowledgeService service = new KnowledgeService();

	private final Knowledge knowledge;

	private final Map<String, List<Demanded>> byRequirement;

	private final FactSheets sheets;

	UsualEvrete(Edition edition, Evaluator evaluator) {
		this.edition = edition;
		this.sheets = new FactSheets(edition, evaluator);
		this.demanded = Demanded.of(edition);
		this.byRequirement = Demanded.byRequirement(this.demanded);
		this.knowledge = this.service.newKnowledge();
		declare(this.knowledge.getTypeResolver());
		RuleSetBuilder<Knowledge> rules = this.knowledge.builder();
		edition.derived().values().forEach((derived) -> {
			List<String> inputs = FormulaNames.of(edition, derived.formula())
				.data()
				.stream()
				.map((id) -> "value " + id)
				.toList();
			when(rules, "compute " + derived.id(), inputs, null).execute((context) -> {
				Value[] values = new Value[inputs.size()];
				for (int i = 0; i < values.length; i++) {
					values[i] = context.get("$" + i);
				}
				context.insertAs("value " + derived.id(), verdicts(context).derive(derived.id(), values));
			});
		});
		this.demanded.forEach((one) -> demand(rules, one));
		edition.rules().forEach((rule) -> rest(rules, rule));
		rules.build();
	}

	private void demand(RuleSetBuilder<Knowledge> rules, Demanded one) {
		List<String> facts = new ArrayList<>(one.facts());
		int last = facts.size() - 1;
		facts.add("kind " + one.requirement().period().word());
		for (boolean holds : List.of(true, false)) {
			LhsBuilder<Knowledge> when = when(rules, one.place() + " " + holds + " " + one.rule().name(), facts,
					one.rule().scope());
			when.where((IntToValue values) -> Boolean.valueOf(holds)
				.equals(Compared.holds(one, values.get(0), values.get(1), values.get(2))), "$" + (last + 1), "$0",
					"$" + last);
			when.execute((context) -> verdicts(context).found(one.place(), holds, context.get("$0"),
					context.get("$" + last)));
		}
	}

	private void rest(RuleSetBuilder<Knowledge> rules, Rule rule) {
		Requirement requirement = this.edition.requirements().get(rule.requirement());
		List<String> kind = List.of("kind " + requirement.period().word());
		if (rule.statements().get(0) instanceof Statement.NotApplicable) {
			when(rules, rule.name(), kind, rule.scope())
				.execute((context) -> verdicts(context).notApplicable(requirement.id()));
		}
		if (rule.scope() != null) {
			when(rules, "concerns: " + rule.name(), kind, rule.scope())
				.execute((context) -> verdicts(context).concerns(rule.name()));
			String element = rule.scope().elements().findFirst().orElseThrow().text();
			when(rules, "not known: " + rule.name(), List.of(kind.get(0), "value " + element), null)
				.where((IntToValue values) -> !values.<Value>get(0).isKnown(), "$1")
				.execute((context) -> verdicts(context).unknown(requirement.id()));
		}
	}

	List<Verdicts.Verdict> evaluate(Report report) {
		FactSheet sheet = this.sheets.of(report);
		Verdicts verdicts = new Verdicts(this.edition, this.demanded, this.byRequirement, sheet);
		// in the default mode, what a consequence inserts drops activations that are due
		StatelessSession session = this.knowledge.newStatelessSession(ActivationMode.CONTINUOUS);
		session.set("verdicts", verdicts);
		for (int i = 0; i < sheet.names().size(); i++) {
			session.insertAs(sheet.names().get(i), sheet.facts().get(i));
		}
		session.fire();
		return verdicts.verdicts();
	}

	void shutdown() {
		this.service.shutdown();
	}

	private static Verdicts verdicts(RhsContext context) {
		return context.getRuntime().get("verdicts");
	}

	private void declare(TypeResolver types) {
		Set<String> names = new LinkedHashSet<>();
		this.demanded.forEach((one) -> names.addAll(one.facts()));
		this.edition.elements().keySet().forEach((id) -> names.add("value " + id));
		this.edition.derived().keySet().forEach((id) -> names.add("value " + id));
		this.edition.requirements().values().forEach((one) -> names.add("kind " + one.period().word()));
		names.forEach((name) -> types.declare(name, type(name)));
	}

	private static Class<?> type(String name) {
		return switch (name.substring(0, name.indexOf(' '))) {
			case "kind" -> Kind.class;
			case "value" -> Value.class;
			case "series" -> Series.class;
			case "peers" -> PeerGroup.class;
			case "register" -> RegisterSays.class;
			default -> Opinion.class;
		};
	}

	private static LhsBuilder<Knowledge> when(RuleSetBuilder<Knowledge> rules, String name, List<String> facts,
			@Nullable Condition scope) {
		List<FactBuilder> all = new ArrayList<>();
		for (int i = 0; i < facts.size(); i++) {
			all.add(FactBuilder.fact("$" + i, facts.get(i)));
		}
		if (scope == null) {
			return rules.newRule(name).forEach(all);
		}
		all.add(FactBuilder.fact("$scope", "value " + scope.elements().findFirst().orElseThrow().text()));
		int kind = facts.size() - 1;
		return rules.newRule(name).forEach(all).where((IntToValue values) -> {
			Object value = values.<Value>get(0).value();
			return value != null && holds(scope, value, values.<Kind>get(1).limits());
		}, "$scope", "$" + kind);
	}

	private static boolean holds(Condition scope, Object value, Limits limits) {
		return (scope instanceof Condition.Compare compare && compare.right() instanceof Condition.ParameterOf limit)
				? holds(compare, (BigDecimal) value, limits.number(limit.requirement().text(), limit.name().text()))
				: holds((Condition.Ask) scope, value);
	}

	private static boolean holds(Condition.Compare compare, BigDecimal value, BigDecimal limit) {
		int sign = value.compareTo(limit);
		return switch (compare.comparison()) {
			case GREATER -> sign > 0;
			case AT_LEAST -> sign >= 0;
			case LESS -> sign < 0;
			case AT_MOST -> sign <= 0;
			case EQUAL -> sign == 0;
			default -> sign != 0;
		};
	}

	private static boolean holds(Condition.Ask ask, Object value) {
		return switch (ask.word()) {
			case YES -> value.equals(true);
			case NO -> value.equals(false);
			case SOME -> ((BigDecimal) value).signum() > 0;
			case NONE -> ((BigDecimal) value).signum() == 0;
			case IS -> value.equals(ask.arguments().get(1).text());
			default -> !value.equals(ask.arguments().get(1).text());
		};
	}

}
