package se.uppdragskollen.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;

/**
 * One comparison that a rule demands.
 *
 * @param place its place among all of the edition
 * @param rule the rule that demands it
 * @param requirement the requirement that the rule speaks of
 * @param word what has to hold
 * @param names elements, registers, counterparts and parameters
 * @param severity of a deviation
 * @param smallestGroup groups below this give no verdict
 */
record Demanded(int place, Rule rule, Requirement requirement, ObligationWord word, List<String> names,
		Severity severity, int smallestGroup) {

	static List<Demanded> of(Edition edition) {
		List<Demanded> all = new ArrayList<>();
		for (Rule rule : edition.rules()) {
			Requirement requirement = edition.requirements().get(rule.requirement());
			for (Statement statement : rule.statements()) {
				if (statement instanceof Statement.Obligation one) {
					Severity severity = requirement.severity();
					for (Severity other : Severity.values()) {
						severity = (one.severity() != null && other.word().equals(one.severity().text())) ? other
								: severity;
					}
					all.add(new Demanded(all.size(), rule, requirement, one.word(),
							one.arguments().stream().map((argument) -> argument.text()).toList(), severity,
							edition.smallestGroupOf(requirement)));
				}
			}
		}
		return all;
	}

	static Map<String, List<Demanded>> byRequirement(List<Demanded> all) {
		return all.stream().collect(Collectors.groupingBy((one) -> one.requirement().id()));
	}

	/** The unit of a parameter. */
	Unit unit(int name) {
		return this.requirement.parameters().get(this.names.get(name)).unit();
	}

	/** The parameter that findings show as the limit, null when there is none. */
	@Nullable String limit() {
		String name = this.names.get(this.names.size() - 1);
		return this.requirement.parameters().containsKey(name) ? name : null;
	}

	/** The names of the facts that it compares, as in a fact sheet. */
	List<String> facts() {
		String x = this.names.get(0);
		return switch (this.word) {
			case SHARE_AT_LEAST, SHARE_MORE_THAN, SHARE_AT_MOST, SHARE_LESS_THAN, AT_LEAST_THAT_OF, AT_MOST_THAT_OF,
					SAME_AS ->
				List.of("value " + x, "value " + this.names.get(1));
			case AGREES_WITH_REGISTER -> List.of("value " + x, "register " + x + " " + this.names.get(1));
			case NOT_FALLING, NOT_RISING, RISES, FALLS, CHANGE_AT_MOST -> List.of("value " + x, "series " + x);
			case NEAR_PEERS, NOT_BELOW_PEERS, NOT_ABOVE_PEERS -> List.of("value " + x, "peers " + x);
			case NO_RED_FLAG -> List.of("opinion " + x + " " + this.requirement.id());
			case AGREES_WITH_SIGNAL ->
				List.of("value " + x, "opinion " + this.names.get(1) + " " + this.requirement.id());
			default -> List.of("value " + x);
		};
	}

}
