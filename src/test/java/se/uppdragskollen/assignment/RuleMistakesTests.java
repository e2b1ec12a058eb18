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
 * What a rule may get wrong: names, units, types, levels. One broken rule each, and all
 * that is told.
 */
class RuleMistakesTests {

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
		return Stream.of(mistake("a bare limit",
				new TrialEdition().change("access.drl", "\"fewest_hours\");\n    should($r, \"G2\").oneOf",
						"40);\n    should($r, \"G2\").oneOf"),
				"access.drl:27:45: A number must not stand in a rule itself. Make the limit a parameter of the "
						+ "requirement, with date, unit of measure and source, and write the parameter's name here. "
						+ "Found: 40."),
				mistake("a bare limit in the scope",
						new TrialEdition().change("access.drl", "parameter(\"G1\", \"large_from\")", "5000"),
						"access.yaml:21:9: G1.large_from: No rule uses the parameter G1.large_from. Remove it or use "
								+ "it.",
						"access.drl:7:52: A number must not stand in a rule itself. Make the limit a parameter of the "
								+ "requirement, with date, unit of measure and source, and write the parameter's name "
								+ "here. Found: 5000."),
				mistake("an unknown element",
						new TrialEdition().change("access.drl", "\"hours_twice\"", "\"hours_twise\""),
						"access.yaml:54:16: hours_twice: No rule uses the element hours_twice. Remove it or use it.",
						"access.drl:27:30: G2 Open: The element does not exist in the edition. Found: hours_twise. "
								+ "Allowed: clinic, hours, hours_twice, listed, model, total, within. Did you mean "
								+ "hours_twice?"),
				mistake("an unknown element in the scope",
						new TrialEdition().change("access.drl", "number(\"listed\")", "number(\"listd\")"),
						"access.yaml:49:11: listed: No rule uses the element listed. Remove it or use it.",
						"access.drl:7:40: G1 Early assessment: The element does not exist in the edition. Found: "
								+ "listd. "
								+ "Allowed: clinic, hours, hours_twice, listed, model, total, within. Did you mean "
								+ "listed?"),
				mistake("an unknown parameter",
						new TrialEdition().change("access.drl", "\"total\", \"lowest_share\"",
								"\"total\", \"lowest_shar\""),
						"access.yaml:16:9: G1.lowest_share: No rule uses the parameter G1.lowest_share. Remove it or "
								+ "use it.",
						"access.drl:9:68: G1 Early assessment: The parameter does not exist for requirement G1. Found: "
								+ "lowest_shar. Allowed: large_from, lowest_share. Did you mean lowest_share?"),
				mistake("a rule for an unknown requirement",
						new TrialEdition().change("access.drl", "@requirement(\"G2\")", "@requirement(\"G22\")"),
						"access.yaml:24:5: G2: Requirement G2 has no rule. Without a rule it can never be judged.",
						"access.drl:21:1: G2 Open: The requirement does not exist in the edition. Found: G22. Allowed: "
								+ "G1, G2. Did you mean G2?"),
				mistake("a rule that speaks of another requirement",
						new TrialEdition().change("access.drl", "should($r, \"G2\").oneOf", "should($r, \"G1\").oneOf"),
						"access.yaml:43:9: G2.known_models: No rule uses the parameter G2.known_models. Remove it or "
								+ "use it.",
						"access.drl:28:16: G2 Open: The rule speaks of another requirement than the one in "
								+ "@requirement. Found: G1. Allowed: G2."),
				mistake("another level than the requirement",
						new TrialEdition().change("access.drl", "must($r, \"G1\")", "should($r, \"G1\")"),
						"access.drl:9:16: G1 Early assessment: The requirement's level is must; the rule must say the "
								+ "same. Found: G1."),
				mistake("an unknown severity",
						new TrialEdition().change("access.drl", "severity(\"red\")", "severity(\"rde\")"),
						"access.drl:9:29: G1 Early assessment: The word is not known here. Found: rde. Allowed: red, "
								+ "white, yellow. Did you mean red?"),
				mistake("an unknown phase", new TrialEdition().change("access.drl", "\"mandatory\"", "\"mandatry\""),
						"access.drl:24:30: G2 Open: The phase is not among the values of the parameter phase. Found: "
								+ "mandatry. " + "Allowed: mandatory, prepare. Did you mean mandatory?"),
				mistake("a requirement without phases",
						new TrialEdition().change("access.drl", "phase(\"G2\"", "phase(\"G1\""),
						"access.yaml:34:9: G2.phase: No rule uses the parameter G2.phase. Remove it or use it.",
						"access.drl:24:24: G2 Open: The requirement has no parameter phase with the unit of measure "
								+ "phase. Found: " + "G1."),
				mistake("an unknown reason",
						new TrialEdition().change("access.drl", "because(\"no_clinic\")", "because(\"no_klinic\")"),
						"access.yaml:2:5: G1.reasons: No rule uses the reason no_clinic.",
						"access.drl:17:37: G1 No clinic: The reason is not under the requirement's reasons. "
								+ "Found: no_klinic. Allowed: no_clinic. Did you mean no_clinic?"),
				mistake("an unknown choice",
						new TrialEdition().change("access.drl", "is(\"model\", \"team\")", "is(\"model\", \"taem\")"),
						"access.drl:24:58: G2 Open: The choice does not exist for the element model. Found: taem. "
								+ "Allowed: single, team. Did you mean team?"),
				mistake("a wrong unit",
						new TrialEdition().change("access.drl", "atLeast(\"hours\", \"fewest_hours\")",
								"atLeast(\"listed\", \"fewest_hours\")"),
						"access.drl:26:40: G2 Open: The parameter's unit of measure is hours-per-week; listed-persons "
								+ "is needed here. Found: fewest_hours."),
				mistake("a wrong unit in the scope",
						new TrialEdition().change("access.drl", "number(\"listed\") > ", "number(\"hours\") > "),
						"access.yaml:49:11: listed: No rule uses the element listed. Remove it or use it.",
						"access.drl:7:33: G1 Early assessment: The units of measure cannot be compared; the other one "
								+ "is listed-persons. Found: hours-per-week."),
				mistake("a wrong type", new TrialEdition().change("access.drl", "yes(\"clinic\")", "yes(\"listed\")"),
						"access.drl:7:22: G1 Early assessment: The element has the type integer, but another is "
								+ "needed here (boolean). Found: listed."),
				mistake("a wrong type in an obligation",
						new TrialEdition().change("access.drl", "oneOf(\"model\"", "oneOf(\"hours\""),
						"access.drl:28:28: G2 Open: The element has the type decimal, but another is needed here "
								+ "(choice). Found: hours."),
				mistake("part and whole of different units",
						new TrialEdition().change("access.drl", "shareAtLeast(\"within\", \"total\"",
								"shareAtLeast(\"within\", \"listed\""),
						"access.yaml:48:10: total: No rule uses the element total. Remove it or use it.",
						"access.drl:9:59: G1 Early assessment: The units of measure cannot be compared; the other one "
								+ "is patients. " + "Found: listed."),
				mistake("an unknown counterpart",
						new TrialEdition().change("access.drl", "should($r, \"G2\").oneOf",
								"should($r, \"G2\").noRedFlag(\"kommunen\");\n    should($r, \"G2\").oneOf"),
						"access.drl:28:32: G2 Open: The word is not known here. Found: kommunen. Allowed: centre, "
								+ "hospital, municipality, patients, psychiatry."),
				mistake("too few names",
						new TrialEdition().change("access.drl", "shareAtLeast(\"within\", \"total\", \"lowest_share\")",
								"shareAtLeast(\"within\", \"lowest_share\")"),
						"access.yaml:48:10: total: No rule uses the element total. Remove it or use it.",
						"access.drl:9:48: shareAtLeast takes 3 names inside the parentheses but has 2."),
				mistake("a name without the id", new TrialEdition().change("access.drl", "\"G2 Open\"", "\"Open\""),
						"access.drl:21:1: Open: The rule's name must begin with the requirement's id: G2. Found: "
								+ "Open."),
				mistake("the same name twice",
						new TrialEdition().change("access.drl", "\"G1 No clinic\"", "\"G1 Early assessment\""),
						"access.drl:12:1: Two rules have the same name. Found: G1 Early assessment."),
				mistake("another package",
						new TrialEdition().change("access.drl", "package rules.trial.e2025.access;",
								"package rules.trial.access;"),
						"access.drl:1:1: The file must begin with its package name. Found: package rules.trial.access. "
								+ "Allowed: package rules.trial.e2025.access;."),
				mistake("no package",
						new TrialEdition().change("access.drl", "package rules.trial.e2025.access;\n", ""),
						"access.drl:3:1: The file must begin with its package name. Found: rule. Allowed: package "
								+ "rules.trial.e2025.access;."));
	}

	private static Arguments mistake(String what, TrialEdition edition, String... told) {
		return Arguments.of(what, edition, List.of(told));
	}

}
