package se.uppdragskollen.assignment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.ScopeWord;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * What a rule names.
 *
 * @param data elements and derived elements
 * @param parameters as {@code G25.lowest_share}
 * @param reasons as {@code G19.no_child_clinic}
 * @param registers by id
 */
public record RuleUses(Set<String> data, Set<String> parameters, Set<String> reasons, Set<String> registers) {

	public static RuleUses of(Rule rule) {
		RuleUses uses = new RuleUses(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(),
				new LinkedHashSet<>());
		if (rule.scope() != null) {
			uses.scope(rule.scope());
		}
		rule.statements().forEach(uses::statement);
		return uses;
	}

	private void scope(Condition condition) {
		condition.elements().map(Argument::text).forEach(this.data::add);
		if (condition instanceof Condition.All all) {
			all.conditions().forEach(this::scope);
		}
		else if (condition instanceof Condition.Any any) {
			any.conditions().forEach(this::scope);
		}
		else if (condition instanceof Condition.Compare compare) {
			operand(compare.left());
			operand(compare.right());
		}
		else if (condition instanceof Condition.Ask ask && ask.word() == ScopeWord.PHASE) {
			this.parameters.add(ask.arguments().get(0).text() + ".phase");
		}
	}

	private void operand(Condition.Operand operand) {
		if (operand instanceof Condition.ParameterOf parameter) {
			this.parameters.add(parameter.requirement().text() + "." + parameter.name().text());
		}
	}

	private void statement(Statement statement) {
		String requirement = statement.requirement().text();
		if (statement instanceof Statement.NotApplicable notApplicable) {
			this.reasons.add(requirement + "." + notApplicable.reason().text());
		}
		else if (statement instanceof Statement.Credit credit) {
			this.data.add(credit.element().text());
		}
		else if (statement instanceof Statement.Obligation obligation) {
			List<Takes> takes = obligation.word().takes();
			for (int i = 0; i < obligation.arguments().size(); i++) {
				String name = obligation.arguments().get(i).text();
				if (takes.get(i).element()) {
					this.data.add(name);
				}
				else if (takes.get(i) == Takes.SOURCE) {
					this.registers.add(name);
				}
				else if (takes.get(i).parameter()) {
					this.parameters.add(requirement + "." + name);
				}
			}
		}
	}

}
