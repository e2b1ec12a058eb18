package se.uppdragskollen.evaluation.drools;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.TrialEdition;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.rule.RulePrinter;
import se.uppdragskollen.rule.RuleReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiling a rule is running it: nothing that is not the language of rules may reach the
 * compiler, and no name may break out of its quotes in the generated DRL.
 */
class HostileRulesTests {

	/** What hostile code would do, so that it would be seen. */
	private static final String DEED = "System.setProperty(\"uppdragskollen.hostile\", \"done\")";

	private static final String OPEN = "should($r, \"G2\").oneOf(\"model\", \"known_models\");";

	@TempDir
	private Path home;

	@AfterEach
	void nothingWasDone() {
		String done = System.clearProperty("uppdragskollen.hostile");
		assertThat(done).isNull();
	}

	@ParameterizedTest
	@MethodSource
	void refusesInAScope(String scope) {
		refused(new TrialEdition().change("access.drl", "no(\"clinic\")", scope));
	}

	static Stream<String> refusesInAScope() {
		return Stream.of("eval(true)", "eval(" + DEED + " == null)", DEED + " == null", "this.equals(null)",
				"values[\"clinic\"] == true", "no(\"clinic\"), $x : values", "no(\"clinic\" + " + DEED + ")",
				"no(\"clinic\") == true", "no(\"clinic\") && (" + DEED + ") == null", "!no(\"clinic\")",
				"no(\"clinic\"); " + DEED, "no(\"clinic\") /* */ " + DEED, "number(\"listed\") > 1 + 1",
				"number(\"listed\") matches \".*\"",
				"number(\"listed\").doubleValue() > parameter(\"G1\", \"large_from\")",
				"new java.io.File(\"x\").delete()", "no(\"cli\\\"nic\")",
				"no(\"clinic\\\") || eval(true) || no(\\\"clinic\")", "no('clinic')", "no(\\u0022clinic\\u0022)",
				"no(\"clinic\n\")", "no(\"clinic\r\")", "no(`clinic`)", "no(\"clinic\u2028\")",
				"class.forName(\"java.lang.Runtime\") != null", "#{" + DEED + "}", "no(clinic)",
				"(".repeat(100_000) + "no(\"clinic\")", "(".repeat(11) + "no(\"clinic\")" + ")".repeat(11),
				"no(\"clinic\")) $s : String(", "no(\"clinic\") from " + DEED);
	}

	@ParameterizedTest
	@MethodSource
	void refusesInAConsequence(String consequence) {
		refused(new TrialEdition().change("access.drl", OPEN, consequence));
	}

	static Stream<String> refusesInAConsequence() {
		return Stream.of(DEED + ";", OPEN + "\n    " + DEED + ";", "Runtime.getRuntime().exec(\"id\");", "insert($r);",
				"delete($r);", "update($r);", "modify($r) { setUnit(\"x\") };", "drools.halt();",
				"$r.getClass().getClassLoader();", "String x = \"a\";", "for (;;) { }", "{ " + DEED + "; }",
				"should($r, \"G2\" + " + DEED + ").oneOf(\"model\", \"known_models\");",
				"should($r, \"G2\").oneOf(\"model\", \"known_models\").getClass();",
				"should($r, \"G2\").oneOf(\"model\", " + DEED + ");",
				"should($r, \"G2\").oneOf(\"model\", \"known_models\"), " + DEED + ";",
				"should(($r), \"G2\").oneOf(\"model\", \"known_models\");",
				"should(null, \"G2\").oneOf(\"model\", \"known_models\");",
				"should($r, \"G2\").oneOf(\"model\", \"known_models\"); // \u2028 " + "\n" + DEED + ";",
				"should($r, \"G2\").severity(\"red\\\");" + DEED + ";//\").oneOf(\"model\", \"known_models\");",
				"should($r, \"G2\").agreesWithRegister(\"model\", \"x\"); " + DEED + "; //\");",
				"should($r, \"G2\").getClass(\"model\");", "// " + "\n" + "*/ " + DEED + ";",
				OPEN + " end then " + DEED + ";");
	}

	@ParameterizedTest
	@MethodSource
	void refusesAroundARule(String text) {
		refused(new TrialEdition().change("access.drl", "/* later mandatory */", text));
	}

	static Stream<String> refusesAroundARule() {
		String sound = "when $r : Report( ) then notApplicable($r, \"G1\").because(\"no_clinic\"); end\n";
		return Stream.of("import java.lang.Runtime;", "import function java.lang.System.exit;",
				"function void f() { " + DEED + "; }", "global java.util.List list;", "dialect \"mvel\"",
				"declare Hostile x : String = " + DEED + " end", "declare trait Hostile end", "unit Hostile;",
				"query \"all\" $r : Report( ) end", "package other;", DEED + ";",
				"rule \"G1 x\" extends \"G1 No clinic\" @requirement(\"G1\") " + sound,
				"rule \"G1 x\" @requirement(\"G1\") dialect \"mvel\" " + sound,
				"rule \"G1 x\" @requirement(\"G1\") salience " + DEED + " " + sound,
				"rule \"G1 x\" @requirement(\"G1\") enabled false " + sound,
				"rule \"G1 x\" @requirement(\"G1\") @expires(1d) " + sound, "rule G1 @requirement(\"G1\") " + sound,
				"rule 'G1 x' @requirement('G1') " + sound, "rule \"G1 x\nend\nrule y\" @requirement(\"G1\") " + sound,
				"rule \"G1 x\\\" when then " + DEED + "; end //\" @requirement(\"G1\") " + sound,
				"rule \"G1 x\" when then " + DEED + "; end //\" @requirement(\"G1\") " + sound,
				"rule \"G1 \\u0022 x\" @requirement(\"G1\") " + sound, "rule \"G1 x\r\" @requirement(\"G1\") " + sound,
				"rule \"G1 x\u0000\" @requirement(\"G1\") " + sound,
				"rule \"G1 x\" @requirement(\"G1\\\") eval(\\\"\") " + sound,
				"rule \"G1 x\" @requirement(\"G1\", " + DEED + ") " + sound,
				"rule \"G1 x\" @requirement(\"G1\") when $r : Report( ) or $r : Report( ) then end",
				"rule \"G1 x\" @requirement(\"G1\") when not Report( ) then " + DEED + "; end",
				"rule \"G1 x\" @requirement(\"G1\") when $r : java.lang.Object( ) then end",
				"rule \"G1 x\" @requirement(\"G1\") when $r : Report( ) from entry-point x then end",
				"/* */ */ " + DEED + " /* */", "/* /* */ " + DEED + "; */");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x; import java.util.List", "Trial", "a.b", "a b", "\u00e5", "a\"b" })
	void refusesFoldersWhosePackageWouldBeCode(String folder) {
		new TrialEdition().in(this.home);
		assertThat(this.home.resolve("assignments/trial/2025")
			.toFile()
			.renameTo(this.home.resolve("assignments/trial").resolve(folder).toFile())).isTrue();
		Problems problems = new Problems();
		assertThat(Assignments.at(this.home).edition("trial", folder, problems)).isEmpty();
		assertThat(problems.all()).anyMatch((problem) -> problem.key().equals("folder-name"));
	}

	/** Drools writes a rule's name into a comment of the Java that it generates. */
	@ParameterizedTest
	@ValueSource(strings = { "G1 */ static { System.setProperty(String.valueOf(1), String.valueOf(2)); } /*",
			"G1 */ } class Hostile { static { Integer.parseInt(null); } } /*", "G1 ' + System.exit(1) + '",
			"G1 @{System.exit(1)} ${x} #{y} %s {0}", "G1 ); end; \u00c5\u2013\u00a0\ud83d\ude00 <b>&amp; @link" })
	void oddNamesNeverReachTheCompiler(String name) {
		TrialEdition trial = new TrialEdition().change("access.drl", "G1 Early assessment", name);
		Edition edition = Assignments.at(trial.in(this.home)).edition("trial", "2025", new Problems()).orElseThrow();
		assertThat(DrlWriter.write(edition)).doesNotContain(name.substring(3))
			.isEqualTo(DrlWriter.write(Assignments.at(new TrialEdition().in(this.home))
				.edition("trial", "2025", new Problems())
				.orElseThrow()));
		assertThat(rules(new KieBaseCompiler().compile(edition).kieBase())).containsExactly("0", "1", "2");
	}

	/**
	 * All that the compiler gets of people's own words are names of letters and digits.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "kalmar-halsoval/2023-07", "kalmar-halsoval/2025-01", "scotland-qof/2010",
			"scotland-qof/2011" })
	void compilerGetsNothingInQuotesButNames(String edition) {
		String[] name = edition.split("/");
		String drl = DrlWriter
			.write(Assignments.at(Path.of("")).edition(name[0], name[1], new Problems()).orElseThrow());
		assertThat(Pattern.compile("\"([^\"]*)\"").matcher(drl).results().map((found) -> found.group(1))).isNotEmpty()
			.allMatch((quoted) -> quoted.matches("[A-Za-z0-9_-]+"));
		assertThat(drl.replaceAll("\"[A-Za-z0-9_-]+\"", "").chars())
			.allMatch((sign) -> sign < 128 && sign != '"' && sign != '\\' && sign != '/' && sign != '\'');
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a;b", "x */ y /*", "')", "@{1}", "\u00e5", "", " ", "a.b", "a\tb" })
	void refusesSignsThatNoNameHas(String name) {
		refused(new TrialEdition().change("access.drl", OPEN,
				"should($r, \"G2\").agreesWithRegister(\"model\", \"" + name + "\");\n    " + OPEN));
	}

	/**
	 * What is printed for the compiler is read as the very same rules: nothing breaks
	 * out.
	 */
	@Test
	void printedRulesReadAsTheSame() {
		Problems problems = new Problems();
		Edition edition = Assignments.at(Path.of("")).edition("kalmar-halsoval", "2025-01", problems).orElseThrow();
		for (se.uppdragskollen.rule.Rule rule : edition.rules()) {
			String printed = RulePrinter.print(rule);
			List<se.uppdragskollen.rule.Rule> again = RuleReader
				.read(new Document("printed.drl", "package rules.x;\n" + printed), "x", "rules.x", problems);
			assertThat(again.stream().map(RulePrinter::print)).containsExactly(printed);
		}
		assertThat(problems.all()).isEmpty();
	}

	private void refused(TrialEdition trial) {
		Problems problems = new Problems();
		assertThat(Assignments.at(trial.in(this.home)).edition("trial", "2025", problems)).isEmpty();
		assertThat(problems.all()).isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.line()).isPositive())
			.anyMatch((problem) -> problem.file().startsWith("rules/") && problem.key().startsWith("rule-"));
	}

	private static Stream<String> rules(KieBase kieBase) {
		return kieBase.getKiePackages().stream().flatMap((one) -> one.getRules().stream()).map(Rule::getName).sorted();
	}

}
