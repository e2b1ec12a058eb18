package se.uppdragskollen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code schema NAME}: prints a format's JSON Schema.
 */
@Command(name = "schema", sortOptions = false)
final class SchemaCommand implements Callable<Integer> {

	/** The formats that have a schema. */
	static final List<String> NAMES = List.of("edition", "chapter", "report", "result", "case", "base", "whole-report",
			"survivors");

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "NAME", descriptionKey = "NAME", arity = "1")
	private String name = "";

	SchemaCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() throws IOException {
		InputStream schema = NAMES.contains(this.name)
				? SchemaCommand.class.getResourceAsStream("/se/uppdragskollen/schemas/" + this.name + ".schema.json")
				: null;
		if (schema == null) {
			this.terminal.note("schema.unknown", this.name, String.join(", ", NAMES));
			return Exit.CANNOT_RUN;
		}
		try (schema) {
			this.terminal.line(new String(schema.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
		}
		return Exit.CLEAN;
	}

}
