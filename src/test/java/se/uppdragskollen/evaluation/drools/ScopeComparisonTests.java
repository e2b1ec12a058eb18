package se.uppdragskollen.evaluation.drools;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.Obligation;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.rule.Comparison;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drools once took the wrong branch when more than three rules compared one field with
 * different decimals, because it then looks values up by hash. Many rules on one number,
 * with every comparison, must fire as arithmetic says; and none whose number is missing.
 */
class ScopeComparisonTests {

	private static final List<String> LIMITS = List.of("1000", "2000.5", "2000.50", "3000", "4000", "5000");

	private static final String ELEMENT = ", from: self-report, period: month, label: {sv: e, en: e}}\n";

	private static final String ASSIGNMENT = """
			assignment: exempel
			edition: "2025"
			title: {sv: Exempel, en: Example}
			in_force: {from: 2025-01-01, to: 2025-12-31}
			decision: {body: Ingen}
			smallest_group: 20
			chapters: [{id: a, part: basic, title: {sv: A, en: A}}]
			""";

	private static final String REQUIREMENT = """
			requirements:
			  - id: A1
			    title: {sv: A, en: A}
			    text: {sv: A, en: A}
			    level: must
			    severity: yellow
			    follow_up: continuous
			    period: month
			    source: {kind: proposal, document: d}
			""";

	@TempDir
	Path home;

	@ParameterizedTest
	@EnumSource(Comparison.class)
	void sixRulesOnOneNumberFireAsArithmeticSays(Comparison comparison) throws IOException {
		List<String> scopes = new ArrayList<>();
		for (int i = 1; i <= LIMITS.size(); i++) {
			scopes.add("number(\"x\") " + comparison.symbol() + " parameter(\"A1\", \"p" + i + "\")");
		}
		Evaluator evaluator = evaluator(scopes);
		for (String x : List.of("0", "999.99", "1000", "1000.0", "1E+3", "2000.5", "2000.500", "3000", "3000.01",
				"4000", "5000", "5000.000001", "6000")) {
			List<String> expected = new ArrayList<>();
			for (int i = 0; i < LIMITS.size(); i++) {
				if (holds(comparison, new BigDecimal(x).compareTo(new BigDecimal(LIMITS.get(i))))) {
					expected.add("A1 rule " + i);
				}
			}
			assertThat(fired(evaluator, x)).as("%s %s %s", x, comparison.symbol(), LIMITS)
				.containsExactlyElementsOf(expected);
		}
	}

	@Test
	void limitOnTheLeftComparesTheSame() throws IOException {
		List<String> scopes = new ArrayList<>();
		for (int i = 1; i <= LIMITS.size(); i++) {
			scopes.add("parameter(\"A1\", \"p" + i + "\") <= number(\"x\")");
		}
		assertThat(fired(evaluator(scopes), "3000")).containsExactly("A1 rule 0", "A1 rule 1", "A1 rule 2",
				"A1 rule 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "number(\"x\") != parameter(\"A1\", \"p1\")", "number(\"x\") == parameter(\"A1\", \"p1\")",
			"number(\"x\") < parameter(\"A1\", \"p1\")", "number(\"x\") > parameter(\"A1\", \"p1\")",
			"number(\"x\") != parameter(\"A1\", \"p1\") || yes(\"b\")",
			"yes(\"b\") || number(\"x\") > parameter(\"A1\", \"p1\")", "no(\"c\") || some(\"x\")", "none(\"x\")",
			"number(\"x\") != number(\"y\")" })
	void ruleWithAMissingNumberInItsScopeDoesNotFireAndIsNotForgotten(String scope) throws IOException {
		Outcome outcome = outcome(evaluator(List.of(scope)), null);

		assertThat(outcome.obligations()).extracting(Obligation::rule).containsExactly("A1 everyone");
		assertThat(outcome.kind()).isEqualTo(OutcomeKind.NOT_ASSESSABLE);
		assertThat(outcome.missing()).containsExactly("x");
	}

	@Test
	void ruleWithAMissingNumberInItsScopeFiresOnceTheNumberIsThere() throws IOException {
		Evaluator evaluator = evaluator(List.of("number(\"x\") != parameter(\"A1\", \"p1\") || yes(\"c\")"));

		assertThat(fired(evaluator, "1000.00")).isEmpty();
		assertThat(fired(evaluator, "1000.01")).containsExactly("A1 rule 0");
	}

	private static boolean holds(Comparison comparison, int sign) {
		return switch (comparison) {
			case GREATER -> sign > 0;
			case AT_LEAST -> sign >= 0;
			case LESS -> sign < 0;
			case AT_MOST -> sign <= 0;
			case EQUAL -> sign == 0;
			case NOT_EQUAL -> sign != 0;
		};
	}

	/** The scoped rules that spoke. */
	private static List<String> fired(Evaluator evaluator, String x) {
		return outcome(evaluator, x).obligations()
			.stream()
			.map(Obligation::rule)
			.filter((rule) -> !rule.equals("A1 everyone"))
			.toList();
	}

	private static Outcome outcome(Evaluator evaluator, @Nullable String x) {
		Map<String, Object> values = new HashMap<>(
				Map.of("y", new BigDecimal("1"), "b", true, "c", false, "fine", true));
		if (x != null) {
			values.put("x", new BigDecimal(x));
		}
		Report report = new Report("SE5566778899-H017", "exempel", Period.parse("2025-03").orElseThrow(), null, values,
				Map.of(), Set.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
		return evaluator.evaluate(report).outcome("A1").orElseThrow();
	}

	/** An edition of a rule for everyone and one for each scope. */
	private Evaluator evaluator(List<String> scopes) throws IOException {
		StringBuilder rules = new StringBuilder("package rules.exempel.e2025.a;\n").append(rule("everyone", ""));
		for (int i = 0; i < scopes.size(); i++) {
			rules.append(rule("rule " + i, scopes.get(i)));
		}
		StringBuilder parameters = new StringBuilder();
		for (int i = 1; i <= LIMITS.size(); i++) {
			if (rules.indexOf("\"p" + i + "\"") > 0) {
				parameters.append("      p%d: {unit: index, values: {2025-01-01: {value: %s, source: s}}}\n"
					.formatted(i, LIMITS.get(i - 1)));
			}
		}
		StringBuilder elements = new StringBuilder("elements:\n  fine: {type: boolean").append(ELEMENT);
		for (String id : List.of("x", "y")) {
			elements.append(
					(rules.indexOf("\"" + id + "\"") < 0) ? "" : "  " + id + ": {type: decimal, unit: index" + ELEMENT);
		}
		for (String id : List.of("b", "c")) {
			elements.append((rules.indexOf("\"" + id + "\"") < 0) ? "" : "  " + id + ": {type: boolean" + ELEMENT);
		}
		write("assignments/exempel/2025/assignment.yaml", ASSIGNMENT);
		write("assignments/exempel/2025/a.yaml",
				REQUIREMENT + (parameters.isEmpty() ? "" : "    parameters:\n" + parameters) + elements);
		write("rules/exempel/2025/a.drl", rules.toString());
		Problems problems = new Problems();
		Edition edition = Assignments.at(this.home).edition("exempel", "2025", problems).orElse(null);
		assertThat(problems.all()).isEmpty();
		Objects.requireNonNull(edition);
		return new Evaluator(edition, new DroolsRuleBooks().of(edition));
	}

	private static String rule(String name, String scope) {
		return "rule \"A1 " + name + "\"\n@requirement(\"A1\")\nwhen\n$r : Report( " + scope
				+ " )\nthen\nmust($r, \"A1\").yes(\"fine\");\nend\n";
	}

	private void write(String file, String text) throws IOException {
		Path path = this.home.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

}
