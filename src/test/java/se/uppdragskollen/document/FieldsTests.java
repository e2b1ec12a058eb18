package se.uppdragskollen.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading keys one by one: what is wrong is told with its place, and reading goes on.
 */
class FieldsTests {

	private final Problems problems = new Problems();

	@Test
	void readsWhatIsSound() {
		Fields fields = fields("""
				text: Ord
				both: {sv: ' Ja ', en: Yes}
				flag: true
				number: 1.50
				date: 2024-02-29
				texts: [a, 1]
				level: upper
				children: {b: 1, a: 2}
				nothing: ~
				""", "text", "both", "flag", "number", "date", "texts", "level", "children", "nothing");
		assertThat(fields.text("text")).isEqualTo("Ord");
		assertThat(fields.bilingual("both")).isEqualTo(new Bilingual("Ja", "Yes"));
		assertThat(fields.flag("flag")).isTrue();
		assertThat(fields.number("number")).isEqualTo(new BigDecimal("1.50"));
		assertThat(fields.date("date")).isEqualTo(LocalDate.of(2024, 2, 29));
		assertThat(fields.texts("texts")).containsExactly("a", "1");
		assertThat(fields.word("level", Storey.class)).isEqualTo(Storey.UPPER);
		assertThat(fields.children("children").keySet()).containsExactly("b", "a");
		assertThat(fields.optionalText("nothing")).isNull();
		assertThat(fields.optionalNumber("missing")).isNull();
		assertThat(fields.items("missing")).isEmpty();
		assertThat(fields.flag("missing")).isFalse();
		assertThat(this.problems.all()).isEmpty();
	}

	@Test
	void tellsEverythingThatIsWrongAtOnce() {
		Fields fields = fields("""
				txet: Ord
				both: {sv: Ja, no: Ja}
				flag: yes
				number: 87,5
				date: 2025-02-29
				texts: a
				level: uper
				blank: '  '
				list: {a: 1}
				""", "text", "both", "flag", "number", "date", "texts", "level", "blank", "list");
		assertThat(fields.text("text")).isNull();
		assertThat(fields.bilingual("both")).isNull();
		assertThat(fields.flag("flag")).isFalse();
		assertThat(fields.number("number")).isNull();
		assertThat(fields.date("date")).isNull();
		assertThat(fields.texts("texts")).isEmpty();
		assertThat(fields.word("level", Storey.class)).isNull();
		assertThat(fields.text("blank")).isNull();
		assertThat(fields.items("list")).isEmpty();
		assertThat(this.problems.all().stream().map((problem) -> problem.text(Language.EN))).containsExactly(
				"a.yaml:1:1: text: The key text is missing.",
				"a.yaml:1:1: txet: The key is not known. Found: txet. "
						+ "Allowed: blank, both, date, flag, level, list, number, text, texts. Did you mean text?",
				"a.yaml:2:7: both.en: The key en is missing.",
				"a.yaml:2:16: both.no: The key is not known. Found: no. Allowed: en, sv.",
				"a.yaml:3:7: flag: yes or no is expected here (true or false in JSON and YAML). Found: yes. Allowed: true, false.",
				"a.yaml:4:9: number: A number is expected here, with a point for decimals (87.5). "
						+ "Found: 87,5. Did you mean 87.5?",
				"a.yaml:5:7: date: An existing date is expected here, written YYYY-MM-DD. Found: 2025-02-29.",
				"a.yaml:6:8: texts: A list is expected here. Found: a.",
				"a.yaml:7:8: level: The word is not known here. Found: uper. Allowed: lower, upper. "
						+ "Did you mean upper?",
				"a.yaml:8:8: blank: A text is expected here.",
				"a.yaml:9:7: list: A list is expected here. Found: {a}.");
	}

	@Test
	void tellsWhenKeysWereExpected() {
		Fields.of("a.yaml", "", new Document("a.yaml", "- 1\n- 2\n").tree(this.problems).orElseThrow(), this.problems,
				"a");
		assertThat(this.problems.all().stream().map((problem) -> problem.text(Language.SV)))
			.containsExactly("a.yaml:1:1: Här ska det stå nycklar med värden (nyckel: värde). Där står: [1, 2].");
	}

	@Test
	void shortensWhatIsFoundToOneLine() {
		Fields fields = fields("number: |\n" + "  a b\n".repeat(40), "number");
		fields.number("number");
		assertThat(this.problems.all().get(0).sentence(Language.EN))
			.endsWith("Found: " + "a b ".repeat(20).substring(0, 79) + "….");
	}

	private Fields fields(String yaml, String... allowed) {
		Node tree = new Document("a.yaml", yaml).tree(this.problems).orElseThrow();
		return Fields.of("a.yaml", "", tree, this.problems, allowed);
	}

	private enum Storey implements Word {

		UPPER, LOWER;

		@Override
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	@Test
	void keepsTheSameProblemOnce() {
		Problem problem = Problem.ofFile("a", "file-empty");
		this.problems.addAll(List.of(problem, problem));
		assertThat(this.problems.all()).containsExactly(problem);
	}

}
