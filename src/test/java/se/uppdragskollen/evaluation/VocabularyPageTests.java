package se.uppdragskollen.evaluation;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.ScopeWord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code src/docs/vocabulary.md} says how each word is judged: here it has to be true.
 */
class VocabularyPageTests {

	@TempDir
	static Path home;

	private static VocabularyPage page;

	private static VocabularyExamples examples;

	@BeforeAll
	static void compileExamples() throws IOException {
		page = VocabularyPage.read();
		examples = new VocabularyExamples(page, home);
	}

	static Stream<VocabularyPage.Section> sections() throws IOException {
		return VocabularyPage.read().sections().stream();
	}

	@ParameterizedTest
	@MethodSource("sections")
	void exampleComesOutAsThePageSays(VocabularyPage.Section section) {
		assertThat(section.rows().stream().map((row) -> examples.row(section, row)))
			.containsExactlyElementsOf(section.rows());
	}

	@ParameterizedTest
	@MethodSource("sections")
	void exampleShowsBothSidesAndWhatIsMissing(VocabularyPage.Section section) {
		List<String> outcomes = section.rows().stream().map((row) -> VocabularyPage.cells(row).get(1)).toList();
		assertThat(outcomes).contains("met", "not-assessable").anyMatch((one) -> one.startsWith("not-met"));
	}

	@Test
	void everyObligationWordHasItsSection() {
		assertThat(words("Obligation"))
			.containsExactlyElementsOf(Arrays.stream(ObligationWord.values()).map(ObligationWord::written).toList());
	}

	@Test
	void everyScopeWordHasItsSection() {
		List<String> known = new ArrayList<>(List.of("number and parameter", "and, or, parentheses"));
		Arrays.stream(ScopeWord.values()).map(ScopeWord::written).forEach(known::add);
		assertThat(words("Scope")).containsExactlyElementsOf(known);
	}

	@Test
	void everyOtherWordHasItsSection() {
		assertThat(words("The")).containsExactly("must", "should", "severity", "notApplicable", "credit points",
				"credit amount");
	}

	@Test
	void everyExampleUsesItsWordAndARequirementOfItsOwn() {
		assertThat(page.sections()).allSatisfy((section) -> {
			String word = section.word().replace("credit ", "");
			assertThat(section.rules()).contains(word.contains(" ") ? "number(" : word + "(");
		});
		assertThat(page.sections().stream().map(VocabularyPage.Section::requirement)).doesNotHaveDuplicates();
	}

	@Test
	void everyObligationWordIsAMethodThatCompiledRulesCanCall() {
		for (ObligationWord word : ObligationWord.values()) {
			for (int arguments = word.fewestArguments(); arguments <= word.takes().size(); arguments++) {
				assertThat(methods(Demand.class)).contains(word.written() + "/" + arguments);
			}
		}
	}

	@Test
	void everyScopeWordIsAMethodThatCompiledRulesCanCall() {
		for (ScopeWord word : ScopeWord.values()) {
			assertThat(methods(Facts.class)).contains(word.written() + "/" + word.takes().size());
		}
		assertThat(methods(Facts.class)).contains("number/1", "parameter/2");
	}

	private static List<String> words(String part) {
		return page.sections()
			.stream()
			.filter((section) -> section.part().startsWith(part))
			.map(VocabularyPage.Section::word)
			.toList();
	}

	private static List<String> methods(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()))
			.filter((method) -> Stream.of(method.getParameterTypes()).allMatch(String.class::equals))
			.map((Method method) -> method.getName() + "/" + method.getParameterCount())
			.toList();
	}

}
