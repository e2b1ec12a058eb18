package se.uppdragskollen.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code src/docs/vocabulary.md} as its tests read it: what the examples share, and a
 * section with an example per word.
 *
 * @param shared elements, derived elements, parameters and reasons
 * @param sections one per word
 */
record VocabularyPage(Map<String, Map<String, Object>> shared, List<Section> sections) {

	static final Path FILE = Path.of("src/docs/vocabulary.md");

	static final YAMLMapper YAML = new YAMLMapper();

	private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

	/**
	 * A word's section.
	 *
	 * @param part the title of the page's part
	 * @param word the section's title
	 * @param rules the example's rules
	 * @param rows the example's table: its lines, from the first report
	 */
	record Section(String part, String word, String rules, List<String> rows) {

		/** The example's requirement. */
		String requirement() {
			Matcher matcher = Pattern.compile("\"(E\\d\\d)\"").matcher(this.rules);
			if (!matcher.find()) {
				throw new IllegalArgumentException("No requirement in the example of " + this.word);
			}
			return matcher.group(1);
		}

		/** The rules as a file holds them. */
		String drl() {
			if (this.rules.startsWith("rule")) {
				return this.rules;
			}
			return "rule \"" + requirement() + " " + this.word + "\"\n\t@requirement(\"" + requirement()
					+ "\")\nwhen\n\t$r : Report( )\nthen\n" + this.rules + "end\n";
		}

		@Override
		public String toString() {
			return this.part.split(" ")[0] + " " + this.word;
		}

	}

	/** The report of a row, as its cell says. */
	static Map<String, Object> report(String row) {
		String cell = cells(row).get(0);
		return YAML.readValue("{" + cell.substring(1, cell.length() - 1) + "}",
				new TypeReference<Map<String, Object>>() {
				});
	}

	static List<String> cells(String row) {
		List<String> cells = new ArrayList<>();
		for (String cell : row.substring(1, row.length() - 1).split("\\|", -1)) {
			cells.add(cell.strip());
		}
		return cells;
	}

	static VocabularyPage read() throws IOException {
		String text = Files.readString(FILE);
		String words = text.substring(text.indexOf("\n# Word by word\n"));
		Matcher yaml = BLOCK.matcher(words);
		if (!yaml.find() || !yaml.group(1).equals("yaml")) {
			throw new IllegalArgumentException("The examples do not begin with what they share");
		}
		Map<String, Map<String, Object>> shared = YAML.readValue(yaml.group(2),
				new TypeReference<Map<String, Map<String, Object>>>() {
				});
		List<Section> sections = new ArrayList<>();
		for (String part : words.split("\n## ")) {
			String[] pieces = part.split("\n### ");
			for (int i = 1; i < pieces.length; i++) {
				sections.add(section(pieces[0].strip(), pieces[i]));
			}
		}
		return new VocabularyPage(shared, sections);
	}

	private static Section section(String part, String text) {
		String word = text.lines().findFirst().orElseThrow().strip();
		Matcher block = BLOCK.matcher(text);
		if (!block.find() || !block.group(1).equals("drl")) {
			throw new IllegalArgumentException("No example: " + word);
		}
		List<String> rows = text.lines().filter((line) -> line.startsWith("| `")).toList();
		return new Section(part, word, block.group(2), rows);
	}

}
