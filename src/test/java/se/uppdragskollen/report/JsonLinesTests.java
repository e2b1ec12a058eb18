package se.uppdragskollen.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLinesTests {

	@TempDir
	private Path home;

	private SmallAssignment assignment;

	@BeforeEach
	void write() {
		this.assignment = SmallAssignment.in(this.home);
	}

	private static String line(String unit, String values) {
		return "{\"unit\":\"" + unit + "\",\"period\":\"2025-02\",\"values\":{" + values + "}}";
	}

	@Test
	void readsEachLineAndSkipsBlankOnes() {
		SmallAssignment.Read read = this.assignment.read("a.jsonl",
				"\ufeff" + line("A", "\"listed\":1") + "\r\n\r\n  \n" + line("B", "\"listed\":2"));
		assertThat(read.problems()).isEmpty();
		assertThat(read.values()).containsExactly("A 2025-02 {listed=1}", "B 2025-02 {listed=2}");
	}

	@Test
	void brokenLinesAreToldWithTheirLineAndTheOthersRead() {
		String text = line("A", "\"listed\":1") + "\n" + line("B", "\"listed\":") + "\n\n" + line("C", "\"listed\":-3")
				+ "\n[1]\n" + line("D", "\"listed\":4,\"listed\":5") + "\n" + line("E", "\"listed\":6") + "\n";
		SmallAssignment.Read read = this.assignment.read("a.ndjson", text);
		assertThat(read.values()).containsExactly("A 2025-02 {listed=1}", "E 2025-02 {listed=6}");
		assertThat(read.keys()).containsExactly("a.ndjson:2:51  not-json",
				"a.ndjson:4:51 values.listed number-out-of-range", "a.ndjson:5:1  mapping-expected",
				"a.ndjson:6:53 values.listed key-twice");
	}

	@Test
	void aLineThatIsNotUtf8IsToldAndTheOthersRead() {
		String text = line("A", "\"routine\":\"för\"") + "\n" + line("B", "\"listed\":2") + "\n";
		SmallAssignment.Read read = this.assignment.read("a.jsonl", text.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(read.keys()).containsExactly("a.jsonl:1:1  not-utf8");
		assertThat(read.values()).containsExactly("B 2025-02 {listed=2}");
	}

	@Test
	void aLineThatIsTooLongIsToldAndTheOthersRead() {
		String text = line("A", "\"routine\":\"" + "x".repeat(5_000_000) + "\"") + "\n" + line("B", "\"listed\":2");
		SmallAssignment.Read read = this.assignment.read("a.jsonl", text);
		assertThat(read.told()).containsExactly(
				this.home.resolve("in/a.jsonl") + ":1:1: Raden är längre än 5 MB. Skriv en rapport på varje rad.");
		assertThat(read.values()).containsExactly("B 2025-02 {listed=2}");
	}

	@Test
	void readsALineOfExactlyTheLongest() {
		String around = line("A", "\"listed\":1");
		String text = around.substring(0, 1) + " ".repeat(5_000_000 - around.length()) + around.substring(1) + "\n";
		assertThat(this.assignment.read("a.jsonl", text).values()).containsExactly("A 2025-02 {listed=1}");
		SmallAssignment.Read longer = this.assignment.read("b.jsonl", " " + text);
		assertThat(longer.keys()).containsExactly("b.jsonl:1:1  line-too-long");
	}

	@Test
	void tellsOfAFileWithNothingInIt() {
		assertThat(this.assignment.read("a.jsonl", "\n\n").keys()).containsExactly("a.jsonl:0:0  file-empty");
	}

}
