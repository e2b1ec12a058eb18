package se.uppdragskollen.demo;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import se.uppdragskollen.document.Canonical;
import se.uppdragskollen.language.Bilingual;

/**
 * Writes the list of planted stories as YAML.
 */
final class StoryFile {

	private StoryFile() {
	}

	static String text(DemoOptions options, List<Centre> centres, List<Story> stories) {
		StringBuilder out = new StringBuilder();
		out.append("# What is planted in this fictional region, and the outcomes that show it.\n");
		line(out, "", "seed", String.valueOf(options.seed()));
		line(out, "", "centres", String.valueOf(options.centres()));
		line(out, "", "from", quoted(options.from()));
		line(out, "", "to", quoted(options.to()));
		out.append("stories:").append(stories.isEmpty() ? " []\n" : "\n");
		stories.forEach((story) -> write(out, story, centres));
		return out.toString();
	}

	private static void write(StringBuilder out, Story story, List<Centre> centres) {
		line(out, "  - ", "id", quoted(story.id()));
		line(out, "    ", "title", bilingual(story.title()));
		line(out, "    ", "look_for", bilingual(story.look()));
		line(out, "    ", "file", quoted(story.file()));
		line(out, "    ", "units",
				list(story.centres()
					.stream()
					.map((one) -> "{unit: " + quoted(centres.get(one).unit()) + ", name: "
							+ quoted(centres.get(one).name()) + "}")
					.toList()));
		line(out, "    ", "periods",
				list(story.expected()
					.stream()
					.map(Story.Expected::period)
					.distinct()
					.sorted()
					.map(StoryFile::quoted)
					.toList()));
		line(out, "    ", "requirements", list(
				story.expected().stream().map(Story.Expected::requirement).distinct().map(StoryFile::quoted).toList()));
		out.append("    expected:\n");
		for (Story.Expected one : story.expected()) {
			out.append("      - {unit: ")
				.append(quoted(centres.get(one.centre()).unit()))
				.append(", period: ")
				.append(quoted(one.period()))
				.append(", requirement: ")
				.append(quoted(one.requirement()))
				.append(", outcome: ")
				.append(quoted(one.outcome().word()))
				.append((one.severity() == null) ? "" : ", severity: " + quoted(one.severity().word()))
				.append("}\n");
		}
	}

	private static void line(StringBuilder out, String indent, String key, String value) {
		out.append(indent).append(key).append(": ").append(value).append('\n');
	}

	private static String bilingual(Bilingual text) {
		return "{sv: " + quoted(text.sv()) + ", en: " + quoted(text.en()) + "}";
	}

	private static String list(Collection<String> items) {
		return items.stream().collect(Collectors.joining(", ", "[", "]"));
	}

	private static String quoted(Object value) {
		StringBuilder out = new StringBuilder();
		Canonical.quote(value.toString(), out);
		return out.toString();
	}

}
