package se.uppdragskollen.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.language.Language;

/**
 * A small sound edition, {@code trial/2025}, for tests that break it in one place.
 */
public final class TrialEdition {

	private static final String ASSIGNMENT = """
			assignment: trial
			edition: "2025"
			title: {sv: Prov, en: Trial}
			in_force: {from: 2025-01-01, to: 2025-12-31}
			decision: {body: Nämnden, date: 2024-11-26, reference: null}
			continues: "2024"
			smallest_group: 20
			patient_groups:
			  - {id: 1, title: {sv: Enkla besvär, en: Simple}}
			chapters:
			  - {id: access, part: basic, title: {sv: Tillgänglighet, en: Access}}
			""";

	private static final String CHAPTER = """
			requirements:
			  - id: G1
			    title: {sv: Snar bedömning, en: Early assessment}
			    text: {sv: Inom tre dagar, en: Within three days}
			    level: must
			    severity: yellow
			    follow_up: continuous
			    period: month
			    priority_by_group: {1: red}
			    source: {kind: seed, document: Prov}
			    continues: G1
			    reasons:
			      no_clinic: {sv: Ingen mottagning, en: No clinic}
			    parameters:
			      lowest_share:
			        unit: percent
			        values:
			          2024-01-01: {value: 80, source: Prov}
			          2025-07-01: {value: 85, source: Prov}
			      large_from:
			        unit: listed-persons
			        values:
			          2025-01-01: {value: 5000, source: Prov}
			  - id: G2
			    title: {sv: Öppet, en: Open}
			    text: {sv: Öppet, en: Open}
			    level: should
			    severity: white
			    follow_up: dialogue
			    period: month
			    source: {kind: seed, document: Prov}
			    parameters:
			      phase:
			        unit: phase
			        values:
			          2025-01-01: {value: prepare, source: Prov}
			          2025-07-01: {value: mandatory, source: Prov}
			      fewest_hours:
			        unit: hours-per-week
			        values:
			          2025-01-01: {value: 40, source: Prov}
			      known_models:
			        unit: list
			        values:
			          2025-01-01: {value: [team, single], source: Prov}
			elements:
			  within: {type: integer, unit: patients, min: 0, part_of: total, from: self-report, period: month, label: {sv: I tid, en: In time}}
			  total: {type: integer, unit: patients, min: 0, from: self-report, period: month, label: {sv: Alla, en: All}}
			  listed: {type: integer, unit: listed-persons, from: self-report, period: month, label: {sv: Listade, en: Listed}}
			  hours: {type: decimal, unit: hours-per-week, from: self-report, period: month, label: {sv: Timmar, en: Hours}}
			  clinic: {type: boolean, from: self-report, period: month, label: {sv: Mottagning, en: Clinic}}
			  model: {type: choice, from: self-report, period: month, label: {sv: Form, en: Model}, choices: {team: {sv: Lag, en: Team}, single: {sv: En, en: One}}}
			derived:
			  hours_twice: {type: decimal, unit: hours-per-week, formula: 2 * hours, label: {sv: Dubbelt, en: Twice}}
			""";

	private static final String RULES = """
			package rules.trial.e2025.access;

			// who has a clinic
			rule "G1 Early assessment"
			    @requirement("G1")
			when
			    $r : Report( yes("clinic"), number("listed") > parameter("G1", "large_from") )
			then
			    must($r, "G1").severity("red").shareAtLeast("within", "total", "lowest_share");
			end

			rule "G1 No clinic"
			    @requirement("G1")
			when
			    $r : Report( no("clinic") )
			then
			    notApplicable($r, "G1").because("no_clinic");
			end

			/* later mandatory */
			rule "G2 Open"
			    @requirement("G2")
			when
			    $r : Report( phase("G2", "mandatory") || is("model", "team") )
			then
			    should($r, "G2").atLeast("hours", "fewest_hours");
			    should($r, "G2").atLeast("hours_twice", "fewest_hours");
			    should($r, "G2").oneOf("model", "known_models");
			end
			""";

	private final Map<String, String> files = new TreeMap<>();

	/** The sound edition. */
	public TrialEdition() {
		this.files.put("assignments/trial/2025/assignment.yaml", ASSIGNMENT);
		this.files.put("assignments/trial/2025/access.yaml", CHAPTER);
		this.files.put("rules/trial/2025/access.drl", RULES);
	}

	/** Replaces a text that stands once in a file of the edition. */
	public TrialEdition change(String name, String from, String to) {
		String file = (name.endsWith(".drl") ? "rules" : "assignments") + "/trial/2025/" + name;
		String text = this.files.get(file);
		if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
			throw new IllegalArgumentException("not once in " + name + ": " + from);
		}
		this.files.put(file, text.replace(from, to));
		return this;
	}

	/** Adds a file. */
	public TrialEdition with(String file, String text) {
		this.files.put(file, text);
		return this;
	}

	/** Writes the edition's folders below a home folder. */
	public Path in(Path home) {
		this.files.forEach((file, text) -> {
			try {
				Files.createDirectories(home.resolve(file).getParent());
				Files.writeString(home.resolve(file), text);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		return home;
	}

	/** Everything that is wrong with it, in English. */
	public List<String> problems(Path home) {
		Problems problems = new Problems();
		Assignments.at(in(home))
			.asFarAsRead("trial", "2025", problems)
			.ifPresent((edition) -> new DroolsRuleBooks().checkFormulas(edition, problems));
		return problems.all().stream().map((problem) -> problem.text(Language.EN)).toList();
	}

}
