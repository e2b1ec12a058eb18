package se.uppdragskollen.authoring;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.evaluation.Demand;
import se.uppdragskollen.evaluation.Facts;
import se.uppdragskollen.evaluation.RuleBook;
import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;

/**
 * Rules spoken to the engine as they were read, without compiling them: compiling
 * hundreds of mutants would take minutes. They say the same words to the same engine as
 * compiled rules do; {@link Mutation} makes sure, on every run, that unchanged rules give
 * the same outcomes either way.
 */
final class SpokenRules implements RuleBook {

	private static final Map<String, java.lang.reflect.Method> WORDS = Arrays.stream(Demand.class.getMethods())
		.filter((method) -> method.getDeclaringClass() == Demand.class && method.getReturnType() == void.class)
		.collect(Collectors.toMap((method) -> method.getName() + method.getParameterCount(), Function.identity()));

	private final Edition edition;

	private final RuleBook formulas;

	/**
	 * The rules of an edition.
	 * @param formulas evaluates the edition's formulas
	 */
	SpokenRules(Edition edition, RuleBook formulas) {
		this.edition = edition;
		this.formulas = formulas;
	}

	@Override
	public void fire(List<Facts> facts) {
		for (Facts one : facts) {
			for (int i = 0; i < this.edition.rules().size(); i++) {
				Rule rule = this.edition.rules().get(i);
				Requirement requirement = Objects.requireNonNull(this.edition.requirements().get(rule.requirement()));
				if (requirement.period().word().equals(one.getKind()) && one.knows(i) && holds(rule.scope(), one)) {
					int place = i;
					rule.statements().forEach((statement) -> say(statement, place, one));
				}
			}
		}
	}

	@Override
	public @Nullable Object evaluate(String derived, Map<String, @Nullable Object> inputs) {
		return this.formulas.evaluate(derived, inputs);
	}

	private static boolean holds(@Nullable Condition scope, Facts facts) {
		if (scope instanceof Condition.All all) {
			return all.conditions().stream().allMatch((one) -> holds(one, facts));
		}
		if (scope instanceof Condition.Any any) {
			return any.conditions().stream().anyMatch((one) -> holds(one, facts));
		}
		if (scope instanceof Condition.Compare compare) {
			BigDecimal left = number(compare.left(), facts);
			BigDecimal right = number(compare.right(), facts);
			return left != null && right != null && holds(compare, left.compareTo(right));
		}
		return !(scope instanceof Condition.Ask ask) || holds(ask, facts);
	}

	private static boolean holds(Condition.Compare compare, int sign) {
		return switch (compare.comparison()) {
			case GREATER -> sign > 0;
			case AT_LEAST -> sign >= 0;
			case LESS -> sign < 0;
			case AT_MOST -> sign <= 0;
			case EQUAL -> sign == 0;
			case NOT_EQUAL -> sign != 0;
		};
	}

	private static boolean holds(Condition.Ask ask, Facts facts) {
		String first = ask.arguments().get(0).text();
		return switch (ask.word()) {
			case SOME -> facts.some(first);
			case NONE -> facts.none(first);
			case YES -> facts.yes(first);
			case NO -> facts.no(first);
			case IS -> facts.is(first, ask.arguments().get(1).text());
			case IS_NOT -> facts.isNot(first, ask.arguments().get(1).text());
			case CONTAINS -> facts.contains(first, ask.arguments().get(1).text());
			case PHASE -> facts.phase(first, ask.arguments().get(1).text());
		};
	}

	private static @Nullable BigDecimal number(Condition.Operand operand, Facts facts) {
		if (operand instanceof Condition.ParameterOf parameter) {
			return facts.parameter(parameter.requirement().text(), parameter.name().text());
		}
		return facts.number(((Condition.NumberOf) operand).element().text());
	}

	private static void say(Statement statement, int place, Facts facts) {
		String requirement = statement.requirement().text();
		if (statement instanceof Statement.NotApplicable notApplicable) {
			facts.notApplicable(place, requirement, notApplicable.reason().text());
		}
		else if (statement instanceof Statement.Credit credit) {
			if (credit.word() == Statement.CreditWord.POINTS) {
				facts.points(place, requirement, credit.element().text());
			}
			else {
				facts.amount(place, requirement, credit.element().text());
			}
		}
		else if (statement instanceof Statement.Obligation obligation) {
			Demand demand = facts.demand(place, requirement);
			demand(obligation,
					(obligation.severity() == null) ? demand : demand.severity(obligation.severity().text()));
		}
	}

	private static void demand(Statement.Obligation obligation, Demand demand) {
		String word = obligation.word().written() + obligation.arguments().size();
		try {
			Objects.requireNonNull(WORDS.get(word), word)
				.invoke(demand, obligation.arguments().stream().map(Argument::text).toArray());
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException(obligation.word().written(), ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
