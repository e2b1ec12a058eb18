package se.uppdragskollen.authoring;

import java.util.List;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.RulePrinter;
import se.uppdragskollen.rule.RuleReader;

import static org.assertj.core.api.Assertions.assertThat;

class ScopeMutantsTests {

	@Test
	void aRuleForEveryoneHasNoScopeToMistake() {
		assertThat(mutants("")).isEmpty();
	}

	@Test
	void aSingleConditionIsRemovedOrTurned() {
		assertThat(mutants("some(\"x\")")).containsExactly("", "none(\"x\")");
		assertThat(mutants("none(\"x\")")).containsExactly("", "some(\"x\")");
		assertThat(mutants("yes(\"x\")")).containsExactly("", "no(\"x\")");
		assertThat(mutants("no(\"x\")")).containsExactly("", "yes(\"x\")");
		assertThat(mutants("is(\"x\", \"a\")")).containsExactly("", "isNot(\"x\", \"a\")");
		assertThat(mutants("isNot(\"x\", \"a\")")).containsExactly("", "is(\"x\", \"a\")");
		assertThat(mutants("contains(\"x\", \"a\")")).containsExactly("");
		assertThat(mutants("phase(\"G1\", \"a\")")).containsExactly("");
	}

	@Test
	void aComparisonMovesItsBorderAndTurns() {
		assertThat(mutants("number(\"x\") > number(\"y\")")).containsExactly("", "number(\"x\") >= number(\"y\")",
				"number(\"x\") < number(\"y\")");
		assertThat(mutants("number(\"x\") >= number(\"y\")")).containsExactly("", "number(\"x\") > number(\"y\")",
				"number(\"x\") <= number(\"y\")");
		assertThat(mutants("number(\"x\") < number(\"y\")")).containsExactly("", "number(\"x\") <= number(\"y\")",
				"number(\"x\") > number(\"y\")");
		assertThat(mutants("number(\"x\") <= number(\"y\")")).containsExactly("", "number(\"x\") < number(\"y\")",
				"number(\"x\") >= number(\"y\")");
		assertThat(mutants("number(\"x\") == number(\"y\")")).containsExactly("", "number(\"x\") != number(\"y\")");
		assertThat(mutants("number(\"x\") != number(\"y\")")).containsExactly("", "number(\"x\") == number(\"y\")");
	}

	@Test
	void eachConditionAmongSeveralIsDroppedOrTurnedInItsPlace() {
		assertThat(mutants("yes(\"x\"), (no(\"y\") || some(\"z\"))")).containsExactly(
				"(no(\"y\") || some(\"z\"))".substring(1, "(no(\"y\") || some(\"z\"))".length() - 1),
				"no(\"x\") && (no(\"y\") || some(\"z\"))", "yes(\"x\")", "yes(\"x\") && some(\"z\")",
				"yes(\"x\") && (yes(\"y\") || some(\"z\"))", "yes(\"x\") && no(\"y\")",
				"yes(\"x\") && (no(\"y\") || none(\"z\"))", "yes(\"x\") && (no(\"y\") && some(\"z\"))");
	}

	private static List<String> mutants(String scope) {
		Problems problems = new Problems();
		List<Rule> rules = RuleReader.read(new Document("a.drl", """
				package rules.a;
				rule "G1 A"
				    @requirement("G1")
				when
				    $r : Report( SCOPE )
				then
				    must($r, "G1").yes("x");
				end
				""".replace("SCOPE", scope)), "a", "rules.a", problems);
		assertThat(problems.all()).isEmpty();
		return ScopeMutants.of(rules.get(0).scope()).stream().map((one) -> RulePrinter.scope(one.scope())).toList();
	}

}
