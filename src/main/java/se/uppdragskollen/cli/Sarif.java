package se.uppdragskollen.cli;

import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import se.uppdragskollen.document.Problem;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.language.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes SARIF 2.1.0, the format in which checking tools hand their results to editors
 * and build servers.
 */
final class Sarif {

	private final StringWriter out = new StringWriter();

	private final JsonGenerator json = JsonFactory.builder()
		.build()
		.createGenerator(ObjectWriteContext.empty(), this.out);

	private Sarif(Set<String> rules) {
		this.json.writeStartObject();
		this.json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
		this.json.writeStringProperty("version", "2.1.0");
		this.json.writeName("runs");
		this.json.writeStartArray();
		this.json.writeStartObject();
		this.json.writeName("tool");
		this.json.writeStartObject();
		this.json.writeName("driver");
		this.json.writeStartObject();
		this.json.writeStringProperty("name", "Uppdragskollen");
		this.json.writeStringProperty("version", EvaluationResult.ENGINE);
		this.json.writeName("rules");
		this.json.writeStartArray();
		for (String rule : rules) {
			this.json.writeStartObject();
			this.json.writeStringProperty("id", rule);
			this.json.writeEndObject();
		}
		this.json.writeEndArray();
		this.json.writeEndObject();
		this.json.writeEndObject();
		this.json.writeName("results");
		this.json.writeStartArray();
	}

	static String ofProblems(List<Problem> problems, Language language) {
		Set<String> rules = new LinkedHashSet<>();
		problems.forEach((problem) -> rules.add(problem.key()));
		Sarif sarif = new Sarif(rules);
		for (Problem problem : problems) {
			sarif.result(problem.key(), "error", problem.sentence(language));
			sarif.json.writeStartObject();
			sarif.json.writeName("physicalLocation");
			sarif.json.writeStartObject();
			sarif.json.writeName("artifactLocation");
			sarif.json.writeStartObject();
			sarif.json.writeStringProperty("uri", problem.file().replace(' ', '+'));
			sarif.json.writeEndObject();
			if (problem.line() > 0) {
				sarif.json.writeName("region");
				sarif.json.writeStartObject();
				sarif.json.writeNumberProperty("startLine", problem.line());
				sarif.json.writeNumberProperty("startColumn", problem.column());
				sarif.json.writeEndObject();
			}
			sarif.json.writeEndObject();
			sarif.json.writeEndObject();
			sarif.endResult();
		}
		return sarif.end();
	}

	/** A result up to its only location, which follows. */
	void result(String rule, String level, String text) {
		this.json.writeStartObject();
		this.json.writeStringProperty("ruleId", rule);
		this.json.writeStringProperty("level", level);
		this.json.writeName("message");
		this.json.writeStartObject();
		this.json.writeStringProperty("text", text);
		this.json.writeEndObject();
		this.json.writeName("locations");
		this.json.writeStartArray();
	}

	/** A place without a file: a unit's report for a period. */
	void logicalLocation(String name) {
		this.json.writeStartObject();
		this.json.writeName("logicalLocations");
		this.json.writeStartArray();
		this.json.writeStartObject();
		this.json.writeStringProperty("fullyQualifiedName", name);
		this.json.writeEndObject();
		this.json.writeEndArray();
		this.json.writeEndObject();
	}

	void endResult() {
		this.json.writeEndArray();
		this.json.writeEndObject();
	}

	String end() {
		this.json.writeEndArray();
		this.json.writeStringProperty("columnKind", "utf16CodeUnits");
		this.json.writeEndObject();
		this.json.writeEndArray();
		this.json.writeEndObject();
		this.json.close();
		return this.out.toString();
	}

	static Sarif ofRequirements(Set<String> requirements) {
		return new Sarif(requirements);
	}

}
