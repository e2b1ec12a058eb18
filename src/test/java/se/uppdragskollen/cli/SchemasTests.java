package se.uppdragskollen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.assignment.Assignments;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.FollowUp;
import se.uppdragskollen.assignment.Level;
import se.uppdragskollen.assignment.Part;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Priority;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.assignment.SourceKind;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.authoring.CaseReader;
import se.uppdragskollen.authoring.Cases;
import se.uppdragskollen.authoring.WholeReport;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.evaluation.Absence;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.ResultWriter;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.rule.ObligationWord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published JSON Schemas against everything in the repository that they describe, and
 * against the words that the code knows.
 */
class SchemasTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final YAMLMapper YAML = new YAMLMapper();

	private static final SchemaRegistry REGISTRY = SchemaRegistry
		.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private static final Map<String, Schema> SCHEMAS = new HashMap<>();

	@ParameterizedTest
	@ValueSource(strings = { "assignments", "test-fixtures", "src/docs/examples" })
	void everyFileIsAsItsSchemaSays(String folder) throws IOException {
		List<String> wrong = new ArrayList<>();
		int files = 0;
		try (Stream<Path> all = Files.walk(Path.of(folder))) {
			for (Path file : all.filter((one) -> one.toString().endsWith(".yaml")).sorted().toList()) {
				files++;
				problems(schemaOf(file), yaml(Files.readString(file))).forEach((one) -> wrong.add(file + ": " + one));
			}
		}

		assertThat(wrong).isEmpty();
		assertThat(files).isPositive();
	}

	private static String schemaOf(Path file) {
		String name = file.getFileName().toString();
		String path = file.toString().replace('\\', '/');
		if (path.startsWith("assignments/")) {
			return name.equals("assignment.yaml") ? "edition" : "chapter";
		}
		if (path.startsWith("src/docs/")) {
			return "report";
		}
		return path.contains("/base/") ? "base"
				: path.contains("/reports/") ? "whole-report" : name.equals("survivors.yaml") ? "survivors" : "case";
	}

	@ParameterizedTest
	@CsvSource({ "## Report, report", "### assignment.yaml, edition",
			"`test-fixtures/<assignment>/<requirement>.yaml`, case" })
	void exampleInTheFormatsPageIsAsItsSchemaSays(String place, String schema) throws IOException {
		String page = Files.readString(Path.of("src/docs/formats.md"));
		int from = page.indexOf("```yaml\n", page.indexOf("\n" + place)) + "```yaml\n".length();

		assertThat(problems(schema, yaml(page.substring(from, page.indexOf("```", from))))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "kalmar-halsoval, 2023-07", "kalmar-halsoval, 2025-01", "scotland-qof, 2010", "scotland-qof, 2011" })
	void everyResultIsAsItsSchemaSays(String assignment, String id) {
		Problems problems = new Problems();
		Assignments assignments = Assignments.at(Path.of("."));
		Edition edition = assignments.edition(assignment, id, problems).orElseThrow();
		Cases cases = new CaseReader(assignments).read(edition, problems).orElseThrow();
		List<Report> reports = new ArrayList<>(cases.base().values());
		cases.reports().stream().map(WholeReport::report).forEach(reports::add);
		for (int i = 0; i < cases.cases().size(); i += 12) {
			reports.add(cases.cases().get(i).report());
		}

		List<String> wrong = new ArrayList<>();
		new Evaluator(edition, new DroolsRuleBooks().of(edition)).evaluate(reports)
			.forEach((result) -> wrong.addAll(problems("result", JSON.readTree(ResultWriter.line(result)))));

		assertThat(wrong.stream().distinct()).isEmpty();
		assertThat(reports).hasSizeGreaterThan(cases.base().size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					edition      | {"smallest_group": -1}                                 | smallest_group
					edition      | {"chapters": []}                                       | chapters
					edition      | {"published": true}                                    | published
					edition      | {"follow_up": {"remind_before": 0}}                    | follow_up/remind_before
					edition      | {"follow_up": {"report_within": {"month": 367}}}       | follow_up/report_within/month
					edition      | {"follow_up": {"report_within": {"week": 5}}}          | follow_up/report_within
					edition      | {"follow_up": {"answer_within": {"red": 5}}}           | follow_up/answer_within
					edition      | {"follow_up": {"escalation": []}}                      | follow_up/escalation
					edition      | {"follow_up": {"escalation": [{"id": "Step 1"}]}}      | follow_up/escalation/0/id
					edition      | {"in_force": {"from": "2025-1-1", "to": "2025-12-31"}} | in_force/from
					chapter      | {"elements": {"x": {"type": "integer", "from": "self-report", "period": "month", "label": {"sv": "a", "en": "a"}}}} | elements/x
					chapter      | {"elements": {"x": {"type": "choice", "from": "self-report", "period": "month", "label": {"sv": "a", "en": "a"}}}} | elements/x
					chapter      | {"elements": {"x": {"type": "text", "unit": "days", "from": "self-report", "period": "month", "label": {"sv": "a", "en": "a"}}}} | elements/x/unit
					chapter      | {"elements": {"x": {"type": "text", "from": "self-report", "period": "week", "label": {"sv": "a", "en": "a"}}}} | elements/x/period
					chapter      | {"elements": {"x": {"type": "text", "personal": true, "public": true, "from": "self-report", "period": "month", "label": {"sv": "a", "en": "a"}}}} | elements/x
					chapter      | {"elements": {"x": {"type": "text", "from": "self-report", "period": "month", "label": {"sv": "a"}}}} | elements/x/label
					report       | {"period": "2025-13"}                                  | period
					report       | {"values": {"X": 1}}                                   | values
					report       | {"values": {"x": null}}                                | values/x
					report       | {"suppresed": []}                                      | suppresed
					report       | {"signals": [{"from": "neighbour", "flag": "red", "date": "2025-01-01"}]} | signals/0/from
					report       | {"peers": {"x": {"mean": 1, "sd": -1, "count": 3}}}    | peers/x/sd
					case         | {"requirement": "g25"}                                 | requirement
					case         | {"cases": [{"name": "a", "editions": ["2025-01"], "expect": "ok"}]} | cases/0/expect
					case         | {"cases": [{"name": "a", "editions": ["2025-01"], "values": {}, "expect": "met"}]} | cases/0
					base         | {"unit": "SE5566778899-H017"}                          | unit
					base         | {"periods": {"week": "2025-01"}}                       | periods
					whole-report | {"expect": {"G25": "ok"}}                              | expect/G25
					whole-report | {"report": {"period": "2025-02"}}                      | report
					survivors    | {"survivors": [{"edition": "2025-01", "mutant": "m"}]} | survivors/0
					result       | {"revision": "sha256:1"}                               | revision
					result       | {"extra": 1}                                           | extra
					result       | {"counts": {"met": 1}}                                 | counts
					""")
	void plantedErrorIsFound(String schema, String planted, String place) {
		ObjectNode sound = sound(schema);
		assertThat(problems(schema, sound)).isEmpty();

		sound.setAll((ObjectNode) JSON.readTree(planted));

		assertThat(problems(schema, sound)).isNotEmpty().anySatisfy((one) -> assertThat(one).contains(place));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			date    | 85
			date    | "soon"
			list    | []
			list    | "a"
			phase   | 1
			phase   | "Later"
			percent | "85"
			percent | [85]
			""")
	void parameterWithAValueOfAnotherKindIsFound(String unit, String value) {
		String chapter = """
				{"requirements": [{"id": "G25", "title": {"sv": "a", "en": "a"}, "text": {"sv": "a", "en": "a"},
				"level": "must", "severity": "red", "follow_up": "dialogue", "period": "month",
				"source": {"kind": "seed", "document": "d"},
				"parameters": {"p": {"unit": "%s", "values": {"2025-01-01": {"value": %s, "source": "s"}}}}}]}""";
		Map<String, String> right = Map.of("date", "\"2025-01-01\"", "list", "[\"a\"]", "phase", "\"later\"", "percent",
				"85");

		assertThat(problems("chapter", JSON.readTree(chapter.formatted(unit, right.get(unit))))).isEmpty();
		assertThat(problems("chapter", JSON.readTree(chapter.formatted(unit, value)))).isNotEmpty();
	}

	@Test
	void wordsAreThoseOfTheCode() {
		assertWords("chapter", "parameter/properties/unit", words(Unit.values()));
		Set<String> ofNumbers = new TreeSet<>(words(Unit.values()));
		Arrays.stream(Unit.values()).filter(Unit::forParametersOnly).map(Unit::word).forEach(ofNumbers::remove);
		assertWords("chapter", "element/properties/unit", ofNumbers);
		assertWords("chapter", "derived/properties/unit", ofNumbers);
		assertWords("chapter", "element/properties/type", words(ElementType.values()));
		assertWords("chapter", "element/properties/period", words(PeriodKind.values()));
		assertWords("chapter", "requirement/properties/period", words(PeriodKind.values()));
		assertWords("chapter", "requirement/properties/level", words(Level.values()));
		assertWords("chapter", "requirement/properties/follow_up", words(FollowUp.values()));
		assertWords("chapter", "requirement/properties/priority_by_group/additionalProperties",
				words(Priority.values()));
		assertWords("chapter", "severity", words(Severity.values()));
		assertWords("chapter", "source/properties/kind", words(SourceKind.values()));
		assertThat(texts(schema("edition").at("/properties/chapters/items/properties/part/enum")))
			.isEqualTo(words(Part.values()));
		JsonNode followUp = schema("edition").at("/properties/follow_up/properties");
		assertThat(new TreeSet<>(followUp.at("/report_within/properties").propertyNames()))
			.isEqualTo(words(PeriodKind.values()));
		assertThat(new TreeSet<>(followUp.at("/answer_within/properties").propertyNames()))
			.isEqualTo(words(Severity.values()));
		assertWords("edition", "source/properties/kind", words(SourceKind.values()));
		assertThat(texts(schema("base").at("/oneOf/1/properties/periods/propertyNames/enum")))
			.isEqualTo(words(PeriodKind.values()));
		for (String name : List.of("report", "case", "base", "whole-report")) {
			assertWords(name, "signal/properties/from", words(Counterpart.values()));
			assertWords(name, "signal/properties/flag", words(Flag.values()));
		}
		assertWords("case", "case/properties/no_signals/items", words(Counterpart.values()));
		for (String name : List.of("case", "whole-report", "result")) {
			assertWords(name, "outcome", words(OutcomeKind.values()));
			assertWords(name, "finding", words(FindingKind.values()));
			assertWords(name, "severity", words(Severity.values()));
		}
		assertWords("result", "obligation/properties/absence", words(Absence.values()));
		assertWords("result", "obligation/properties/word",
				new TreeSet<>(Arrays.stream(ObligationWord.values()).map(ObligationWord::written).toList()));
		assertWords("result", "obligation/properties/operator",
				new TreeSet<>(Arrays.stream(ObligationWord.values()).map(ObligationWord::operator).toList()));
		assertThat(new TreeSet<>(schema("result").at("/properties/counts/properties").propertyNames()))
			.isEqualTo(words(OutcomeKind.values()));
	}

	@Test
	void everySchemaIsTitledDescribedAndClosed() {
		for (String name : names()) {
			JsonNode schema = schema(name);
			assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
			assertThat(schema.path("$id").asString()).isEqualTo("urn:uppdragskollen:schema:" + name);
			assertThat(schema.path("title").asString()).isNotBlank();
			assertThat(schema.path("description").asString()).isNotBlank();
			closed(name, schema);
			schema.path("$defs").properties().forEach((one) -> closed(name + " " + one.getKey(), one.getValue()));
		}
	}

	private static void closed(String place, JsonNode schema) {
		if (schema.path("type").asString("").equals("object")) {
			assertThat(schema.has("additionalProperties")).as(place).isTrue();
		}
	}

	private static ObjectNode sound(String schema) {
		return (ObjectNode) JSON.readTree(switch (schema) {
			case "edition" ->
				"""
						{"assignment": "a", "edition": "2025", "title": {"sv": "a", "en": "a"},
						"in_force": {"from": "2025-01-01", "to": "2025-12-31"}, "decision": {"body": "b"},
						"smallest_group": 20, "chapters": [{"id": "c", "part": "basic", "title": {"sv": "a", "en": "a"}}]}""";
			case "report" -> "{\"unit\": \"SE5566778899-H017\", \"period\": \"2025-02\", \"values\": {\"x\": 1}}";
			case "case" -> """
					{"requirement": "G25", "cases": [{"name": "a", "editions": ["2025-01"], "expect": "met"}]}""";
			case "whole-report" -> """
					{"name": "a", "edition": "2025-01", "report": {"unit": "u", "period": 2025},
					"expect": {"G25": {"outcome": "not-met", "margin": -1}}}""";
			case "survivors" -> "{\"survivors\": []}";
			case "result" -> """
					{"assignment": "a", "edition": "2025", "revision": "sha256:%1$s", "engine": "1.0.0", "unit": "u",
					"period": "2025", "report": "sha256:%1$s", "outcomes": [], "credits": [], "counts": {"met": 0,
					"not-met": 0, "not-assessable": 0, "not-applicable": 0, "exempt": 0}}""".formatted("0".repeat(64));
			default -> "{}";
		});
	}

	private static List<String> names() {
		List<String> names = new ArrayList<>(SchemaCommand.NAMES);
		if (!names.contains("survivors")) {
			names.add("survivors");
		}
		return names;
	}

	private static void assertWords(String schema, String place, Set<String> words) {
		assertThat(texts(schema(schema).at("/$defs/" + place + "/enum"))).as(schema + " " + place).isEqualTo(words);
	}

	private static Set<String> words(Word[] words) {
		return new TreeSet<>(Arrays.stream(words).map(Word::word).toList());
	}

	private static Set<String> texts(JsonNode array) {
		Set<String> texts = new TreeSet<>();
		((ArrayNode) array).forEach((one) -> texts.add(one.asString()));
		return texts;
	}

	private static List<String> problems(String schema, JsonNode tree) {
		return SCHEMAS.computeIfAbsent(schema, (name) -> REGISTRY.getSchema(schema(name)))
			.validate(tree)
			.stream()
			.map((error) -> error.getInstanceLocation() + ": " + error.getMessage())
			.toList();
	}

	private static JsonNode yaml(String text) {
		return JSON.readTree(JSON.writeValueAsString(YAML.readTree(text)));
	}

	private static JsonNode schema(String name) {
		try (InputStream in = SchemasTests.class
			.getResourceAsStream("/se/uppdragskollen/schemas/" + name + ".schema.json")) {
			return JSON.readTree(in);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
