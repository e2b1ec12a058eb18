package se.uppdragskollen.evaluation.drools;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.evaluation.Facts;
import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.RulePrinter;
import se.uppdragskollen.rule.Statement;

/**
 * Writes an edition's rules as the compiler gets them: from what was understood, never
 * from the text that people wrote. No free text either, a rule's name above all: Drools
 * writes it into a comment of the Java that it generates, unescaped. Each rule fires only
 * for reports of its requirement's kind of period whose scope is known, and names its
 * place, so that the engine knows who spoke.
 */
final class DrlWriter {

	private DrlWriter() {
	}

	static String write(Edition edition) {
		StringBuilder drl = new StringBuilder("package rules.").append(edition.assignment().replace('-', '_'))
			.append(".e")
			.append(edition.id().replace('-', '_'))
			.append(";\nimport ")
			.append(Facts.class.getName())
			.append(";\n");
		for (int i = 0; i < edition.rules().size(); i++) {
			Rule rule = edition.rules().get(i);
			Requirement requirement = edition.requirements().get(rule.requirement());
			if (requirement != null) {
				drl.append(rule(i, rule, requirement));
			}
		}
		return drl.toString();
	}

	private static String rule(int place, Rule rule, Requirement requirement) {
		String kind = "kind == \"" + requirement.period().word() + "\"";
		String scope = (rule.scope() == null) ? "" : ", knows(" + place + "), " + scope(rule.scope());
		return "rule \"" + place + "\"\n\t@requirement(\"" + rule.requirement() + "\")\nwhen\n\t$r : Facts( " + kind
				+ scope + " )\nthen\n"
				+ rule.statements()
					.stream()
					.map((statement) -> "\t" + statement(place, statement) + "\n")
					.collect(Collectors.joining())
				+ "end\n";
	}

	/** {@code contains} is an operator of DRL too: say whose it is. */
	private static String scope(Condition scope) {
		return RulePrinter.scope(scope).replace("contains(\"", "this.contains(\"");
	}

	private static String statement(int place, Statement statement) {
		String requirement = statement.requirement().text();
		if (statement instanceof Statement.NotApplicable notApplicable) {
			return "$r.notApplicable" + call(place, requirement, List.of(notApplicable.reason()));
		}
		if (statement instanceof Statement.Credit credit) {
			return "$r." + credit.word().name().toLowerCase(Locale.ROOT)
					+ call(place, requirement, List.of(credit.element()));
		}
		Statement.Obligation obligation = (Statement.Obligation) statement;
		String severity = (obligation.severity() == null) ? "" : ".severity(\"" + obligation.severity().text() + "\")";
		return "$r.demand(" + place + ", \"" + requirement + "\")" + severity + "." + obligation.word().written() + "("
				+ quoted(obligation.arguments()) + ");";
	}

	private static String call(int place, String requirement, List<Argument> arguments) {
		return "(" + place + ", \"" + requirement + "\", " + quoted(arguments) + ");";
	}

	private static String quoted(List<Argument> arguments) {
		return arguments.stream().map((one) -> "\"" + one.text() + "\"").collect(Collectors.joining(", "));
	}

}
