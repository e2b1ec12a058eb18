package se.uppdragskollen.assignment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is not the language of rules: refused with its place, and never compiled.
 */
class RuleLanguageTests {

	@TempDir
	private Path home;

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void isToldWithItsPlace(String what, TrialEdition edition, List<String> told) {
		assertThat(edition.problems(this.home)).as(what)
			.map((one) -> one.replaceFirst("^(assignments|rules)/trial/2025/", ""))
			.isEqualTo(told);
	}

	static Stream<Arguments> isToldWithItsPlace() {
		return Stream.of(
				mistake("an import",
						new TrialEdition().change("access.drl", "\n// who", "import java.util.*;\n\n// who"),
						"access.drl:2:1: A rule is expected to begin here. Nothing but rules – no imports, functions, "
								+ "globals or queries – belongs to the rule language. Found: import. Allowed: rule."),
				mistake("eval in the scope", new TrialEdition().change("access.drl", "yes(\"clinic\"),", "eval(true),"),
						"access.drl:7:18: The word cannot be used in a condition. Found: eval. Allowed: some  none  "
								+ "yes  no  is  isNot  contains  phase  number  parameter."),
				mistake("salience",
						new TrialEdition().change("access.drl", "@requirement(\"G2\")",
								"salience 10\n    @requirement(\"G2\")"),
						"access.drl:22:5: Another character is expected here. Found: salience. Allowed: @."),
				mistake("salience after the requirement",
						new TrialEdition().change("access.drl", "@requirement(\"G2\")",
								"@requirement(\"G2\")\n    salience 10"),
						"access.drl:23:5: After the name, @requirement(\"…\") and then when are expected, nothing "
								+ "else. " + "Found: salience. Allowed: when."),
				mistake("a function",
						new TrialEdition().change("access.drl", "\n// who", "function int f() { return 1; }\n\n// who"),
						"access.drl:2:1: A rule is expected to begin here. Nothing but rules – no imports, functions, "
								+ "globals or queries – belongs to the rule language. Found: function. Allowed: rule."),
				mistake("a global",
						new TrialEdition().change("access.drl", "\n// who", "global java.util.List list;\n\n// who"),
						"access.drl:2:1: A rule is expected to begin here. Nothing but rules – no imports, functions, "
								+ "globals or queries – belongs to the rule language. Found: global. Allowed: rule."),
				mistake("a query",
						new TrialEdition().change("access.drl", "\n// who",
								"query \"all\" $r : Report( ) end\n\n// who"),
						"access.drl:2:1: A rule is expected to begin here. Nothing but rules – no imports, functions, "
								+ "globals or queries – belongs to the rule language. Found: query. Allowed: rule."),
				mistake("a declared type",
						new TrialEdition().change("access.drl", "\n// who",
								"declare Person name : String end\n\n// who"),
						"access.drl:2:1: A rule is expected to begin here. Nothing but rules – no imports, functions, "
								+ "globals or queries – belongs to the rule language. Found: declare. Allowed: rule."),
				mistake("from",
						new TrialEdition().change("access.drl", "then\n    should",
								"    $x : Object() from $r.values\nthen\n    should"),
						"access.drl:25:5: After Report( … ), then is expected. A rule has one pattern only; write all "
								+ "conditions inside the parentheses. Found: $x. Allowed: then."),
				mistake("accumulate",
						new TrialEdition().change("access.drl", "then\n    should",
								"    accumulate( Report( $n : number(\"hours\") ); $s : sum($n) )\nthen\n    should"),
						"access.drl:25:5: After Report( … ), then is expected. A rule has one pattern only; write all "
								+ "conditions inside the parentheses. Found: accumulate. Allowed: then."),
				mistake("modify",
						new TrialEdition().change("access.drl", "notApplicable($r, \"G1\").because(\"no_clinic\");",
								"notApplicable($r, \"G1\").because(\"no_clinic\");\n    modify($r) { setX(1) };"),
						"access.drl:18:5: After then, only certain words may be used. Found: modify. Allowed: must  "
								+ "should  " + "notApplicable  credit."),
				mistake("a second pattern",
						new TrialEdition().change("access.drl", "then\n    should",
								"    $s : Report( )\nthen\n    should"),
						"access.drl:25:5: After Report( … ), then is expected. A rule has one pattern only; write all "
								+ "conditions inside the parentheses. Found: $s. Allowed: then."),
				mistake("a text without its end", new TrialEdition().change("access.drl", "\"G2 Open\"", "\"G2 Open"),
						"access.drl:21:6: The text has no closing quote. Found: \"G2 Open."),
				mistake("a comment without its end",
						new TrialEdition().change("access.drl", "/* later mandatory */", "/* later mandatory"),
						"access.yaml:24:5: G2: Requirement G2 has no rule. Without a rule it can never be judged.",
						"access.yaml:34:9: G2.phase: No rule uses the parameter G2.phase. Remove it or use it.",
						"access.yaml:39:9: G2.fewest_hours: No rule uses the parameter G2.fewest_hours. Remove it or "
								+ "use it.",
						"access.yaml:43:9: G2.known_models: No rule uses the parameter G2.known_models. Remove it or "
								+ "use it.",
						"access.yaml:50:10: hours: No rule uses the element hours. Remove it or use it.",
						"access.yaml:52:10: model: No rule uses the element model. Remove it or use it.",
						"access.yaml:54:16: hours_twice: No rule uses the element hours_twice. Remove it or use it.",
						"access.drl:20:1: The comment has no closing */."),
				mistake("an unknown word",
						new TrialEdition().change("access.drl", "atLeast(\"hours\",", "atLest(\"hours\","),
						"access.drl:26:22: The word does not express an obligation. Found: atLest. Allowed: atLeast "
								+ " moreThan  atMost  lessThan  between  shareAtLeast  shareMoreThan  shareAtMost  "
								+ "shareLessThan  "
								+ "yes  no  notLaterThan  notEarlierThan  notOlderThan  notExpired  includes  oneOf  "
								+ "given  "
								+ "atLeastThatOf  atMostThatOf  sameAs  agreesWithRegister  notFalling  notRising  "
								+ "rises  falls  "
								+ "changeAtMost  nearPeers  notBelowPeers  notAbovePeers  noRedFlag  agreesWithSignal "
								+ " severity. " + "Did you mean atLeast?"),
				mistake("an unknown word in the scope",
						new TrialEdition().change("access.drl", "yes(\"clinic\")", "yess(\"clinic\")"),
						"access.drl:7:18: The word cannot be used in a condition. Found: yess. Allowed: some  none  "
								+ "yes  no  is  isNot  contains  phase  number  parameter. Did you mean yes?"),
				mistake("an unknown statement",
						new TrialEdition().change("access.drl", "notApplicable(", "notAplicable("),
						"access.drl:17:5: After then, only certain words may be used. Found: notAplicable. Allowed: "
								+ "must  " + "should  notApplicable  credit. Did you mean notApplicable?"),
				mistake("a rule that says nothing",
						new TrialEdition().change("access.drl",
								"    notApplicable($r, \"G1\").because(\"no_clinic\");\n", ""),
						"access.yaml:2:5: G1.reasons: No rule uses the reason no_clinic.",
						"access.drl:12:1: G1 No clinic: The rule says nothing between then and end."));
	}

	private static Arguments mistake(String what, TrialEdition edition, String... told) {
		return Arguments.of(what, edition, List.of(told));
	}

}
