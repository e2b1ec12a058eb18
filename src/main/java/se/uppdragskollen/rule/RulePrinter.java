package se.uppdragskollen.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Prints rules in one way, whatever their file's spacing and comments: for the revision's
 * fingerprint, and for the compiler, which never sees the text that people wrote.
 */
public final class RulePrinter {

	private RulePrinter() {
	}

	public static String print(Rule rule) {
		return "rule \"" + rule.name() + "\"\n\t@requirement(\"" + rule.requirement() + "\")\nwhen\n\t$r : Report( "
				+ scope(rule.scope()) + " )\nthen\n"
				+ rule.statements().stream().map((one) -> "\t" + statement(one) + "\n").collect(Collectors.joining())
				+ "end\n";
	}

	/** A scope as it stands between the parentheses of {@code Report( )}. */
	public static String scope(@Nullable Condition scope) {
		return (scope == null) ? "" : condition(scope);
	}

	private static String condition(Condition condition) {
		if (condition instanceof Condition.All all) {
			return all.conditions().stream().map(RulePrinter::inner).collect(Collectors.joining(" && "));
		}
		if (condition instanceof Condition.Any any) {
			return any.conditions().stream().map(RulePrinter::inner).collect(Collectors.joining(" || "));
		}
		if (condition instanceof Condition.Compare compare) {
			return operand(compare.left()) + " " + compare.comparison().symbol() + " " + operand(compare.right());
		}
		Condition.Ask ask = (Condition.Ask) condition;
		return ask.word().written() + arguments(ask.arguments());
	}

	private static String inner(Condition condition) {
		boolean joined = condition instanceof Condition.All || condition instanceof Condition.Any;
		return joined ? "(" + condition(condition) + ")" : condition(condition);
	}

	private static String operand(Condition.Operand operand) {
		if (operand instanceof Condition.ParameterOf parameter) {
			return "parameter" + arguments(List.of(parameter.requirement(), parameter.name()));
		}
		return "number" + arguments(List.of(((Condition.NumberOf) operand).element()));
	}

	public static String statement(Statement statement) {
		String requirement = "($r, \"" + statement.requirement().text() + "\")";
		if (statement instanceof Statement.NotApplicable notApplicable) {
			return "notApplicable" + requirement + ".because" + arguments(List.of(notApplicable.reason())) + ";";
		}
		if (statement instanceof Statement.Credit credit) {
			return "credit" + requirement + "." + credit.word().name().toLowerCase(Locale.ROOT)
					+ arguments(List.of(credit.element())) + ";";
		}
		Statement.Obligation obligation = (Statement.Obligation) statement;
		String severity = (obligation.severity() == null) ? ""
				: ".severity" + arguments(List.of(obligation.severity()));
		return (obligation.must() ? "must" : "should") + requirement + severity + "." + obligation.word().written()
				+ arguments(obligation.arguments()) + ";";
	}

	private static String arguments(List<Argument> arguments) {
		return arguments.stream().map((one) -> "\"" + one.text() + "\"").collect(Collectors.joining(", ", "(", ")"));
	}

}
