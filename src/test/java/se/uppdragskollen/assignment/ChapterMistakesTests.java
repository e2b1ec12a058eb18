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
 * What an edition's YAML may get wrong: one broken file each, and all that is told.
 */
class ChapterMistakesTests {

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
				mistake("an unused element",
						new TrialEdition().change("access.yaml", "derived:\n",
								"  spare: {type: boolean, from: self-report, period: month, label: {sv: Till, en: "
										+ "Spare}}\nderived:\n"),
						"access.yaml:53:10: spare: No rule uses the element spare. Remove it or use it."),
				mistake("an unused derived element", new TrialEdition().change("access.yaml", "derived:\n",
						"derived:\n  spare: {type: decimal, unit: patients, formula: 2 * total, label: {sv: Till, en: "
								+ "Spare}}\n"),
						"access.yaml:54:10: spare: No rule uses the element spare. Remove it or use it."),
				mistake("an unused parameter", new TrialEdition().change("access.yaml", "      large_from:",
						"      spare:\n        unit: percent\n        values:\n          2025-01-01: {value: 1, "
								+ "source: " + "Prov}\n      large_from:"),
						"access.yaml:21:9: G1.spare: No rule uses the parameter G1.spare. Remove it or use it."),
				mistake("an unused reason",
						new TrialEdition().change("access.yaml", "    reasons:\n",
								"    reasons:\n      too_small: {sv: För liten, en: Too small}\n"),
						"access.yaml:2:5: G1.reasons: No rule uses the reason too_small."),
				mistake("a requirement without a rule", new TrialEdition().change("access.yaml", "elements:\n",
						"  - id: G3\n    title: {sv: Tre, en: Three}\n    text: {sv: Tre, en: Three}\n    level: "
								+ "must\n    "
								+ "severity: red\n    follow_up: dialogue\n    period: year\n    source: {kind: seed, "
								+ "document: " + "Prov}\nelements:\n"),
						"access.yaml:46:5: G3: Requirement G3 has no rule. Without a rule it can never be judged."),
				mistake("a key written twice",
						new TrialEdition().change("access.yaml", "    severity: yellow\n",
								"    severity: yellow\n    severity: red\n"),
						"access.yaml:7:5: requirements[0].severity: The key appears twice; the first is on line 6. "
								+ "Remove one of them. Found: severity."),
				mistake("an anchor",
						new TrialEdition().change("access.yaml", "    level: should", "    level: &level should"),
						"access.yaml:27:12: requirements[1].level: An anchor (&) is not allowed. Write the value where "
								+ "it is needed. Found: &level."),
				mistake("the same date twice", new TrialEdition().change("access.yaml",
						"          2025-07-01: {value: 85, source: Prov}",
						"          2025-07-01: {value: 85, source: Prov}\n          2025-07-01: {value: 90, source: "
								+ "Prov}"),
						"access.yaml:20:11: requirements[0].parameters.lowest_share.values.2025-07-01: The key "
								+ "appears twice; the first is on line 19. Remove one of them. Found: 2025-07-01."),
				mistake("the same id twice", new TrialEdition().change("access.yaml", "  - id: G2\n", "  - id: G1\n"),
						"access.yaml:24:9: requirements[1].id: The id is used already. Found: G1.",
						"access.drl:21:1: G2 Open: The requirement does not exist in the edition. Found: G2. Allowed: "
								+ "G1. Did you mean G1?"),
				mistake("an unknown key",
						new TrialEdition().change("access.yaml", "    follow_up: dialogue", "    folow_up: dialogue"),
						"access.yaml:24:5: requirements[1].follow_up: The key follow_up is missing.",
						"access.yaml:29:5: requirements[1].folow_up: The key is not known. Found: folow_up. Allowed: "
								+ "continues, follow_up, id, level, parameters, period, phases, priority_by_group, "
								+ "reasons, severity, "
								+ "smallest_group, source, text, title. Did you mean follow_up?"),
				mistake("an unknown unit",
						new TrialEdition().change("access.yaml", "unit: hours-per-week\n", "unit: hours-a-week\n"),
						"access.yaml:39:15: requirements[1].parameters.fewest_hours.unit: The word is not known here. "
								+ "Found: hours-a-week. Did you mean hours-per-week?"),
				mistake("no unit",
						new TrialEdition().change("access.yaml", "hours: {type: decimal, unit: hours-per-week,",
								"hours: {type: decimal,"),
						"access.yaml:50:10: elements.hours.unit: The unit of measure (unit) is missing; a number must "
								+ "have a unit of measure."),
				mistake("a decimal comma",
						new TrialEdition().change("access.yaml", "{value: 40, source: Prov}",
								"{value: \"40,5\", source: Prov}"),
						"access.yaml:41:31: requirements[1].parameters.fewest_hours.values.2025-01-01.value: A number "
								+ "is expected here, with a point for decimals (87.5). Found: 40,5. Did "
								+ "you mean 40.5?"),
				mistake("a number that fills the memory",
						new TrialEdition().change("access.yaml", "{value: 40, source: Prov}",
								"{value: 1e999999999, source: Prov}"),
						"access.yaml:41:31: requirements[1].parameters.fewest_hours.values.2025-01-01.value: The "
								+ "number " + "has too many digits. Found: 1e999999999."),
				mistake("an impossible date",
						new TrialEdition().change("access.yaml", "2025-07-01: {value: mandatory",
								"2025-02-30: {value: mandatory"),
						"access.yaml:37:11: requirements[1].parameters.phase.values.2025-02-30: An existing date is "
								+ "expected here, written YYYY-MM-DD. Found: 2025-02-30."),
				mistake("a parameter that starts after the edition does",
						new TrialEdition().change("access.yaml", "2025-01-01: {value: 40", "2025-03-01: {value: 40"),
						"access.yaml:39:9: G2.fewest_hours: The parameter has no value from the edition's first day, "
								+ "2025-01-01. Found: 2025-03-01."),
				mistake("a value after the edition",
						new TrialEdition().change("access.yaml", "2025-07-01: {value: 85", "2026-07-01: {value: 85"),
						"access.yaml:16:9: G1.lowest_share: The value comes into force after the edition's last day, "
								+ "2025-12-31, and is never used. Found: 2026-07-01."),
				mistake("a value without source",
						new TrialEdition().change("access.yaml", "{value: 5000, source: Prov}", "{value: 5000}"),
						"access.yaml:23:23: requirements[0].parameters.large_from.values.2025-01-01.source: The key "
								+ "source is missing."),
				mistake("an unknown choice in a list",
						new TrialEdition().change("access.yaml", "[team, single]", "[team, singel]"),
						"access.drl:28:37: G2 Open: The choice does not exist for the element model. Found: singel. "
								+ "Allowed: single, team. Did you mean single?"),
				mistake("an unknown patient group", new TrialEdition().change("access.yaml", "{1: red}", "{2: red}"),
						"access.yaml:9:25: requirements[0].priority_by_group.2: The patient group is not in "
								+ "assignment.yaml. Found: 2. Allowed: 1. Did you mean 1?"),
				mistake("a text in one language only",
						new TrialEdition().change("access.yaml", "title: {sv: Öppet, en: Open}", "title: {sv: Öppet}"),
						"access.yaml:25:12: requirements[1].title.en: The key en is missing."),
				mistake("a part of nothing",
						new TrialEdition().change("access.yaml", "part_of: total", "part_of: totl"),
						"access.yaml:47:11: within.part_of: The element does not exist in the edition. Found: totl. "
								+ "Allowed: clinic, hours, listed, model, total, within. Did you mean total?"),
				mistake("a part of another unit",
						new TrialEdition().change("access.yaml", "part_of: total", "part_of: listed"),
						"access.yaml:47:11: within.part_of: A part and its whole must be numbers with the same unit "
								+ "of measure. " + "Found: listed."),
				mistake("choices forgotten",
						new TrialEdition().change("access.yaml",
								", choices: {team: {sv: Lag, en: Team}, single: {sv: En, en: One}}", ""),
						"access.yaml:52:10: elements.model.choices: The choices are missing; the type choice needs "
								+ "them."),
				mistake("the smallest above the greatest",
						new TrialEdition().change("access.yaml", "total: {type: integer, unit: patients, min: 0,",
								"total: {type: integer, unit: patients, min: 10, max: 5,"),
						"access.yaml:48:56: elements.total.max: The greatest value is below the least (10). Found: 5."),
				mistake("names that are public",
						new TrialEdition().change("access.yaml", "clinic: {type: boolean,",
								"clinic: {type: boolean, personal: true, public: true,"),
						"access.yaml:51:51: elements.clinic.public: Personal data cannot be public. Found: true."),
				mistake("another folder",
						new TrialEdition().change("assignment.yaml", "edition: \"2025\"", "edition: \"2026\""),
						"assignment.yaml:2:10: edition: The name must be that of the folder. Found: 2026. Allowed: "
								+ "2025."),
				mistake("an end before the start",
						new TrialEdition().change("assignment.yaml", "to: 2025-12-31", "to: 2024-12-31"),
						"assignment.yaml:4:34: in_force.to: The last day lies before the first, 2025-01-01. Found: "
								+ "2024-12-31."),
				mistake("a chapter without files",
						new TrialEdition().change("assignment.yaml", "  - {id: access,",
								"  - {id: more, part: care, title: {sv: Mer, en: More}}\n  - {id: access,"),
						"more.yaml: The file does not exist.", "more.drl: The file does not exist."),
				mistake("a requirement that continues what is not said",
						new TrialEdition().change("assignment.yaml", "continues: \"2024\"\n", ""),
						"access.yaml:2:5: G1: The requirement continues another, but the edition does not say which "
								+ "edition it continues (continues in assignment.yaml). Found: G1."),
				mistake("a file of no chapter",
						new TrialEdition().with("assignments/trial/2025/left.yaml", "requirements: []\n")
							.with("rules/trial/2025/left.drl", "package x;\n"),
						"left.yaml: The file belongs to no chapter of assignment.yaml. Remove it, or add the chapter "
								+ "there.",
						"left.drl: The file belongs to no chapter of assignment.yaml. Remove it, or add the chapter "
								+ "there."),
				mistake("two editions at a time",
						new TrialEdition().with("assignments/trial/2024/assignment.yaml",
								"in_force: {from: 2024-01-01, to: 2025-03-31}\n"),
						"assignment.yaml:4:11: in_force: The edition is in force at the same time as edition 2024 "
								+ "(2024-01-01 – 2025-03-31). Only one edition can be in force at a time. Found: "
								+ "2025-01-01 – " + "2025-12-31."));
	}

	private static Arguments mistake(String what, TrialEdition edition, String... told) {
		return Arguments.of(what, edition, List.of(told));
	}

}
