package se.uppdragskollen.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.language.Language;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents: where everything stands, and what is not taken.
 */
class DocumentTests {

	private final Problems problems = new Problems();

	@TempDir
	private Path folder;

	@Test
	void readsYamlWithPlaces() {
		assertThat(places(tree("a.yaml", """
				# comment
				title: {sv: Å, en: "10"}
				list:
				  - 1.50
				  - yes
				  - ~
				  - 'true'
				  - true
				"""))).containsExactly("title@2:1 {@2:8", "title.sv@2:9 TEXT Å@2:13", "title.en@2:16 TEXT 10@2:20",
				"list@3:1 [@4:3", "list[0] NUMBER 1.50@4:5", "list[1] TEXT yes@5:5", "list[2] NOTHING ~@6:5",
				"list[3] TEXT true@7:5", "list[4] BOOLEAN true@8:5");
		assertThat(this.problems.all()).isEmpty();
	}

	@Test
	void readsJsonWithPlaces() {
		assertThat(places(tree("a.json", """
				{"title": {"sv": "Å"},
				  "list": [1.50, "1", null, false]}
				"""))).containsExactly("title@1:2 {@1:11", "title.sv@1:12 TEXT Å@1:18", "list@2:3 [@2:11",
				"list[0] NUMBER 1.50@2:12", "list[1] TEXT 1@2:18", "list[2] NOTHING @2:23",
				"list[3] BOOLEAN false@2:29");
		assertThat(this.problems.all()).isEmpty();
	}

	@Test
	void takesATextThatBeginsAsJsonForJson() {
		assertThat(tree("report.yaml", "{\"a\": 1, \"a\": 2}")).isEmpty();
		assertThat(told()).containsExactly("report.yaml:1:10: a: Nyckeln står två gånger; den första står på rad 1. "
				+ "Ta bort den ena. Där står: a.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			anchor         | `a: &x 1`            | 1:4 a anchor &x
			alias          | `a: &x 1;b: *x`      | 1:4 a anchor &x, 2:4 b alias *x
			merge          | `a: {<<: {b: 1}}`    | 1:5 a merge <<
			tag            | `a: !!int "1"`       | 1:4 a tag tag:yaml.org,2002:int
			own tag        | `a: !java.util.Date 1` | 1:4 a tag !java.util.Date
			duplicate      | `a: 1;b: 2;a: 3`     | 3:1 a key-twice a
			duplicate deep | `a:; - b: 1;   b: 2` | 3:4 a[0].b key-twice b
			odd key        | `? [a, b];: 1`       | 1:3  key-not-text [a, b]
			two documents  | `a: 1;---;b: 2`      | 3:1  several-documents null
			bad indent     | `a: 1;  b: 2`        | 2:4  not-yaml null
			open bracket   | `a: [1, 2`           | 1:9  not-yaml null
			tab            | `a:;	b: 1`          | 2:1  not-yaml null
			""")
	void refusesInYaml(String what, String text, String expected) {
		assertThat(tree("a.yaml", text.replace(';', '\n'))).as(what).isEmpty();
		assertThat(String.join(", ", keys())).as(what).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			duplicate      | `{"a": {"b": 1, "b": 2}}` | 1:16 a.b key-twice b
			two values     | `{"a": 1} {"b": 2}`  | 1:10  several-documents null
			open           | `{"a": 1`            | 1:8  not-json null
			trailing comma | `{"a": 1,}`          | 1:9  not-json null
			single quotes  | `{"a": 'x'}`         | 1:7  not-json null
			no quotes      | `{"a": x}`           | 1:7  not-json null
			not a number   | `{"a": NaN}`         | 1:10  not-json null
			leading zero   | `{"a": 007}`         | 1:8  not-json null
			""")
	void refusesInJson(String what, String text, String expected) {
		assertThat(tree("a.json", text)).as(what).isEmpty();
		assertThat(String.join(", ", keys())).as(what).isEqualTo(expected);
	}

	@Test
	void tellsWhereTheFirstOfTwoKeysStands() {
		tree("a.yaml", "a: 1\nb: 2\na: 3\n");
		assertThat(told()).containsExactly(
				"a.yaml:3:1: a: Nyckeln står två gånger; den första står på rad 1. Ta bort den ena. Där står: a.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t\n", "\ufeff", "\ufeff\n" })
	void anEmptyFileIsAProblem(String text) {
		assertThat(Document.of("a.yaml", text.getBytes(StandardCharsets.UTF_8), this.problems)
			.flatMap((document) -> document.tree(this.problems))).isEmpty();
		assertThat(told()).containsExactly("a.yaml: Filen är tom.");
	}

	@Test
	void onlyCommentsAreAnEmptyFile() {
		assertThat(tree("a.yaml", "# nothing\n# here\n")).isEmpty();
		assertThat(told()).containsExactly("a.yaml: Filen är tom.");
	}

	@Test
	void leavesTheByteOrderMarkOut() {
		byte[] bytes = "\ufeffa: 1".getBytes(StandardCharsets.UTF_8);
		assertThat(Document.of("a.yaml", bytes, this.problems)).contains(new Document("a.yaml", "a: 1"));
	}

	@Test
	void namesTheLineThatIsNotUtf8() {
		byte[] latin = "a: 1\nb: Kö\n".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(Document.of("a.yaml", latin, this.problems)).isEmpty();
		assertThat(told()).containsExactly("a.yaml:2:5: Tecknen går inte att tolka: filen är inte sparad som UTF-8. "
				+ "Spara den som UTF-8 och försök igen.");
	}

	@Test
	void refusesTooLargeAFileWithoutReadingIt() throws IOException {
		Path large = this.folder.resolve("large.yaml");
		try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
			file.setLength(50_000_000);
		}
		assertThat(Document.read(large, "large.yaml", this.problems)).isEmpty();
		assertThat(told()).containsExactly("large.yaml: Filen är för stor (50 MB); högst 10 MB läses. "
				+ "Lämna många rapporter som JSON Lines (.jsonl) eller CSV.");
	}

	@Test
	void takesALargeFileUpToTheLimitAndNoStreamBeyondIt() throws IOException {
		byte[] most = "# comment".repeat(Document.LARGEST / 9 + 1)
			.substring(0, Document.LARGEST)
			.getBytes(StandardCharsets.UTF_8);
		assertThat(Document.read(new ByteArrayInputStream(most), "-", this.problems)).isPresent();
		assertThat(told()).isEmpty();
		byte[] tooMany = java.util.Arrays.copyOf(most, most.length + 1);
		assertThat(Document.read(new ByteArrayInputStream(tooMany), "-", this.problems)).isEmpty();
		assertThat(keys()).containsExactly("0:0  file-too-large null");
	}

	@Test
	void saysWhyAFileCannotBeRead() throws IOException {
		Files.createDirectory(this.folder.resolve("sub"));
		assertThat(Document.read(this.folder.resolve("none.yaml"), "none.yaml", this.problems)).isEmpty();
		assertThat(Document.read(this.folder.resolve("sub"), "sub", this.problems)).isEmpty();
		assertThat(told()).containsExactly("none.yaml: Filen finns inte.", "sub: Det är en mapp, inte en fil.");
	}

	@Test
	void refusesDeepNesting() {
		assertThat(tree("a.yaml", "[".repeat(42) + "]".repeat(42))).isEmpty();
		assertThat(tree("a.json", "[".repeat(100_000))).isEmpty();
		assertThat(tree("b.yaml", "[".repeat(100_000))).isEmpty();
		assertThat(tree("c.yaml", "- ".repeat(100_000))).isEmpty();
		assertThat(this.problems.all()).extracting(Problem::file, Problem::key)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("a.json", "not-json"),
					org.assertj.core.groups.Tuple.tuple("a.yaml", "not-yaml"),
					org.assertj.core.groups.Tuple.tuple("b.yaml", "not-yaml"),
					org.assertj.core.groups.Tuple.tuple("c.yaml", "not-yaml"));
	}

	@Test
	void refusesNumbersThatWouldFillTheMemory() {
		for (String number : List.of("1e999999999", "1E-999999999", "1e99999999999", "9".repeat(100_000))) {
			for (String name : List.of("a.yaml", "a.json")) {
				Problems own = new Problems();
				new Document(name, name.endsWith("json") ? "{\"a\": " + number + "}" : "a: " + number).tree(own)
					.ifPresent((node) -> {
						assertThat(Canonical.text(node)).hasSizeLessThan(200_000);
						assertThat(Fields.of(name, "", node, own, "a").number("a")).isNull();
					});
				assertThat(own.all()).as(name + " " + number.substring(0, 10)).hasSize(1);
			}
		}
	}

	@Test
	void tellsEverythingAtOnceInReadingOrder() {
		tree("a.yaml", "a: &x 1\nb: *x\nb: !t 2\n");
		assertThat(keys()).containsExactly("1:4 a anchor &x", "2:4 b alias *x", "3:1 b key-twice b", "3:4 b tag !t");
	}

	private Optional<Node> tree(String file, String text) {
		return new Document(file, text).tree(this.problems);
	}

	private List<String> told() {
		return this.problems.all().stream().map((problem) -> problem.text(Language.SV)).toList();
	}

	private List<String> keys() {
		return this.problems.all()
			.stream()
			.map((one) -> one.line() + ":" + one.column() + " " + one.path() + " " + one.key() + " " + one.found())
			.toList();
	}

	private static List<String> places(Optional<Node> tree) {
		List<String> places = new java.util.ArrayList<>();
		inside("", tree.orElseThrow(), places);
		return places;
	}

	private static void inside(String path, Node node, List<String> places) {
		if (node instanceof Node.Mapping mapping) {
			mapping.entries().forEach((name, entry) -> {
				String inner = path.isEmpty() ? name : path + "." + name;
				places.add(inner + at(entry.key()) + " " + shown(entry.value()));
				inside(inner, entry.value(), places);
			});
		}
		else if (node instanceof Node.Sequence sequence) {
			for (int i = 0; i < sequence.items().size(); i++) {
				places.add(path + "[" + i + "] " + shown(sequence.items().get(i)));
				inside(path + "[" + i + "]", sequence.items().get(i), places);
			}
		}
	}

	private static String shown(Node node) {
		String what = (node instanceof Node.Scalar scalar) ? scalar.kind() + " " + scalar.raw()
				: (node instanceof Node.Mapping) ? "{" : "[";
		return what + at(node.position());
	}

	private static String at(Position position) {
		return "@" + position.line() + ":" + position.column();
	}

}
