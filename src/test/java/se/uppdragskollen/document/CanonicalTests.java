package se.uppdragskollen.document;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalTests {

	@Test
	void spacingCommentsQuotesAndOrderMakeNoDifference() {
		String plain = canonical("a.yaml", "b: [1.50, x, true, ~]\na: {d: 'q', c: 1e2}\n");
		assertThat(plain).isEqualTo("{\"a\":{\"c\":100,\"d\":\"q\",},\"b\":[1.5,\"x\",true,null,],}");
		assertThat(canonical("b.yaml", """
				# comment
				a:
				  c: 100.0
				  d: "q"
				b:
				  - 1.5
				  - x
				  - true
				  - null
				""")).isEqualTo(plain);
		assertThat(canonical("c.json", "{\"a\": {\"d\": \"q\", \"c\": 100}, \"b\": [1.5, \"x\", true, null]}"))
			.isEqualTo(plain);
	}

	@Test
	void whatIsDifferentStaysDifferent() {
		List<String> texts = List.of("a: 1", "a: '1'", "a: true", "a: 'true'", "a: ~", "a: 'null'", "a: [1]",
				"a: {1: 1}", "a: [1, 1]", "b: 1", "a: 1.01", "a: 'x\",\"b\":\"y'", "{a: x, b: y}", "a: [x, y]",
				"a: ['x\",\"y']");
		assertThat(texts.stream().map((text) -> canonical("a.yaml", text))).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0.00, 0", "-0.0, 0", "1.50, 1.5", "100, 100", "1E+2, 100", "-0.010, -0.01" })
	void numbersHaveOneNotation(BigDecimal number, String written) {
		assertThat(Canonical.number(number)).isEqualTo(written);
	}

	@Test
	void quotesAsJsonDoes() {
		StringBuilder out = new StringBuilder();
		Canonical.quote("a\"b\\c\n\u0001å", out);
		assertThat(out).hasToString("\"a\\\"b\\\\c\\u000a\\u0001å\"");
	}

	@Test
	void fingerprintsAreThoseOfSha256() {
		assertThat(Fingerprint.of("abc"))
			.isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

	private static String canonical(String file, String text) {
		Problems problems = new Problems();
		String canonical = Canonical.text(new Document(file, text).tree(problems).orElseThrow());
		assertThat(problems.all()).isEmpty();
		return canonical;
	}

}
