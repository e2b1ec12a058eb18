package se.uppdragskollen.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.rule.RulePrinter;
import se.uppdragskollen.rule.RuleReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever stands in a file, reading it ends in a tree or in problems with a place, never
 * in an exception. Sound files of the product, broken at random; the seed is fixed.
 */
class RandomBytesTests {

	private static final long SEED = 20_250_101;

	private static final String[] SIGNS = { "&a ", "*a", "<<: ", "!!x ", "---\n", "{", "}", "[", "]", "\"", "'", ": ",
			"- ", "|\n", "? ", "#", "%", "@", "`", "\t", "\n", "\r", "\u0000", "\ufeff", "\u2028", "/*", "*/", "//",
			"(", ")", ";", "1e9999", "-", "\\u0041", "\\", "null", "~", ",", "rule \"", "end", "then", "eval(", "$r",
			"." };

	@Test
	void yamlNeverThrows() throws IOException {
		fuzz("a.yaml", files("assignments/kalmar-halsoval", "yaml"), 3000, (document, problems) -> {
			document.tree(problems).ifPresent((tree) -> {
				assertThat(Canonical.text(tree)).isNotEmpty();
				assertThat(tree.shown()).isNotNull();
			});
		});
	}

	@Test
	void jsonNeverThrows() throws IOException {
		String sound = """
				{"unit": "SE5566778899-H017", "period": "2025-02", "values": {"a": 1.50, "b": [true, null, "x\\u00e5"]},
				 "signals": [{"from": "municipality", "flag": "red", "text": "\\"…\\""}], "history": {"c": {"2024": -1e2}}}
				""";
		fuzz("a.json", List.of(sound), 3000, (document, problems) -> document.tree(problems)
			.ifPresent((tree) -> assertThat(Canonical.text(tree)).isNotEmpty()));
	}

	@Test
	void rulesNeverThrow() throws IOException {
		fuzz("a.drl", files("rules/kalmar-halsoval", "drl"), 3000,
				(document, problems) -> RuleReader.read(document, "a", "rules.a", problems)
					.forEach((rule) -> assertThat(RulePrinter.print(rule)).startsWith("rule \"")));
	}

	private static void fuzz(String name, List<String> sound, int times, Reading reading) {
		Random random = new Random(SEED);
		int refused = 0;
		for (int i = 0; i < times; i++) {
			byte[] bytes = broken(sound.get(random.nextInt(sound.size())), random);
			Problems problems = new Problems();
			try {
				Document.of(name, bytes, problems).ifPresent((document) -> reading.read(document, problems));
			}
			catch (RuntimeException | StackOverflowError ex) {
				throw new AssertionError("round " + i + " of seed " + SEED + ":\n"
						+ new String(bytes, java.nio.charset.StandardCharsets.UTF_8), ex);
			}
			refused += problems.isEmpty() ? 0 : 1;
			problems.all().forEach((problem) -> assertThat(problem.text(Language.SV)).startsWith(name + ":"));
		}
		assertThat(refused).isGreaterThan(times / 3);
	}

	/** A piece of the text with one to five changes: bytes or signs put in, taken out. */
	private static byte[] broken(String text, Random random) {
		int from = random.nextInt(Math.max(1, text.length() - 1500));
		String piece = random.nextInt(4) == 0 ? text.substring(from, Math.min(text.length(), from + 1500))
				: text.substring(0, Math.min(text.length(), 1500));
		StringBuilder broken = new StringBuilder(piece);
		for (int change = random.nextInt(5); change >= 0; change--) {
			int at = random.nextInt(broken.length());
			switch (random.nextInt(4)) {
				case 0 -> broken.insert(at, SIGNS[random.nextInt(SIGNS.length)]);
				case 1 -> broken.delete(at, Math.min(broken.length() - 1, at + 1 + random.nextInt(20)));
				case 2 -> broken.setCharAt(at, (char) random.nextInt(0x250));
				default -> broken.insert(at, broken.substring(at, Math.min(broken.length(), at + random.nextInt(200))));
			}
		}
		byte[] bytes = broken.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
		if (random.nextInt(10) == 0) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		return Arrays.copyOf(bytes, random.nextInt(10) == 0 ? random.nextInt(bytes.length) : bytes.length);
	}

	private static List<String> files(String folder, String ending) throws IOException {
		List<String> texts = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			for (Path file : files.filter((one) -> one.toString().endsWith(ending)).sorted().toList()) {
				texts.add(Files.readString(file));
			}
		}
		return texts;
	}

	private interface Reading {

		void read(Document document, Problems problems);

	}

}
