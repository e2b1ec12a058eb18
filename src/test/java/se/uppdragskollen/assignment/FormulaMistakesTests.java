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
 * What a formula may get wrong, functions above all: they run Java.
 */
class FormulaMistakesTests {

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
				mistake("a formula that builds on itself",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,", "formula: 2 * hours_twice,"),
						"access.yaml:54:63: hours_twice: The formula builds on itself, directly or through other "
								+ "derived elements. Found: 2 * hours_twice."),
				mistake("a formula with an unknown name",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,", "formula: 2 * huors,"),
						"access.yaml:54:63: derived.hours_twice.formula: The formula names something that does not "
								+ "exist in the edition. A parameter is written with its requirement, as "
								+ "G25.lowest_share. Found: "
								+ "huors. Allowed: G1.large_from, G1.lowest_share, G2.fewest_hours, G2.known_models, "
								+ "G2.phase, "
								+ "clinic, hours, hours_twice, listed, model, total, within. Did you mean hours?"),
				mistake("a formula with an unknown name beside a known one",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,", "formula: hours + huors,"),
						"access.yaml:54:63: derived.hours_twice.formula: The formula names something that does not "
								+ "exist in the edition. A parameter is written with its requirement, as "
								+ "G25.lowest_share. Found: "
								+ "huors. Allowed: G1.large_from, G1.lowest_share, G2.fewest_hours, G2.known_models, "
								+ "G2.phase, "
								+ "clinic, hours, hours_twice, listed, model, total, within. Did you mean hours?"),
				mistake("a formula with an unknown parameter of a requirement",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,",
								"formula: G2.fewest_huors * hours,"),
						"access.yaml:54:63: derived.hours_twice.formula: The formula names something that does not "
								+ "exist in the edition. A parameter is written with its requirement, as "
								+ "G25.lowest_share. Found: "
								+ "G2.fewest_huors. Allowed: G1.large_from, G1.lowest_share, G2.fewest_hours, "
								+ "G2.known_models, "
								+ "G2.phase, clinic, hours, hours_twice, listed, model, total, within. Did you mean "
								+ "G2.fewest_hours?"),
				mistake("a formula with a syntax error",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,", "formula: 2 * * hours,"),
						"access.yaml:54:63: derived.hours_twice.formula: The formula cannot be used: extraneous input "
								+ "'*' expecting {BooleanLiteral, 'for', 'if', 'some', 'every', 'null', 'undefined', "
								+ "IntegerLiteral, FloatingPointLiteral, StringLiteral, '(', '{', '[', ']', '=', '>', "
								+ "'<', '<=', " + "'>=', '!=', '+', '-', 'not', '@', Identifier}. Found: 2 * * hours."),
				mistake("a formula with a function",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,",
								"formula: \"(function(x) x)(hours)\","),
						"access.yaml:54:63: derived.hours_twice.formula: The word function is not allowed in a "
								+ "formula. " + "Found: (function(x) x)(hours)."),
				mistake("a formula with an external function",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,",
								"formula: 'hours + (function(x) external {java: {class: \"java.lang.System\", method "
										+ "signature: " + "\"exit(int)\"}})(1)',"),
						"access.yaml:54:63: derived.hours_twice.formula: The word function is not allowed in a "
								+ "formula. "
								+ "Found: hours + (function(x) external {java: {class: \"java.lang.System\", method "
								+ "signatu…."),
				mistake("a formula with matches",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,",
								"formula: 'if matches(model, \"a\") then hours else 2',"),
						"access.yaml:54:63: derived.hours_twice.formula: The word matches is not allowed in a formula. "
								+ "Found: if matches(model, \"a\") then hours else 2."),
				mistake("a formula that may lack what it does not name",
						new TrialEdition().change("access.yaml", "formula: 2 * hours,",
								"formula: 2 * hours, may_lack: [total],"),
						"access.yaml:54:16: hours_twice.may_lack: The element is not in the formula. Found: "
								+ "total. Allowed: hours."));
	}

	private static Arguments mistake(String what, TrialEdition edition, String... told) {
		return Arguments.of(what, edition, List.of(told));
	}

}
