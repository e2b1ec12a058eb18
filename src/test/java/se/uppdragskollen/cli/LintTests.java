package se.uppdragskollen.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.TrialEdition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code lint}: everything that is wrong with an edition, all at once.
 */
class LintTests {

	private static final String CACHE = "uppdragskollen.cache";

	@TempDir
	private Path home;

	@TempDir
	private Path cache;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void keepCompiledRulesHere() {
		System.setProperty(CACHE, this.cache.toString());
	}

	@AfterEach
	void keepThemWhereTheyWere() {
		System.clearProperty(CACHE);
	}

	@Test
	void saysNothingButOneLineAboutASoundEdition() {
		assertThat(lint(new TrialEdition(), "trial/2025")).isEqualTo(Exit.CLEAN);
		assertThat(lines(this.out))
			.containsExactly("trial/2025: no problems. 2 requirements, 3 rules, 6 elements, 1 derived elements.");
		assertThat(lines(this.err)).isEmpty();
	}

	@Test
	void namesEveryMistakeAtOnce() {
		assertThat(lint(everythingWrong(), "trial/2025")).isEqualTo(Exit.CANNOT_RUN);
		assertThat(lines(this.err)).containsExactly(
				"assignments/trial/2025/access.yaml:7:5: requirements[0].severity: The key appears twice; the first "
						+ "is on line 6. Remove one of them. Found: severity.",
				"assignments/trial/2025/access.yaml:17:9: G1.lowest_share: No rule uses the parameter "
						+ "G1.lowest_share. Remove it or use it.",
				"assignments/trial/2025/access.yaml:21:11: "
						+ "requirements[0].parameters.lowest_share.values.2025-07-01: The key appears twice; the "
						+ "first is on line 20. Remove one of them. Found: 2025-07-01.",
				"assignments/trial/2025/access.yaml:29:12: requirements[1].level: An anchor (&) is not "
						+ "allowed. Write the value where it is needed. Found: &level.",
				"assignments/trial/2025/access.yaml:48:5: G3: Requirement G3 has no rule. Without a rule "
						+ "it can never be judged.",
				"assignments/trial/2025/access.yaml:59:11: listed: No rule uses the element listed. "
						+ "Remove it or use it.",
				"assignments/trial/2025/access.yaml:64:63: derived.hours_twice.formula: The formula "
						+ "names something that does not exist in the edition. A parameter is written with its "
						+ "requirement, as G25.lowest_share. Found: huors. Allowed: G1.large_from, "
						+ "G1.lowest_share, G2.fewest_hours, G2.known_models, G2.phase, clinic, hours, "
						+ "hours_twice, listed, model, total, within. Did you mean hours?",
				"assignments/trial/2025/assignment.yaml:4:11: in_force: The edition is in force at the "
						+ "same time as edition 2024 (2024-01-01 – 2025-01-31). Only one edition can be in force "
						+ "at a time. Found: 2025-01-01 – 2025-12-31.",
				"rules/trial/2025/access.drl:7:40: G1 Early assessment: The element does not exist in "
						+ "the edition. Found: listd. Allowed: clinic, hours, hours_twice, listed, model, total, "
						+ "within. Did you mean listed?",
				"rules/trial/2025/access.drl:9:68: G1 Early assessment: The parameter's unit of measure is "
						+ "listed-persons; percent is needed here. Found: large_from.",
				"rules/trial/2025/access.drl:20:1: G9 Nobody asked for this: The requirement does not "
						+ "exist in the edition. Found: G9. Allowed: G1, G2, G3. Did you mean G1?",
				"rules/trial/2025/access.drl:35:45: A number must not stand in a rule itself. Make the limit a "
						+ "parameter of the requirement, with date, unit of measure and source, and write the "
						+ "parameter's name here. Found: 40.",
				"trial/2025: 12 problems.");
		assertThat(lines(this.out)).isEmpty();
	}

	@Test
	void namesEveryMistakeInSwedishToo() {
		lint(everythingWrong(), "trial/2025", "--language", "sv");
		assertThat(lines(this.err)).hasSize(13)
			.contains("rules/trial/2025/access.drl:35:45: Ett tal får inte stå direkt i en regel. Lägg gränsen som en "
					+ "parameter hos kravet, med datum, måttenhet och källa, och skriv parameterns namn här. Där "
					+ "står: 40.")
			.endsWith("trial/2025: 12 fel.");
	}

	@Test
	void writesTheMistakesForMachines() {
		assertThat(lint(everythingWrong(), "trial/2025", "--format", "json")).isEqualTo(Exit.CANNOT_RUN);
		JsonNode problems = new JsonMapper().readTree(this.out.toString(StandardCharsets.UTF_8));
		assertThat(problems.size()).isEqualTo(12);
		assertThat(problems.get(0).propertyNames()).containsExactly("file", "line", "column", "path", "problem",
				"text");
		assertThat(lines(this.err)).isEmpty();
		this.out.reset();
		assertThat(lint(everythingWrong(), "trial/2025", "--format", "sarif")).isEqualTo(Exit.CANNOT_RUN);
		JsonNode sarif = new JsonMapper().readTree(this.out.toString(StandardCharsets.UTF_8));
		assertThat(sarif.at("/version").asString()).isEqualTo("2.1.0");
		assertThat(sarif.at("/runs/0/results").size()).isEqualTo(12);
	}

	@Test
	void suggestsTheEditionThatIsMeant() {
		assertThat(lint(new TrialEdition(), "trail/2025")).isEqualTo(Exit.CANNOT_RUN);
		assertThat(lint(new TrialEdition(), "trial/2052")).isEqualTo(Exit.CANNOT_RUN);
		assertThat(lint(new TrialEdition(), "trial")).isEqualTo(Exit.CANNOT_RUN);
		assertThat(lines(this.err)).containsExactly(
				this.home.resolve("assignments")
						+ ": There is no such assignment. Found: trail. Allowed: trial. " + "Did you mean trial?",
				"trail/2025: 1 problems.",
				this.home.resolve("assignments/trial") + ": There is no such edition. Found: 2052. Allowed: 2025. "
						+ "Did you mean 2025?",
				"trial/2052: 1 problems.",
				"trial: Write assignment and edition with a slash, as kalmar-halsoval/2025-01.", "trial: 1 problems.");
	}

	/** The list of the issue, and a formula, in one edition. */
	private static TrialEdition everythingWrong() {
		return new TrialEdition().change("access.drl", "\"hours_twice\", \"fewest_hours\"", "\"hours_twice\", 40")
			.change("access.drl", "number(\"listed\")", "number(\"listd\")")
			.change("access.drl", "\"total\", \"lowest_share\"", "\"total\", \"large_from\"")
			.change("access.drl", "/* later mandatory */", """
					rule "G9 Nobody asked for this"
					    @requirement("G9")
					when
					    $r : Report( )
					then
					    must($r, "G9").yes("clinic");
					end

					""")
			.change("access.yaml", "    severity: yellow\n", "    severity: yellow\n    severity: red\n")
			.change("access.yaml", "level: should", "level: &level should")
			.change("access.yaml", "          2025-07-01: {value: 85, source: Prov}\n",
					"          2025-07-01: {value: 85, source: Prov}\n          2025-07-01: {value: 90, source: "
							+ "Prov}\n")
			.change("access.yaml", "elements:\n", """
					  - id: G3
					    title: {sv: Tre, en: Three}
					    text: {sv: Tre, en: Three}
					    level: must
					    severity: red
					    follow_up: dialogue
					    period: year
					    source: {kind: seed, document: Prov}
					elements:
					""")
			.change("access.yaml", "formula: 2 * hours,", "formula: 2 * hours + huors,")
			.with("assignments/trial/2024/assignment.yaml", "in_force: {from: 2024-01-01, to: 2025-01-31}\n");
	}

	private int lint(TrialEdition edition, String... arguments) {
		edition.in(this.home);
		List<String> all = new ArrayList<>(List.of("lint", "--home", this.home.toString()));
		all.addAll(List.of(arguments));
		if (!all.contains("--language")) {
			all.addAll(List.of("--language", "en"));
		}
		Terminal terminal = new Terminal(stream(this.out), stream(this.err), false, false);
		return Main.run(terminal, Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC),
				all.toArray(String[]::new));
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private static List<String> lines(ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
