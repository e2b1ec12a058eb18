package se.uppdragskollen.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

import se.uppdragskollen.document.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what is wrong with files: as lines to standard error, or as JSON or SARIF to
 * standard output.
 */
interface ProblemOutput {

	void write(List<Problem> problems);

	static Optional<ProblemOutput> of(String format, Terminal terminal) {
		return switch (format) {
			case "text" -> Optional.of(terminal::problems);
			case "json" -> Optional.of((problems) -> terminal.line(json(problems, terminal)));
			case "sarif" -> Optional.of((problems) -> terminal.line(Sarif.ofProblems(problems, terminal.language())));
			default -> Optional.empty();
		};
	}

	private static String json(List<Problem> problems, Terminal terminal) {
		StringWriter out = new StringWriter();
		try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
			json.writeStartArray();
			for (Problem problem : problems) {
				json.writeStartObject();
				json.writeStringProperty("file", problem.file());
				json.writeNumberProperty("line", problem.line());
				json.writeNumberProperty("column", problem.column());
				json.writeStringProperty("path", problem.path());
				json.writeStringProperty("problem", problem.key());
				json.writeStringProperty("text", problem.sentence(terminal.language()));
				json.writeEndObject();
			}
			json.writeEndArray();
		}
		return out.toString();
	}

}
