package se.uppdragskollen.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.EditionChange;
import se.uppdragskollen.assignment.EditionDiff;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.document.Problems;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code diff A/E1 A/E2}: what changed, requirement by requirement, in words.
 */
@Command(name = "diff", sortOptions = false)
final class DiffCommand implements Callable<Integer> {

	private static final int WIDTH = 84;

	private final Terminal terminal;

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "BEFORE", descriptionKey = "BEFORE", arity = "1", index = "0")
	private String before = "";

	@Parameters(paramLabel = "AFTER", descriptionKey = "AFTER", arity = "1", index = "1")
	private String after = "";

	@Option(names = "--format", paramLabel = "text|json")
	private String format = "text";

	DiffCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		if (!List.of("text", "json").contains(this.format)) {
			this.terminal.note("cli.unknown-format", this.format, "text, json");
			return Exit.CANNOT_RUN;
		}
		Problems problems = new Problems();
		Optional<Edition> older = this.options.edition(this.before, problems);
		Optional<Edition> newer = this.options.edition(this.after, problems);
		if (older.isEmpty() || newer.isEmpty()) {
			this.terminal.problems(problems.all());
			return Exit.CANNOT_RUN;
		}
		List<EditionChange> changes = EditionDiff.between(older.get(), newer.get());
		if (this.format.equals("json")) {
			this.terminal.line(json(changes));
		}
		else {
			text(changes, older.get(), newer.get());
		}
		return Exit.CLEAN;
	}

	private void text(List<EditionChange> changes, Edition older, Edition newer) {
		if (changes.isEmpty()) {
			this.terminal.say("diff.none", older.name(), newer.name());
		}
		String chapter = "";
		String subject = "";
		for (EditionChange change : changes) {
			if (!change.chapter().equals(chapter)) {
				chapter = change.chapter();
				this.terminal.line("");
				this.terminal.line(this.terminal.bold(chapter(chapter, older, newer)));
			}
			if (!change.subject().equals(subject)) {
				subject = change.subject();
				if (!subject.isEmpty()) {
					this.terminal.line("  " + subject(subject, older, newer));
				}
			}
			String indent = subject.isEmpty() ? "  – " : "    – ";
			List<String> lines = Terminal.wrap(change.sentence().in(this.terminal.language()), WIDTH);
			for (int i = 0; i < lines.size(); i++) {
				this.terminal.line(((i == 0) ? indent : " ".repeat(indent.length())) + lines.get(i));
			}
		}
	}

	private String chapter(String id, Edition older, Edition newer) {
		return java.util.stream.Stream.of(newer, older)
			.flatMap((edition) -> edition.chapters().stream())
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.map(Chapter::title)
			.map((title) -> title.in(this.terminal.language()))
			.orElse(id);
	}

	/** A requirement with its title; an element by its label. */
	private String subject(String id, Edition older, Edition newer) {
		Requirement requirement = newer.requirements().getOrDefault(id, older.requirements().get(id));
		if (requirement != null) {
			return this.terminal.bold(id) + " " + requirement.title().in(this.terminal.language());
		}
		return newer.datum(id)
			.or(() -> older.datum(id))
			.map((datum) -> datum.label().in(this.terminal.language()) + this.terminal.dim(" (" + id + ")"))
			.orElse(id);
	}

	private static String json(List<EditionChange> changes) {
		StringWriter out = new StringWriter();
		try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
			json.writeStartArray();
			for (EditionChange change : changes) {
				json.writeStartObject();
				json.writeStringProperty("kind", change.kind().word());
				json.writeStringProperty("chapter", change.chapter());
				json.writeStringProperty("subject", change.subject());
				json.writeStringProperty("sv", change.sentence().sv());
				json.writeStringProperty("en", change.sentence().en());
				json.writeEndObject();
			}
			json.writeEndArray();
		}
		return out.toString();
	}

}
