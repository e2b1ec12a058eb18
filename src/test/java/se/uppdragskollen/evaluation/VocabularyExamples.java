package se.uppdragskollen.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.RuleUses;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportEditions;
import se.uppdragskollen.report.ReportReader;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.RuleReader;
import se.uppdragskollen.rule.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The edition of the vocabulary page's examples: a requirement per example, with the
 * parameters that its rules name.
 */
final class VocabularyExamples {

	private static final Set<String> REPORT_KEYS = Set.of("not_applicable", "suppressed", "registers", "signals",
			"exemptions", "history", "peers");

	private static final String PACKAGE = "package rules.exempel.e2025.words;\n\n";

	private final Evaluator evaluator;

	private final ReportReader reader;

	VocabularyExamples(VocabularyPage page, Path home) throws IOException {
		String rules = page.sections().stream().map(VocabularyPage.Section::drl).collect(Collectors.joining("\n"));
		write(home.resolve("assignments/exempel/2025/assignment.yaml"), assignment());
		write(home.resolve("assignments/exempel/2025/words.yaml"), json(chapter(page, PACKAGE + rules)));
		write(home.resolve("rules/exempel/2025/words.drl"), PACKAGE + rules);
		Problems problems = new Problems();
		Assignments assignments = Assignments.at(home);
		Edition edition = assignments.edition("exempel", "2025", problems).orElse(null);
		assertThat(problems.all()).isEmpty();
		assertThat(edition).isNotNull();
		this.evaluator = new Evaluator(edition, new DroolsRuleBooks().of(edition));
		this.reader = new ReportReader(new ReportEditions(assignments, "exempel", null), LocalDate.of(2025, 12, 31));
	}

	Edition edition() {
		return this.evaluator.edition();
	}

	/** The row as it must stand on the page. */
	String row(VocabularyPage.Section section, String written) {
		Report report = report(VocabularyPage.report(written));
		EvaluationResult result = this.evaluator.evaluate(report);
		Outcome outcome = result.outcome(section.requirement()).orElseThrow();
		List<Credit> credits = result.credits()
			.stream()
			.filter((credit) -> credit.requirement().equals(section.requirement()))
			.toList();
		String row = "| " + VocabularyPage.cells(written).get(0) + " | " + outcome(outcome) + " | " + margin(outcome)
				+ " | " + note(outcome, credits) + " |";
		return row.replace("|  |", "| |").replace("|  |", "| |");
	}

	private Report report(Map<String, Object> written) {
		Map<String, Object> report = new LinkedHashMap<>();
		Map<String, Object> values = new LinkedHashMap<>(written);
		report.put("unit", "SE5566778899-H017");
		report.put("period", written.getOrDefault("period", "2025-03"));
		values.remove("period");
		REPORT_KEYS.stream().filter(written::containsKey).forEach((key) -> report.put(key, values.remove(key)));
		report.put("values", values);
		Problems problems = new Problems();
		Report read = new Document("report.json", json(report)).tree(problems)
			.flatMap((tree) -> this.reader.read("report.json", tree, problems))
			.orElse(null);
		assertThat(problems.all()).as(written.toString()).isEmpty();
		assertThat(read).isNotNull();
		return read;
	}

	private static String outcome(Outcome outcome) {
		assertThat(outcome.ruleError()).as("no rule says anything of " + outcome.requirement().id()).isFalse();
		if (outcome.kind() != OutcomeKind.NOT_MET) {
			return outcome.kind().word();
		}
		String severity = (outcome.severity() == outcome.requirement().severity()) ? ""
				: ", " + outcome.severity().word();
		return outcome.kind().word() + severity + ((outcome.finding() == FindingKind.QUESTION) ? ", question" : "");
	}

	private static String margin(Outcome outcome) {
		List<Obligation> telling = outcome.obligations().stream().filter(Obligation::fails).toList();
		if (telling.isEmpty() && outcome.obligations().size() == 1) {
			telling = outcome.obligations();
		}
		boolean known = outcome.kind() == OutcomeKind.MET || outcome.kind() == OutcomeKind.NOT_MET;
		return (!known || telling.isEmpty() || telling.get(0).margin() == null) ? ""
				: telling.get(0).margin().toPlainString();
	}

	private static String note(Outcome outcome, List<Credit> credits) {
		List<String> notes = new ArrayList<>();
		outcome.obligations()
			.stream()
			.filter(Obligation::fails)
			.limit(1)
			.flatMap((obligation) -> obligation.smallestChange().entrySet().stream())
			.forEach((change) -> notes
				.add("`" + change.getKey() + ": " + text(change.getValue()) + "` would be enough"));
		outcome.missing().forEach((missing) -> notes.add("lacks `" + missing + "` for the scope"));
		if (outcome.kind() == OutcomeKind.NOT_ASSESSABLE) {
			outcome.obligations()
				.stream()
				.filter(Obligation::isUnknown)
				.forEach((obligation) -> notes.add("lacks `" + String.join("`, `", obligation.missing()) + "` ("
						+ obligation.absence().word() + ")"));
		}
		if (outcome.reason() != null) {
			notes.add(outcome.reason().en());
		}
		credits.forEach((credit) -> notes
			.add(text(credit.value()) + ((credit.kind() == Statement.CreditWord.POINTS) ? " points" : " kronor")));
		return notes.stream().distinct().collect(Collectors.joining("; "));
	}

	private static String text(Object value) {
		return (value instanceof java.math.BigDecimal number) ? number.toPlainString() : String.valueOf(value);
	}

	private static Map<String, Object> chapter(VocabularyPage page, String drl) {
		Problems problems = new Problems();
		List<Rule> rules = RuleReader.read(new Document("words.drl", drl), "words", "rules.exempel.e2025.words",
				problems);
		assertThat(problems.all()).isEmpty();
		List<Object> requirements = new ArrayList<>();
		for (VocabularyPage.Section section : page.sections()) {
			requirements.add(requirement(page, section,
					rules.stream().filter((rule) -> rule.requirement().equals(section.requirement())).toList()));
		}
		return Map.of("requirements", requirements, "elements", page.shared().get("elements"), "derived",
				page.shared().get("derived"));
	}

	private static Map<String, Object> requirement(VocabularyPage page, VocabularyPage.Section section,
			List<Rule> rules) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		Map<String, Object> reasons = new LinkedHashMap<>();
		for (Rule rule : rules) {
			RuleUses uses = RuleUses.of(rule);
			uses.parameters().forEach((name) -> copy(page, "parameters", name, parameters));
			uses.reasons().forEach((name) -> copy(page, "reasons", name, reasons));
		}
		boolean must = rules.stream()
			.flatMap((rule) -> rule.statements().stream())
			.noneMatch((one) -> one instanceof Statement.Obligation obligation && !obligation.must());
		Map<String, Object> title = Map.of("sv", section.word(), "en", section.word());
		Map<String, Object> requirement = new LinkedHashMap<>();
		requirement.put("id", section.requirement());
		requirement.put("title", title);
		requirement.put("text", title);
		requirement.put("level", must ? "must" : "should");
		requirement.put("severity", "yellow");
		requirement.put("follow_up", "continuous");
		requirement.put("period", "month");
		requirement.put("source", Map.of("kind", "proposal", "document", "src/docs/vocabulary.md"));
		requirement.put("reasons", reasons);
		requirement.put("parameters", parameters);
		return requirement;
	}

	private static void copy(VocabularyPage page, String key, String qualified, Map<String, Object> into) {
		String name = qualified.substring(qualified.indexOf('.') + 1);
		assertThat(page.shared().get(key)).containsKey(name);
		into.put(name, page.shared().get(key).get(name));
	}

	private static String assignment() {
		return """
				assignment: exempel
				edition: "2025"
				title: {sv: Exempel, en: Examples}
				in_force: {from: 2025-01-01, to: 2025-12-31}
				decision: {body: Ingen, date: null, reference: null}
				smallest_group: 20
				chapters:
				  - {id: words, part: basic, title: {sv: Ord, en: Words}}
				""";
	}

	private static String json(Object tree) {
		return new tools.jackson.databind.json.JsonMapper().writeValueAsString(tree);
	}

	private static void write(Path file, String text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
